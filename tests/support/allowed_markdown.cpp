#include <algorithm>
#include <cstddef>

#include "support/allowed_output.hpp"

namespace lectern::test {
namespace {

using Faults = std::vector<std::string>;

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  }
  return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_good_destination(std::string_view url) {
  if (!url.empty() && url.front() == '<') url.remove_prefix(1);
  const std::string low = lower(url);
  for (const char* prefix :
       {"https://", "http://", "mailto:", "tel:", "#", "data:image/png", "data:image/jpeg",
        "data:image/gif", "data:image/webp", "data:image/avif"}) {
    if (starts_with(low, prefix)) return true;
  }
  return false;
}

// Inline HTML that the writer uses where Markdown has no mark; never with attributes but lang and
// dir.
bool is_good_tag(std::string_view rest) {
  const std::string low = lower(rest);
  for (const char* prefix : {"<https://", "<http://", "<mailto:"}) {
    if (starts_with(low, prefix)) return true;
  }
  std::size_t at = 1;
  if (at < rest.size() && rest[at] == '/') ++at;
  const std::size_t begin = at;
  while (at < rest.size() && (is_letter(rest[at]) || (rest[at] >= '1' && rest[at] <= '6'))) ++at;
  const std::string name = " " + lower(rest.substr(begin, at - begin)) + " ";
  constexpr std::string_view kTags =
      " br sub sup mark small del ins u q abbr cite kbd var code em strong span ruby rt rp time "
      "details summary dl dt dd ";
  return kTags.find(name) != std::string_view::npos && at < rest.size() && rest[at] == '>';
}

// The prefixes of quotations and list items, so that fences inside them are seen.
std::string_view without_prefix(std::string_view line) {
  for (;;) {
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view mark = line.substr(digits, 2);
    if (starts_with(line, " ") || starts_with(line, ">"))
      line.remove_prefix(1);
    else if (digits == 0 ? mark == "- " || mark == "* " : mark == ". " || mark == ") ")
      line.remove_prefix(digits + 2);
    else
      return line;
  }
}

std::size_t run_at(std::string_view text, std::size_t at, char c) {
  std::size_t length = 0;
  while (at + length < text.size() && text[at + length] == c) ++length;
  return length;
}

void check_paragraph(std::string_view text, Faults& faults) {
  std::size_t brackets = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '\\') {
      ++at;
    } else if (c == '`') {
      const std::size_t length = run_at(text, at, '`');
      std::size_t close = at + length;
      while (close < text.size()) {
        const std::size_t found = run_at(text, close, '`');
        if (found == length) break;
        close += std::max<std::size_t>(found, 1);
      }
      at = close < text.size() ? close + length - 1 : at + length - 1;
    } else if (c == '<') {
      const char next = at + 1 < text.size() ? text[at + 1] : ' ';
      if ((is_letter(next) || next == '/' || next == '!' || next == '?') &&
          !is_good_tag(text.substr(at))) {
        faults.push_back("raw HTML in Markdown: " + std::string(text.substr(at, 60)));
      }
    } else if (c == '[') {
      ++brackets;
    } else if (c == ']' && brackets > 0) {
      --brackets;
      const std::string_view rest = text.substr(at + 1);
      if (starts_with(rest, "(") && !is_good_destination(rest.substr(1))) {
        faults.push_back("link in Markdown: " + std::string(rest.substr(0, 60)));
      }
      if (starts_with(rest, ": ") && brackets == 0 && text.front() == '[' &&
          text.substr(0, 2) != "[^" && !is_good_destination(rest.substr(2))) {
        faults.push_back("link definition in Markdown: " + std::string(text.substr(0, 60)));
      }
    }
  }
}

// "---", properties, "---": each property once, so that no value has become a line of its own.
std::string_view check_front_matter(std::string_view markdown, Faults& faults) {
  if (!starts_with(markdown, "---\n")) return markdown;
  std::vector<std::string> keys;
  std::size_t at = 4;
  while (at < markdown.size()) {
    const std::size_t end = std::min(markdown.find('\n', at), markdown.size());
    const std::string_view line = markdown.substr(at, end - at);
    at = end + 1;
    if (line == "---") return markdown.substr(std::min(at, markdown.size()));
    if (starts_with(line, "  - ")) continue;
    const std::size_t colon = line.find(':');
    const std::string key(line.substr(0, colon));
    const bool is_name =
        colon != std::string_view::npos && !key.empty() &&
        std::all_of(key.begin(), key.end(), [](char c) { return is_letter(c) || c == '_'; });
    if (!is_name)
      faults.push_back("front matter has a line that is no property: " +
                       std::string(line.substr(0, 60)));
    if (std::find(keys.begin(), keys.end(), key) != keys.end())
      faults.push_back("front matter says twice: " + key);
    keys.push_back(key);
  }
  faults.push_back("front matter is never closed");
  return {};
}

// Programs disagree on which of these end a line, and browsers drop some inside a tag.
void check_characters(std::string_view text, Faults& faults) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool is_control = (byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F;
    const std::string_view separator = text.substr(at, 3);
    if (is_control || separator == "\xE2\x80\xA8" || separator == "\xE2\x80\xA9" ||
        text.substr(at, 2) == "\xC2\x85") {
      faults.push_back("control character in Markdown: before " +
                       std::string(text.substr(at + 1, 60)));
      return;
    }
  }
}

} // namespace

std::vector<std::string> faults_of_markdown(std::string_view markdown) {
  Faults faults;
  check_characters(markdown, faults);
  std::string_view rest = check_front_matter(markdown, faults);
  std::string paragraph;
  char fence = 0;
  std::size_t fence_length = 0;
  const auto flush = [&] {
    check_paragraph(paragraph, faults);
    paragraph.clear();
  };
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = without_prefix(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const char first = line.empty() ? ' ' : line.front();
    const std::size_t length = first == '`' || first == '~' ? run_at(line, 0, first) : 0;
    if (fence != 0) {
      if (first == fence && length >= fence_length && length == line.size()) fence = 0;
      continue;
    }
    if (length >= 3 && line.substr(length).find(first) == std::string_view::npos) {
      flush();
      fence = first;
      fence_length = length;
      continue;
    }
    if (line.empty())
      flush();
    else
      paragraph.append(paragraph.empty() ? "" : "\n").append(line);
  }
  flush();
  return faults;
}

} // namespace lectern::test
