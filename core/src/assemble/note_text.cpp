#include "assemble/note_text.hpp"

#include <string>

#include "assemble/inlines.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxMarkBytes = 8;

// Emphasis around a link that led back and is gone.
void drop_empty_elements(Inlines& content) {
  for (std::size_t at = 0; at + 1 < content.size();) {
    const bool is_empty =
        content[at].type == Inline::Type::open && content[at + 1].type == Inline::Type::close;
    if (!is_empty) {
      ++at;
      continue;
    }
    content.erase(content.begin() + static_cast<std::ptrdiff_t>(at),
                  content.begin() + static_cast<std::ptrdiff_t>(at) + 2);
    if (at > 0) --at;
  }
  // What stood around it is one run of text again.
  for (std::size_t at = 0; at + 1 < content.size();) {
    const bool joins =
        content[at].type == Inline::Type::text && content[at + 1].type == Inline::Type::text;
    if (joins) {
      content[at].text += content[at + 1].text;
      content.erase(content.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    } else {
      ++at;
    }
  }
}

// What is left around such a link: spaces, "^".
void trim_ends(Inlines& content) {
  while (!content.empty() && content.back().type == Inline::Type::text &&
         trim(content.back().text).empty())
    content.pop_back();
  if (!content.empty() && content.back().type == Inline::Type::text) {
    std::string& text = content.back().text;
    text.resize(text.find_last_not_of(' ') + 1);
  }
  if (content.empty() || content.front().type != Inline::Type::text) return;
  std::string& text = content.front().text;
  const std::size_t begin = text.find_first_not_of(" ^");
  text.erase(0, begin == std::string::npos ? text.size() : begin);
  if (text.empty()) content.erase(content.begin());
}

} // namespace

std::string_view bare_mark(std::string_view text) {
  text = trim(text);
  while (text.size() > 2 && ((text.front() == '[' && text.back() == ']') ||
                             (text.front() == '(' && text.back() == ')'))) {
    text = trim(text.substr(1, text.size() - 2));
  }
  return text;
}

bool is_note_mark(std::string_view text) {
  const std::string_view mark = bare_mark(text);
  if (mark.empty() || mark.size() > kMaxMarkBytes) return false;
  int letters = 0;
  for (std::size_t at = 0; at < mark.size();) {
    const char32_t c = next_code_point(mark, at);
    if (is_space(c)) return false;
    if (is_letter(c)) ++letters;
  }
  constexpr int kMaxLetters = 2; // "a", "ii", "n1"
  return letters <= kMaxLetters;
}

void trim_note(Inlines& content) {
  drop_empty_elements(content);
  trim_ends(content);
}

void drop_leading_mark(Inlines& content) {
  if (content.empty() || content.front().type != Inline::Type::text) return;
  std::string& text = content.front().text;
  std::size_t at = 0;
  while (at < text.size() &&
         (text[at] == '[' || text[at] == '(' || (text[at] >= '0' && text[at] <= '9')))
    ++at;
  if (at == 0) return;
  while (at < text.size() && (text[at] == ']' || text[at] == ')' || text[at] == '.' ||
                              text[at] == ' ' || text[at] == ':'))
    ++at;
  if (at < text.size()) text.erase(0, at);
}

bool is_left_over_mark(const ArticleBlock& block) {
  return block.kind != Kind::divider && is_blank(block.content) && is_blank(block.caption) &&
         is_blank(block.credit) && block.images.empty() && block.rows.empty() &&
         block.embed.url.empty();
}

} // namespace lectern
