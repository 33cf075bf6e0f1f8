// The article as plain text: headline, dek and byline, then one paragraph a block. Lists keep their
// marks, quotations are marked as in mail, code and tables keep their lines.

#include <algorithm>

#include "base/text.hpp"
#include "lectern/render.hpp"
#include "render/block_flow.hpp"
#include "render/note_index.hpp"
#include "render/plain_text.hpp"
#include "render/text_wrap.hpp"

namespace lectern {
namespace {

using Type = Container::Type;

constexpr int kNarrowest = 20; // columns that are left to text however deep it stands

// The parts that are not empty, joined.
std::string join(std::initializer_list<std::string_view> parts, std::string_view between) {
  std::string out;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

std::string table_text(const ArticleBlock& block) {
  std::string out = fold_lines(plain_text(block.caption));
  for (const TableRow& row : block.rows) {
    if (!out.empty()) out += '\n';
    bool is_first = true;
    for (const TableCell& cell : row.cells) {
      if (!is_first) out += '\t';
      is_first = false;
      out += fold_ascii_space(plain_text(cell.content));
    }
  }
  return out;
}

std::string without_outer_line_feeds(std::string text) {
  while (!text.empty() && text.back() == '\n') text.pop_back();
  text.erase(0, std::min(text.find_first_not_of('\n'), text.size()));
  return text;
}

class TextBody {
 public:
  TextBody(const Article& article, const RenderOptions& options)
      : article_(article),
        columns_(options.wrap_columns),
        steps_(steps_of(article, options.restored)),
        flow_(article, steps_),
        item_counts_(article.containers.size(), 0) {}

  std::string write() && {
    write_header();
    follow(
        steps_, [this](int i) { open(i); }, [this](int i) { close(i); },
        [this](const Step& step) { write_block(step); });
    return flow_.lines().take();
  }

 private:
  const Container& container(int i) const {
    return article_.containers[static_cast<std::size_t>(i)];
  }
  int parent_of(int i) const { return steps_.parents[static_cast<std::size_t>(i)]; }

  void write_header() {
    const Metadata& metadata = article_.metadata;
    write_paragraph(metadata.title, true);
    write_paragraph(metadata.dek, true);
    std::string names;
    for (const std::string& name : metadata.byline) names = join({names, name}, ", ");
    write_paragraph(join({names, metadata.published.substr(0, metadata.published.find('T')),
                          metadata.site_name},
                         " | "),
                    true);
  }

  void open(int i) {
    const Container& c = container(i);
    switch (c.type) {
      case Type::list_item:
        open_item(i);
        break;
      case Type::quote:
        flow_.lines().push("> ", "> ");
        break;
      case Type::definition_details:
        flow_.lines().push("    ", "    ");
        break;
      default:
        flow_.lines().push("", "");
        break;
    }
  }

  void open_item(int i) {
    std::string mark = "- ";
    const int list = parent_of(i);
    if (list >= 0) {
      const auto at = static_cast<std::size_t>(list);
      const int before = item_counts_[at]++;
      const Container& c = container(list);
      if (c.type == Type::ordered_list)
        mark = std::to_string(c.reversed ? first_number(list) - before : c.start + before) + ". ";
      if (c.type == Type::notes) mark = "[" + std::to_string(before + 1) + "] ";
    }
    std::string rest(mark.size(), ' ');
    flow_.lines().push(std::move(mark), std::move(rest));
  }

  // A reversed list that names no start counts down to 1.
  int first_number(int list) const {
    const int start = container(list).start;
    return start != 1 ? start : flow_.lists().lengths[static_cast<std::size_t>(list)];
  }

  void close(int i) {
    flow_.lines().pop();
    flow_.leave(i);
  }

  void write_block(const Step& step) {
    const ArticleBlock& block = *step.block;
    flow_.enter(step.container);
    const bool in_list = step.container >= 0 && is_list(container(step.container).type);
    if (in_list) flow_.lines().push("- ", "  ");
    switch (form_of(block)) {
      case Form::divider:
        write_paragraph("* * *", false);
        break;
      case Form::code:
        write_paragraph(without_outer_line_feeds(plain_text(block.content)), false);
        break;
      case Form::table:
        write_paragraph(table_text(block), false);
        break;
      case Form::figure:
        write_paragraph(figure_line(block), true);
        break;
      case Form::embed:
        write_paragraph(embed_line(block), true);
        break;
      default:
        write_text_block(block, step.container);
        break;
    }
    if (in_list) flow_.lines().pop();
  }

  void write_text_block(const ArticleBlock& block, int holder) {
    bool quoted = form_of(block) == Form::quote;
    for (int i = holder; quoted && i >= 0; i = parent_of(i))
      quoted = container(i).type != Type::quote;
    if (quoted) flow_.lines().push("> ", "> ");
    write_paragraph(plain_text(block.content), true);
    if (quoted) flow_.lines().pop();
  }

  std::string figure_line(const ArticleBlock& block) const {
    std::string text = join({plain_text(block.caption), plain_text(block.credit)}, " / ");
    if (text.empty())
      for (const Image& image : block.images) text = join({text, image.alt}, " / ");
    return text.empty() ? text : "[" + text + "]";
  }

  std::string embed_line(const ArticleBlock& block) const {
    const std::string_view label = embed_label(block.embed);
    std::string link(label);
    if (label != block.embed.url) link = join({label, "<" + block.embed.url + ">"}, " ");
    return join({plain_text(block.content), "[" + link + "]", plain_text(block.caption)}, "\n");
  }

  void write_paragraph(std::string_view text, bool is_prose) {
    const std::string folded = is_prose ? fold_lines(text) : std::string(text);
    if (folded.empty()) return;
    const int columns = std::max(columns_ - flow_.lines().prefix_width(), kNarrowest);
    flow_.write(is_prose && columns_ > 0 ? wrap_text(folded, columns) : folded);
  }

  const Article& article_;
  const int columns_;
  const BlockSteps steps_;
  BlockFlow flow_;
  std::vector<int> item_counts_;
};

} // namespace

std::string to_text(const Article& article, const RenderOptions& options) {
  return TextBody(article, options).write();
}

std::string block_to_text(const ArticleBlock& block) {
  switch (form_of(block)) {
    case Form::table:
      return table_text(block);
    case Form::figure:
      return join({plain_text(block.caption), plain_text(block.credit)}, "\n");
    case Form::embed:
      return join({plain_text(block.content), embed_label(block.embed), plain_text(block.caption)},
                  "\n");
    default:
      return plain_text(block.content);
  }
}

} // namespace lectern
