// Highlighters name the language in a class of `pre`, of `code` or of a wrapper, and many draw each
// line as an element without writing a line feed between them.

#include "assemble/code_blocks.hpp"

#include <algorithm>

#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

bool is_gutter(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::text || element.attribute_count == 0) return false;
  return has_class(dom, node,
                   {"linenos",
                    "lineno",
                    "linenumber",
                    "line-number",
                    "line-numbers-rows",
                    "linenodiv",
                    "gutter",
                    "blob-num",
                    "hljs-ln-numbers",
                    "hljs-ln-n",
                    "lnt",
                    "ln",
                    "line-num",
                    "react-syntax-highlighter-line-number",
                    "codehilite-linenos",
                    "rouge-gutter",
                    "crayon-nums",
                    "line-numbers__rows",
                    "token-line-number",
                    "linenumbers",
                    "CodeMirror-linenumber",
                    "highlight-gutter",
                    "lntd-numbers"});
}

bool is_not_code(const Dom& dom, NodeId node) {
  const Tag tag = dom.tag(node);
  if (tag == Tag::text) return false;
  return tag == Tag::button || is_skipped(dom, node) || is_gutter(dom, node) ||
         has_class(dom, node,
                   {"copy-button", "copybtn", "copy-btn", "btn-copy", "clipboard-copy",
                    "code-toolbar-item", "toolbar", "copy", "copy-code-button", "code-copy",
                    "clipboard"});
}

// Elements that highlighters draw as one line each.
bool is_line_element(const Dom& dom, NodeId node) {
  const Tag tag = dom.tag(node);
  return is_block_element(tag) && tag != Tag::td && tag != Tag::th && tag != Tag::table &&
         tag != Tag::tbody && tag != Tag::thead;
}

class CodeText {
 public:
  explicit CodeText(const Dom& dom) : dom_(dom) {}

  std::string read(NodeId first, NodeId last) {
    for (NodeId node = first; node < last;) {
      while (!lines_.empty() && lines_.back() <= node) end_line();
      if (dom_.is_text(node)) {
        add(dom_[node].text);
        ++node;
        continue;
      }
      if (is_not_code(dom_, node)) {
        node = dom_.end(node);
        continue;
      }
      if (dom_.tag(node) == Tag::br) add("\n");
      if (is_line_element(dom_, node) || is_line_of_code(node)) {
        if (!text_.empty() && text_.back() != '\n') add("\n");
        lines_.push_back(dom_.end(node));
      }
      ++node;
    }
    return clean();
  }

 private:
  // One `code` a line: a second one beside the first.
  bool is_line_of_code(NodeId node) const {
    if (dom_.tag(node) != Tag::code || dom_.tag(dom_.parent(node)) != Tag::pre) return false;
    const NodeId next = dom_.next_sibling(node);
    return next != kNoNode && dom_.tag(next) == Tag::code;
  }

  void end_line() {
    lines_.pop_back();
    if (!text_.empty() && text_.back() != '\n') add("\n");
  }

  void add(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (text[at] == '\r') continue;
      if (text.substr(at, 2) == "\xC2\xA0") { // a no-break space: highlighters indent with it
        text_ += ' ';
        ++at;
      } else if (text.substr(at, 3) == "\xE2\x80\x8B") { // zero-width space
        at += 2;
      } else {
        text_ += text[at];
      }
    }
  }

  std::string clean() {
    const std::size_t begin = text_.find_first_not_of(" \t\n");
    if (begin == std::string::npos) return {};
    const std::size_t line = text_.rfind('\n', begin);
    const std::size_t end = text_.find_last_not_of(" \t\n") + 1;
    const std::size_t from = line == std::string::npos ? 0 : line + 1;
    return text_.substr(from, end - from);
  }

  const Dom& dom_;
  std::string text_;
  std::vector<NodeId> lines_; // ends of open line elements
};

std::string as_language(std::string_view name) {
  std::string language = ascii_lower(trim(name));
  for (const std::string_view none :
       {"none", "text", "plain", "plaintext", "txt", "nohighlight", "no-highlight", "default",
        "highlight", "raw", "auto", "undefined", "null", "code", "source"}) {
    if (language == none) return {};
  }
  constexpr std::size_t kLongestName = 24;
  const bool is_name = !language.empty() && language.size() <= kLongestName &&
                       std::all_of(language.begin(), language.end(), [](char c) {
                         return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
                                c == '#' || c == '-' || c == '_' || c == '.';
                       });
  return is_name ? language : std::string();
}

