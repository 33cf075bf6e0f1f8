#include "glance/tag_reader.hpp"

#include <array>
#include <cstdint>

#include "base/text.hpp"

namespace lectern {
namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// White space and control characters, `/` and `>`; of an attribute's name `=` as well.
constexpr std::uint8_t kEndsName = 1, kEndsAttribute = 2;
constexpr auto kEnds = [] {
  std::array<std::uint8_t, 256> ends{};
  for (std::size_t c = 0; c <= ' '; ++c) ends[c] = kEndsName | kEndsAttribute;
  ends['/'] = ends['>'] = kEndsName | kEndsAttribute;
  ends['='] = kEndsAttribute;
  return ends;
}();

/// The place of the first such character from `at` on.
std::size_t end_of_name(std::string_view page, std::size_t at, std::uint8_t ending) {
  while (at < page.size() && (kEnds[static_cast<unsigned char>(page[at])] & ending) == 0) ++at;
  return at;
}

} // namespace

TagReader::TagReader(std::string_view page, std::size_t at) : page_(page), at_(at + 1) {
  if (at_ < page_.size() && page_[at_] == '/') {
    is_end_ = true;
    ++at_;
  }
  if (at_ >= page_.size()) return;
  if (page_[at_] == '!' || page_[at_] == '?') { // a document type and the like
    name_ = 1;
    is_end_ = true;
  } else if (is_letter(page_[at_])) {
    const std::size_t begin = at_;
    at_ = end_of_name(page_, at_, kEndsName);
    name_ = tag_name(page_.substr(begin, at_ - begin));
  } else {
    return;
  }
  if (!is_end_) return;
  const std::size_t close = page_.find('>', at_);
  at_ = close == std::string_view::npos ? page_.size() : close + 1;
}

bool TagReader::next(std::string_view& name, std::string_view& value) {
  while (at_ < page_.size() && (page_[at_] == '/' || static_cast<unsigned char>(page_[at_]) <= ' '))
    ++at_;
  if (at_ >= page_.size()) return false;
  if (page_[at_] == '>') {
    ++at_;
    return false;
  }
  const std::size_t begin = at_++;
  at_ = end_of_name(page_, at_, kEndsAttribute);
  name = page_.substr(begin, at_ - begin);
  value = {};
  std::size_t ahead = at_;
  while (ahead < page_.size() && static_cast<unsigned char>(page_[ahead]) <= ' ') ++ahead;
  if (ahead >= page_.size() || page_[ahead] != '=') return true;
  at_ = ahead + 1;
  while (at_ < page_.size() && static_cast<unsigned char>(page_[at_]) <= ' ') ++at_;
  if (at_ >= page_.size()) return true;
  const char quote = page_[at_];
  if (quote == '"' || quote == '\'') {
    const std::size_t close = page_.find(quote, at_ + 1);
    const std::size_t end = close == std::string_view::npos ? page_.size() : close;
    value = page_.substr(at_ + 1, end - at_ - 1);
    at_ = end == page_.size() ? end : end + 1;
    return true;
  }
  const std::size_t from = at_;
  while (at_ < page_.size() && page_[at_] != '>' && static_cast<unsigned char>(page_[at_]) > ' ')
    ++at_;
  value = page_.substr(from, at_ - from);
  return true;
}

std::size_t TagReader::end_of_element(std::string_view name) const {
  for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
       at = page_.find("</", at + 2)) {
    if (!equals_ignoring_case(page_.substr(at + 2, name.size()), name)) continue;
    const std::size_t close = page_.find('>', at);
    return close == std::string_view::npos ? page_.size() : close + 1;
  }
  return page_.size();
}

} // namespace lectern
