// The article as CommonMark with GFM's tables and footnotes: headline, dek and byline, then the
// blocks under the marks of the containers that hold them.

#include <algorithm>

#include "lectern/render.hpp"
#include "render/block_flow.hpp"
#include "render/front_matter.hpp"
#include "render/markdown_blocks.hpp"
#include "render/printable.hpp"

namespace lectern {
namespace {

using Type = Container::Type;

constexpr int kLargestListNumber = 999'999'999; // that CommonMark reads

bool has_math(const Inlines& inlines) {
  for (const Inline& part : inlines)
    if (part.type == Inline::Type::math) return true;
  return false;
}

bool has_math(const BlockSteps& steps) {
  for (const Step& step : steps.steps) {
    if (step.type != Step::Type::block) continue;
    const ArticleBlock& block = *step.block;
    if (has_math(block.content) || has_math(block.caption) || has_math(block.credit)) return true;
    for (const TableRow& row : block.rows)
      for (const TableCell& cell : row.cells)
        if (has_math(cell.content)) return true;
  }
  return false;
}

Inlines text_alone(std::string_view text) {
  Inline part;
  part.text = text;
  return {part};
}

class MarkdownBody {
 public:
  MarkdownBody(const Article& article, const RenderOptions& options)
      : article_(article),
        options_(options),
        steps_(steps_of(article, options.restored)),
        notes_(article, steps_),
        context_{&notes_, has_math(steps_)},
        flow_(article, steps_),
        item_counts_(article.containers.size(), 0),
        last_marks_(article.containers.size() + 1, '\0') {}

  std::string write() && {
    std::string out;
    if (options_.front_matter) out = front_matter(article_.metadata) + "\n";
    write_header();
    follow(
        steps_, [this](int i) { open(i); }, [this](int i) { close(i); },
        [this](const Step& step) { write_block(step); });
    // The one place that all of it leaves by: what ends a line is ours.
    out += flow_.lines().take();
    if (!is_printable(out)) out = printable(out);
    return out;
  }

 private:
  const Container& container(int i) const {
    return article_.containers[static_cast<std::size_t>(i)];
  }
  int parent_of(int i) const { return steps_.parents[static_cast<std::size_t>(i)]; }
  bool holds_items(int i) const { return i >= 0 && is_list(container(i).type); }

  // The mark of the list that was the last thing in a container (-1: the document); '\0' for none.
  // Two lists in a row need different marks, or they are one list.
  char& last_mark(int i) { return last_marks_[static_cast<std::size_t>(i + 1)]; }

  void write_header() {
    const Metadata& metadata = article_.metadata;
    write_if_any(heading_to_markdown(text_alone(metadata.title), 1, context_));
    write_if_any(inlines_to_markdown(text_alone(metadata.dek), context_));
    if (options_.front_matter) return;
    std::string line;
    const auto add = [&line](std::string_view part, std::string_view between) {
      if (part.empty()) return;
      if (!line.empty()) line += between;
      line += part;
    };
    for (const std::string& name : metadata.byline) add(name, ", ");
    add(std::string_view(metadata.published).substr(0, metadata.published.find('T')), " | ");
    add(metadata.site_name, " | ");
    write_if_any(inlines_to_markdown(text_alone(line), context_));
  }

  void open(int i) {
    const Container& c = container(i);
    const int parent = parent_of(i);
    if (holds_items(parent) && c.type != Type::list_item) begin_item(parent);
    LineWriter& lines = flow_.lines();
    switch (c.type) {
      case Type::unordered_list:
      case Type::ordered_list:
        choose_mark(i);
        break;
      case Type::list_item:
        if (is_note(article_, steps_, i)) {
          begin_note(i);
        } else if (holds_items(parent)) {
          begin_item(parent);
        } else {
          lines.push("- ", "  ");
        }
        break;
      case Type::quote:
      case Type::aside:
        lines.push("> ", "> ");
        break;
      default:
        lines.push("", "");
    }
    last_mark(i) = '\0';
  }

  void close(int i) {
    const Type type = container(i).type;
    const int parent = parent_of(i);
    if (!is_list(type)) flow_.lines().pop();
    if (holds_items(parent) && type != Type::list_item) flow_.lines().pop();
    last_mark(parent) = is_list(type) ? marks_[static_cast<std::size_t>(i)] : '\0';
    flow_.leave(i);
  }

  void choose_mark(int i) {
    if (marks_.empty()) marks_.assign(article_.containers.size(), '\0');
    const bool has_numbers = container(i).type == Type::ordered_list && !container(i).reversed;
    const char usual = has_numbers ? '.' : '-';
    const char other = has_numbers ? ')' : '*';
    marks_[static_cast<std::size_t>(i)] = last_mark(parent_of(i)) == usual ? other : usual;
  }

  // Numbers that count down cannot be said in Markdown, so they stand in the text of a plain list.
  void begin_item(int list) {
    const auto at = static_cast<std::size_t>(list);
    const Container& c = container(list);
    const int before = item_counts_[at]++;
    std::string mark(1, marks_[at]);
    std::string number;
    if (c.type == Type::ordered_list && c.reversed) {
      const int first = c.start != 1 ? c.start : flow_.lists().lengths[at];
      number = std::to_string(first - before) + "\\. ";
    } else if (c.type == Type::ordered_list) {
      const int value = std::clamp(c.start, 0, kLargestListNumber - 1'000'000) + before;
      mark = std::to_string(value) + mark;
    }
    std::string rest(mark.size() + 1, ' ');
    flow_.lines().push(mark + " " + number, std::move(rest));
  }

  // A note that nothing refers to would not be shown at all, so it becomes an item of a list.
  void begin_note(int i) {
    const Container& c = container(i);
    const bool is_shown = notes_.is_referenced(c.anchor);
    const int number = ++note_count_;
    if (is_shown)
      flow_.lines().push("[^" + std::to_string(number) + "]: ", "    ");
    else
      flow_.lines().push(std::to_string(number) + ". ",
                         std::string(std::to_string(number).size() + 2, ' '));
  }

  void write_block(const Step& step) {
    flow_.enter(step.container);
    last_mark(step.container) = '\0';
    const bool in_list = holds_items(step.container);
    if (in_list) begin_item(step.container);
    bool quoted = form_of(*step.block) == Form::quote;
    for (int i = step.container; quoted && i >= 0; i = parent_of(i))
      quoted = container(i).type != Type::quote;
    if (quoted) flow_.lines().push("> ", "> ");
    write_if_any(block_to_markdown(*step.block, context_, is_bold(step.container)));
    if (quoted) flow_.lines().pop();
    if (in_list) flow_.lines().pop();
  }

  bool is_bold(int i) const {
    return i >= 0 &&
           (container(i).type == Type::summary || container(i).type == Type::definition_term);
  }

  void write_if_any(std::string_view markdown) {
    if (!markdown.empty()) flow_.write(markdown);
  }

  const Article& article_;
  const RenderOptions& options_;
  const BlockSteps steps_;
  const NoteIndex notes_;
  const MarkdownContext context_;
  BlockFlow flow_;
  std::vector<int> item_counts_;
  std::vector<char> last_marks_;
  std::vector<char> marks_; // per list
  int note_count_ = 0;
};

} // namespace

std::string to_markdown(const Article& article, const RenderOptions& options) {
  return MarkdownBody(article, options).write();
}

} // namespace lectern
