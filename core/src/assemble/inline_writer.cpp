#include "assemble/inline_writer.hpp"

#include <algorithm>
#include <utility>

#include "assemble/markup_hints.hpp"

namespace lectern {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
constexpr int kMaxPartsOfRun = 64; // a longer run of bold is not joined to the next

} // namespace

void InlineWriter::open_inline(NodeId end, Inline start) {
  open_.push_back({end, std::move(start), true, false});
  has_waiting_elements_ = true;
}

void InlineWriter::open_block(NodeId end, Tag tag) {
  note_border(tag);
  open_.push_back({end, {}, false, false, tag});
}

void InlineWriter::close_until(NodeId node) {
  while (!open_.empty() && open_.back().end <= node) close_last();
}

void InlineWriter::note_border(Tag tag) {
  if (!is_block_element(tag)) return;
  // The cells of a row stand on one line where a table's text stands in another's cell.
  const bool is_cell = tag == Tag::td || tag == Tag::th;
  if (keeps_lines_ && !is_cell) pending_break_ = true;
  pending_space_ = true;
}

void InlineWriter::add_run(std::string_view text) {
  write_waiting();
  append_to_text(text);
}

void InlineWriter::add_content(Inline part) {
  write_waiting();
  out_.push_back(std::move(part));
}

Inlines InlineWriter::finish() {
  while (!open_.empty()) close_last();
  trim_end();
  return std::move(out_);
}

void InlineWriter::write_waiting() {
  if (keeps_lists_ && is_beside_item()) {
    pending_break_ = pending_space_ = false; // items begin and end lines
  } else if (has_content_ && pending_break_) {
    out_.emplace_back().type = Inline::Type::line_break;
  } else if (has_content_ && pending_space_) {
    append_to_text(" ");
  }
  pending_break_ = pending_space_ = false;
  has_content_ = true;
  if (!has_waiting_elements_) return;
  has_waiting_elements_ = false;
  for (Open& open : open_) {
    if (!open.is_inline || open.is_written) continue;
    open.is_written = true;
    if (continues_last_close(open.start)) {
      out_.pop_back();
    } else {
      out_.push_back(open.start);
    }
  }
}

bool InlineWriter::is_beside_item() const {
  const bool ends_item =
      !out_.empty() && out_.back().type == Inline::Type::close && is_list_part(out_.back().tag);
  return ends_item ||
         (has_waiting_elements_ && std::any_of(open_.begin(), open_.end(), [](const Open& open) {
            return open.is_inline && !open.is_written && is_list_part(open.start.tag);
          }));
}

// "<b>one</b><b>two</b>" is one bold run.
bool InlineWriter::continues_last_close(const Inline& start) const {
  if (out_.empty() || out_.back().type != Inline::Type::close || out_.back().tag != start.tag)
    return false;
  if (start.tag == InlineTag::sup || start.tag == InlineTag::sub || start.tag == InlineTag::quote ||
      is_list_part(start.tag))
    return false;
  if (start.tag == InlineTag::ruby_text || start.tag == InlineTag::ruby ||
      start.tag == InlineTag::time)
    return false;
  int depth = 0; // find what the last close opened
  int parts_left = kMaxPartsOfRun;
  for (auto part = out_.rbegin(); part != out_.rend() && parts_left > 0; ++part, --parts_left) {
    if (part->type == Inline::Type::close) ++depth;
    if (part->type != Inline::Type::open || --depth > 0) continue;
    return part->url == start.url && part->language == start.language &&
           part->direction == start.direction;
  }
  return false;
}

void InlineWriter::append_to_text(std::string_view text) {
  if (out_.empty() || out_.back().type != Inline::Type::text) out_.emplace_back();
  out_.back().text += text;
}

void InlineWriter::close_last() {
  const Open& open = open_.back();
  if (!open.is_inline) {
    note_border(open.tag);
  } else if (open.is_written) {
    if (is_list_part(open.start.tag)) note_border(Tag::li);
    Inline& close = out_.emplace_back();
    close.type = Inline::Type::close;
    close.tag = open.start.tag;
  }
  open_.pop_back();
}

// No-break spaces at the end, where pages put them as padding.
void InlineWriter::trim_end() {
  for (auto part = out_.rbegin(); part != out_.rend(); ++part) {
    if (part->type == Inline::Type::close) continue;
    if (part->type != Inline::Type::text) return;
    std::string& text = part->text;
    while (text.size() > kNoBreakSpace.size() &&
           (text.back() == ' ' || text.compare(text.size() - kNoBreakSpace.size(),
                                               kNoBreakSpace.size(), kNoBreakSpace) == 0)) {
      text.resize(text.size() - (text.back() == ' ' ? 1 : kNoBreakSpace.size()));
    }
    return;
  }
}

} // namespace lectern
