#include "document/build_text_document.hpp"

#include <memory>
#include <string>
#include <vector>

#include "document/join_lines.hpp"
#include "document/line_form.hpp"
#include "document/line_joins.hpp"
#include "document/mail_header.hpp"
#include "document/text_lines.hpp"
#include "document/text_lists.hpp"
#include "document/text_tables.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxRunLines = 4096; // a longer run is read in parts

constexpr std::size_t kMaxTableCellBytes = 300;
constexpr int kMinWordsOfProseCell = 15;

class TextDocumentBuilder {
 public:
  TextDocumentBuilder(std::string_view text, std::size_t max_blocks)
      : text_(text), max_blocks_(max_blocks), width_(wrap_width_of(text)) {}

  Document build() {
    document_.text.reserve(text_.size());
    LineReader reader(text_);
    reader.seek(add_mail_header());
    TextLine line;
    std::vector<RunLine> run;
    while (document_.blocks.size() < max_blocks_ && reader.next(line)) {
      if (line.is_blank()) {
        flush(run);
        if (!line.after_page_break) ++blank_lines_;
        continue;
      }
      // A page break parts paragraphs unless it fell into a sentence.
      const bool goes_on =
          !run.empty() && !ends_sentence(run.back().line.text) && starts_in_lower_case(line.text);
      if (run.size() >= kMaxRunLines || (line.after_page_break && !goes_on)) flush(run);
      const LineMark mark = mark_of(line.text);
      if (mark.type == LineMark::Type::fence && !fences_ended_) {
        flush(run);
        if (read_fenced_code(reader)) continue;
      }
      run.push_back({line, mark, line.text.find('\t') != std::string_view::npos});
    }
    flush(run);
    TextLine rest;
    while (!document_.is_partial && reader.next(rest)) document_.is_partial = !rest.is_blank();
    settle_text_lists(document_, marks_);
    return std::move(document_);
  }

 private:
  /// The subject of a mail is its headline. Gives the place where the text goes on.
  std::size_t add_mail_header() {
    const MailHeader header = read_mail_header(text_);
    if (header.end == 0) return 0;
    LineMark headline;
    headline.level = 1;
    for (const MailHeader::Field& field : header.fields)
      add_line(field.is_subject ? Shape::heading : Shape::paragraph, headline, field.text);
    ++blank_lines_;
    return header.end;
  }

  void add_line(Shape shape, const LineMark& mark, std::string_view text) {
    open_block(shape, mark);
    append_folded(document_.text, text);
    close_block();
  }

  void flush(std::vector<RunLine>& run) {
    if (run.empty()) return;
    add_run(run);
    run.clear();
  }

  // True, and the reader moved past the closing fence, when there is one.
  bool read_fenced_code(LineReader& reader) {
    const std::size_t begin = reader.position();
    TextLine line;
    std::size_t end = begin;
    while (reader.next(line)) {
      if (mark_of(line.text).type == LineMark::Type::fence) {
        open_block(Shape::code, {});
        document_.text += std::string(text_.substr(begin, end - begin));
        while (document_.text.size() > document_.blocks.back().text_begin &&
               static_cast<unsigned char>(document_.text.back()) <= ' ') {
          document_.text.pop_back();
        }
        close_block();
        return true;
      }
      end = reader.position();
    }
    fences_ended_ = true; // no second search to the end of the text
    reader.seek(begin);
    return false;
  }

  void open_block(Shape shape, const LineMark& mark) {
    Block block;
    block.shape = shape;
    block.heading_level = shape == Shape::heading ? mark.level : std::uint8_t{0};
    block.text_begin = static_cast<std::uint32_t>(document_.text.size());
    block.lines_before = blank_lines_;
    blank_lines_ = 0;
    document_.blocks.push_back(block);
    marks_.push_back(mark);
  }

  // A block without text (a line of invisible characters) is none.
  void close_block() {
    Block& block = document_.blocks.back();
    block.text_length = static_cast<std::uint32_t>(document_.text.size() - block.text_begin);
    if (block.text_length == 0 && block.shape != Shape::divider) {
      blank_lines_ = block.lines_before;
      document_.blocks.pop_back();
      marks_.pop_back();
    }
  }

  void add_run(const std::vector<RunLine>& run) {
    const std::uint32_t width = width_ != 0 ? width_ : own_width_of(run);
    std::size_t at = 0;
    while (at < run.size() && document_.blocks.size() < max_blocks_) {
      const std::size_t rows = table_rows_at(run, at);
      if (rows != 0) {
        add_table(run, at, rows);
        at += rows;
      } else if (begins_barred_table_at(run, at)) {
        at = add_barred_table(run, at);
      } else if (run[at].has_tab && add_layout_cells(run[at].line.text)) {
        ++at;
      } else if (run[at].mark.type == LineMark::Type::quote && is_quoted(run, at)) {
        at = add_quote(run, at);
      } else {
        at = add_paragraph(run, at, width);
      }
    }
    document_.is_partial = document_.is_partial || at < run.size();
  }

  // Rows of tabbed cells that follow each other at once; cells of prose are a layout, not a table.
  static std::size_t table_rows_at(const std::vector<RunLine>& run, std::size_t at) {
    std::size_t rows = 0;
    for (; at + rows < run.size() && run[at + rows].has_tab; ++rows) {
      std::size_t cell = 0;
      for (const char c : run[at + rows].line.text) {
        cell = c == '\t' ? 0 : cell + 1;
        if (cell > kMaxTableCellBytes) return rows >= 2 ? rows : 0;
      }
    }
    return rows >= 2 ? rows : 0;
  }

