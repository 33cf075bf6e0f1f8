// The article as plain text: headline, dek and byline, then one paragraph a block. Lists keep their
// marks, quotations are marked as in mail, code and tables keep their lines.

#include <algorithm>

#include "base/text.hpp"
#include "lectern/render.hpp"
#include "render/line_writer.hpp"
#include "render/list_layout.hpp"
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
      out += fold_space(plain_text(cell.content));
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
      : article_(article), columns_(options.wrap_columns), steps_(steps_of(article, options.restored)),
        lists_(lay_out_lists(article, steps_)), item_counts_(article.containers.size(), 0) {}

  std::string write() && {
    write_header();
    for (const Step& step : steps_.steps) {
      switch (step.type) {
        case Step::Type::open: open(step.container); break;
        case Step::Type::close: close(step.container); break;
        case Step::Type::block: write_block(step); break;
      }
    }
    return lines_.take();
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
                          metadata.site_name}, " | "), true);
  }

  void open(int i) {
    const Container& c = container(i);
    switch (c.type) {
      case Type::list_item: open_item(i); break;
      case Type::quote: lines_.push("> ", "> "); break;
      case Type::definition_details: lines_.push("    ", "    "); break;
      default: lines_.push("", ""); break;
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
    lines_.push(std::move(mark), std::move(rest));
  }

  // A reversed list that names no start counts down to 1.
  int first_number(int list) const {
    const int start = container(list).start;
    return start != 1 ? start : lists_.lengths[static_cast<std::size_t>(list)];
  }

  void close(int i) {
    lines_.pop();
    join_ = parent_of(i);
  }

  // Whether what follows stands directly under what came before. `join_` is the innermost container
  // that holds both.
  bool is_tight() const {
    if (join_ < 0) return false;
    const int list = container(join_).type == Type::list_item ? parent_of(join_) : join_;
    return list >= 0 && is_list(container(list).type) &&
           lists_.tight[static_cast<std::size_t>(list)] != 0;
  }

  void write_block(const Step& step) {
    const ArticleBlock& block = *step.block;
    holder_ = step.container;
    const bool in_list = step.container >= 0 && is_list(container(step.container).type);
    if (in_list) lines_.push("- ", "  ");
    switch (form_of(block)) {
      case Form::divider: write_paragraph("* * *", false); break;
      case Form::code: write_paragraph(without_outer_line_feeds(plain_text(block.content)), false); break;
      case Form::table: write_paragraph(table_text(block), false); break;
      case Form::figure: write_paragraph(figure_line(block), true); break;
      case Form::embed: write_paragraph(embed_line(block), true); break;
      default: write_text_block(block); break;
    }
    if (in_list) lines_.pop();
  }

  void write_text_block(const ArticleBlock& block) {
    bool quoted = form_of(block) == Form::quote;
    for (int i = holder_; quoted && i >= 0; i = parent_of(i))
      quoted = container(i).type != Type::quote;
    if (quoted) lines_.push("> ", "> ");
    write_paragraph(plain_text(block.content), true);
    if (quoted) lines_.pop();
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
    if (!lines_.empty() && !is_tight()) lines_.write_blank();
    const bool wraps = is_prose && columns_ > 0;
    lines_.write(wraps ? wrap_text(folded, std::max(columns_ - lines_.prefix_width(), kNarrowest))
                       : folded);
    join_ = holder_;
  }

  const Article& article_;
  const int columns_;
  const BlockSteps steps_;
  const ListLayout lists_;
  std::vector<int> item_counts_;
  LineWriter lines_;
  int holder_ = -1; // the container of the block at hand
  int join_ = -1;
};

} // namespace

std::string to_text(const Article& article, const RenderOptions& options) {
  return TextBody(article, options).write();
}

std::string block_to_text(const ArticleBlock& block) {
  switch (form_of(block)) {
    case Form::table: return table_text(block);
    case Form::figure: return join({plain_text(block.caption), plain_text(block.credit)}, "\n");
    case Form::embed:
      return join({plain_text(block.content), embed_label(block.embed), plain_text(block.caption)},
                  "\n");
    default: return plain_text(block.content);
  }
}

} // namespace lectern