std::string language_of_element(const Dom& dom, NodeId node) {
  for (const std::string_view name :
       {"data-lang", "data-language", "data-enlighter-language", "data-code-language"}) {
    std::string language = as_language(dom.attribute(node, name));
    if (!language.empty()) return language;
  }
  const std::string_view classes = dom.attribute(node, "class");
  bool names_language = false; // the next token is one: "sourceCode python", "brush: php"
  for (std::string_view token : split(classes, ' ')) {
    token = trim(token);
    if (token.empty()) continue;
    // Org mode: "src src-python".
    if (starts_with_ignoring_case(token, "src-")) return as_language(token.substr(4));
    for (const std::string_view prefix :
         {"language-", "lang-", "highlight-source-", "highlight-text-", "highlight-",
          "brush:", "code-block-", "hljs-lang-"}) {
      if (!starts_with_ignoring_case(token, prefix) || token.size() == prefix.size()) continue;
      std::string_view rest = token.substr(prefix.size());
      if (!rest.empty() && rest.back() == ';') rest.remove_suffix(1);
      std::string language = as_language(rest);
      if (!language.empty() && language != "wrapper" && language != "container") return language;
    }
    if (names_language) {
      if (token.back() == ';') token.remove_suffix(1);
      std::string language = as_language(token);
      if (!language.empty() && language.find("line") == std::string::npos && language != "hljs")
        return language;
    }
    names_language = equals_ignoring_case(token, "sourceCode") ||
                     equals_ignoring_case(token, "hljs") || equals_ignoring_case(token, "brush:") ||
                     equals_ignoring_case(token, "src");
  }
  return {};
}

} // namespace

void build_code(const Page& page, const Block& source, ArticleBlock& code) {
  const Dom& dom = page.dom;
  const NodeId pre = ancestor_with(dom, source.first, {Tag::pre});
  const NodeId inside = first_in_range(dom, source.first, source.last, {Tag::pre});
  const NodeId node = inside != kNoNode ? inside : pre;
  const NodeId first = node != kNoNode ? node + 1 : source.first;
  const NodeId last = node != kNoNode ? dom.end(node) : source.last;
  Inline text;
  text.text = CodeText(dom).read(first, last);
  if (!text.text.empty()) code.content.push_back(std::move(text));

  for (NodeId inner = first; inner < last && code.code_language.empty(); ++inner) {
    if (dom.tag(inner) == Tag::code) code.code_language = language_of_element(dom, inner);
  }
  constexpr int kMaxWrappers = 5;
  NodeId up = node != kNoNode ? node : source.node;
  for (int step = 0; step < kMaxWrappers && up != kNoNode && code.code_language.empty();
       up = dom.parent(up)) {
    const Tag tag = dom.tag(up);
    // The table that puts numbers beside the lines is one wrapper.
    const bool is_in_table = tag == Tag::td || tag == Tag::tr || tag == Tag::tbody;
    step += is_in_table ? 0 : 1;
    if (tag == Tag::article || tag == Tag::main || tag == Tag::section || tag == Tag::body) break;
    code.code_language = language_of_element(dom, up);
  }
}

bool is_verse(const Page& page, const Block& source) {
  const NodeId pre = ancestor_with(page.dom, source.first, {Tag::pre});
  if (pre == kNoNode || first_in_range(page.dom, pre, page.dom.end(pre), {Tag::code}) != kNoNode)
    return false;
  constexpr int kMaxWrappers = 2;
  NodeId node = pre;
  for (int step = 0; step < kMaxWrappers && node != kNoNode; ++step, node = page.dom.parent(node)) {
    if (has_class_word(page.dom, node, {"verse", "poem", "poetry", "lyrics", "stanza"}) ||
        has_class(page.dom, node, {"preformatted-block"}))
      return true;
  }
  return false;
}

void build_verse(const Page& page, const Block& source, ArticleBlock& verse) {
  const std::string text = CodeText(page.dom).read(source.first + 1, source.last);
  for (const std::string_view line : split(text, '\n')) {
    if (!verse.content.empty()) {
      verse.content.emplace_back();
      verse.content.back().type = Inline::Type::line_break;
    }
    std::size_t indent = 0;
    while (indent < line.size() && line[indent] == ' ') ++indent;
    Inline words;
    // Spaces at the start of a line fold in every format, en spaces stay.
    for (std::size_t i = 0; i < indent; ++i) words.text += "\xE2\x80\x82";
    words.text += fold_space(line);
    if (!words.text.empty()) verse.content.push_back(std::move(words));
  }
}

bool is_line_number_column(const Page& page, const Block& source) {
  constexpr int kMaxWrappers = 4;
  NodeId node = source.first;
  for (int step = 0; step < kMaxWrappers && node != kNoNode; ++step, node = page.dom.parent(node)) {
    if (is_gutter(page.dom, node)) return true;
    const Tag tag = page.dom.tag(node);
    if (tag == Tag::table || tag == Tag::article || tag == Tag::body) return false;
  }
  return false;
}

} // namespace lectern
