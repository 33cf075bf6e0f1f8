#include "render/math_markup.hpp"

#include <vector>

#include "render/markup_scanner.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxMathDepth = 200; // of any formula that people wrote, and then some

} // namespace

bool is_safe_math(std::string_view markup) {
  MarkupScanner scanner(markup);
  std::vector<std::string_view> open;
  bool is_first = true;
  for (;;) {
    const MarkupScanner::Token token = scanner.next();
    switch (token) {
      case MarkupScanner::Token::error:
        return false;
      case MarkupScanner::Token::end:
        return open.empty() && !is_first;
      case MarkupScanner::Token::text:
        if (open.empty()) return false;
        break;
      case MarkupScanner::Token::open:
        // One `math` around everything, and none inside.
        if (!is_math_element(scanner.name()) || (scanner.name() == "math") != is_first)
          return false;
        for (const auto& [name, value] : scanner.attributes())
          if (!is_math_attribute(name)) return false;
        if (open.empty() && !is_first) return false;
        is_first = false;
        if (!scanner.closes_itself()) open.push_back(scanner.name());
        if (open.size() > kMaxMathDepth) return false;
        break;
      case MarkupScanner::Token::close:
        if (open.empty() || open.back() != scanner.name()) return false;
        open.pop_back();
        break;
    }
  }
}

std::string text_of_markup(std::string_view markup) {
  MarkupScanner scanner(markup);
  std::string text;
  bool in_annotation = false;
  for (;;) {
    switch (scanner.next()) {
      case MarkupScanner::Token::error:
      case MarkupScanner::Token::end:
        return text;
      case MarkupScanner::Token::text:
        if (!in_annotation) text += scanner.text();
        break;
      case MarkupScanner::Token::open:
        in_annotation = scanner.name() == "annotation" && !scanner.closes_itself();
        break;
      case MarkupScanner::Token::close:
        in_annotation = false;
        break;
    }
  }
}

std::string text_of_math(const Inline& math) {
  return math.text.empty() ? text_of_markup(math.markup) : math.text;
}

} // namespace lectern