  void add_table(const std::vector<RunLine>& run, std::size_t at, std::size_t rows) {
    open_block(Shape::table, {});
    for (std::size_t row = at; row < at + rows; ++row) {
      if (row != at) document_.text += '\n';
      bool is_first = true;
      for_each_cell(run[row].line.text, [&](std::string_view cell) {
        if (!is_first) document_.text += '\t';
        is_first = false;
        append_folded(document_.text, cell);
      });
    }
    close_block();
  }

  std::size_t add_barred_table(const std::vector<RunLine>& run, std::size_t head) {
    open_block(Shape::table, {});
    std::size_t at = head;
    do {
      if (at != head) document_.text += '\n';
      add_barred_row(run[at].line.text);
      at += at == head ? 2 : 1; // the rule says where the head ends, and nothing to a reader
    } while (at < run.size() && is_barred_row(run[at].line.text));
    close_block();
    return at;
  }

  void add_barred_row(std::string_view line) {
    std::string_view row = inside_bars(line), cell;
    for (bool is_first = true; take_cell(row, cell); is_first = false) {
      if (!is_first) document_.text += '\t';
      std::string text;
      for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool escapes_bar = cell.substr(i, 2) == "\\|";
        if (!escapes_bar) text += cell[i];
      }
      append_folded(document_.text, text);
    }
  }

  // Cells of a table that only placed things: each is a block. False when the line is no such row.
  bool add_layout_cells(std::string_view line) {
    bool has_prose = false;
    for_each_cell(line, [&](std::string_view cell) {
      has_prose |= count_words(cell) >= kMinWordsOfProseCell;
    });
    if (!has_prose) return false;
    for_each_cell(line, [&](std::string_view cell) { add_line(Shape::paragraph, {}, cell); });
    return true;
  }

  template <typename Use>
  static void for_each_cell(std::string_view line, Use use) {
    std::size_t begin = 0;
    while (true) {
      const std::size_t tab = line.find('\t', begin);
      use(line.substr(begin, tab == std::string_view::npos ? tab : tab - begin));
      if (tab == std::string_view::npos) return;
      begin = tab + 1;
    }
  }

  // One line alone may be a path through a site or a link with an arrow.
  static bool is_quoted(const std::vector<RunLine>& run, std::size_t at) {
    return (at + 1 < run.size() && run[at + 1].mark.type == LineMark::Type::quote) ||
           (at > 0 && run[at - 1].mark.type == LineMark::Type::quote);
  }

  // Quoted mail: its own marks are cut, and a bare '>' parts its paragraphs.
  std::size_t add_quote(const std::vector<RunLine>& run, std::size_t at) {
    bool is_open = false;
    for (; at < run.size() && run[at].mark.type == LineMark::Type::quote; ++at) {
      const std::string_view text = run[at].line.text.substr(run[at].mark.length);
      if (text.empty()) {
        if (is_open) close_block();
        is_open = false;
        continue;
      }
      if (!is_open) open_block(Shape::quote, {});
      is_open = true;
      append_joined(document_.text, document_.blocks.back().text_begin, text, nullptr);
    }
    if (is_open) close_block();
    return at;
  }

  std::size_t add_paragraph(const std::vector<RunLine>& run, std::size_t at, std::uint32_t width) {
    const RunLine& first = run[at];
    if (first.mark.type == LineMark::Type::divider) return add_divider(run, at);
    if (first.mark.type == LineMark::Type::heading &&
        run.size() == 1) { // else a comment in a script
      add_line(Shape::heading, first.mark, first.line.text.substr(first.mark.length));
      return at + 1;
    }
    const bool is_item = first.mark.type == LineMark::Type::bullet ||
                         first.mark.type == LineMark::Type::dash ||
                         first.mark.type == LineMark::Type::number;
    open_block(Shape::paragraph, is_item ? first.mark : LineMark{});
    const std::size_t begin = document_.blocks.back().text_begin;
    append_folded(document_.text, first.line.text);
    std::size_t next = at + 1;
    while (next < run.size() && goes_on(run, next, is_item, width)) {
      append_joined(document_.text, begin, run[next].line.text,
                    width != 0 ? vocabulary() : nullptr);
      ++next;
    }
    close_block();
    return next;
  }

  // A rule, or the underline of a Markdown heading.
  std::size_t add_divider(const std::vector<RunLine>& run, std::size_t at) {
    const bool is_underline =
        at > 0 && (run[at].line.text.front() == '=' || run[at].line.text.front() == '-') &&
        run[at - 1].mark.type == LineMark::Type::none && !document_.blocks.empty() &&
        document_.blocks.back().shape == Shape::paragraph;
    if (is_underline) {
      document_.blocks.back().shape = Shape::heading;
      document_.blocks.back().heading_level = run[at].line.text.front() == '=' ? 1 : 2;
    } else {
      open_block(Shape::divider, {});
      close_block();
    }
    return at + 1;
  }

  const Vocabulary* vocabulary() {
    if (vocabulary_ == nullptr) vocabulary_ = std::make_unique<Vocabulary>(text_);
    return vocabulary_.get();
  }

  std::string_view text_;
  std::size_t max_blocks_;
  std::uint32_t width_;
  Document document_;
  std::vector<LineMark> marks_; // of the blocks, one each
  std::uint32_t blank_lines_ = 0;
  bool fences_ended_ = false;
  std::unique_ptr<Vocabulary> vocabulary_;
};

} // namespace

Document build_text_document(std::string_view text, std::size_t max_blocks) {
  return TextDocumentBuilder(text, max_blocks).build();
}

} // namespace lectern
