#include "glance/tag_reader.hpp"

#include "base/text.hpp"

namespace lectern {
namespace {

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

bool ends_name(char c) { return c == '>' || c == '/' || static_cast<unsigned char>(c) <= ' '; }

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
    while (at_ < page_.size() && !ends_name(page_[at_])) ++at_;
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
  while (at_ < page_.size() && page_[at_] != '=' && !ends_name(page_[at_])) ++at_;
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
