// Hostile shapes. Every one must end, within its budgets, with a tree that is sound: what is
// asserted here are node counts and the partial flag. How long each takes is measured elsewhere.
#include <catch2/catch_test_macros.hpp>

#include "parse/html_parser.hpp"
#include "unit/parse/tree_text.hpp"

using namespace lectern;

namespace {

std::string repeat(std::string_view part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

constexpr ParseBudget kNoClock{600'000, 512, 0};

std::size_t deepest(const Dom& dom) {
  std::size_t depth = 0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (!dom.is_text(node)) depth = std::max<std::size_t>(depth, dom[node].depth);
  }
  return depth;
}

std::string all_text(const Dom& dom) {
  std::string out;
  dom.append_text(0, out);
  return out;
}

} // namespace

TEST_CASE("nesting ends at the depth limit and loses no text") {
  for (const char* name : {"div",    "span", "blockquote", "b",        "font", "table",   "ul><li",
                           "svg",    "g",    "math",       "template", "p",    "details", "object",
                           "button", "x-y",  "select",     "form",     "td",   "a"}) {
    const std::string tag = std::string("<") + name + ">";
    const Dom dom =
        parse_html(repeat(tag, 5'000) + "<p>in the middle</p>" + repeat(tag, 5'000), kNoClock);
    CAPTURE(name);
    CHECK(deepest(dom) <= 512);
    CHECK_FALSE(dom.is_partial());
    // What is in a template is not shown, at any depth.
    if (std::string_view(name) != "template") CHECK(all_text(dom) == "in the middle");
  }
}

TEST_CASE("what follows a deep part of the page is where it was") {
  const std::string html = "<main>" + repeat("<div>", 3'000) + "<p>deep</p>" +
                           repeat("</div>", 3'000) +
                           "<p id=after>after</p></main><footer>end</footer>";
  const Dom dom = parse_html(html, kNoClock);
  for (NodeId node = 0; node < dom.size(); ++node) {
    if (dom.attribute(node, "id") == "after") CHECK(dom.tag(dom.parent(node)) == Tag::main);
    if (dom.tag(node) == Tag::footer) CHECK(dom.parent(node) == dom.body());
  }
  CHECK(all_text(dom) == "deepafterend");
}

TEST_CASE("a smaller depth limit holds for elements and keeps order") {
  const Dom dom =
      parse_html("<div><div><div><div><div><div><div><div><div>a<p>b<i>c</i></div>d", {1000, 8, 0});
  CHECK(deepest(dom) <= 8);
  CHECK(all_text(dom) == "abcd");
}

TEST_CASE("an unclosed font in each paragraph does not multiply") {
  std::string html;
  for (int i = 0; i < 3'000; ++i) html += "<p><font color=" + std::to_string(i) + ">";
  const Dom dom = parse_html(html, kNoClock);
  CHECK(dom.size() < 200'000);
  CHECK_FALSE(dom.is_partial());
  CHECK(parse_html(html + html + html + html + html + html, kNoClock).size() <= kNoClock.max_nodes);
}

TEST_CASE("long attributes of formatting elements are not copied into each paragraph") {
  const Dom dom = parse_html(
      "<font face='" + std::string(1'000'000, 'x') + "'>" + repeat("<p>a", 5'000), kNoClock);
  std::size_t bytes = 0;
  for (NodeId node = 0; node < dom.size(); ++node) {
    for (const Attribute* a = dom.attributes_begin(node); a != dom.attributes_end(node); ++a)
      bytes += a->value.size();
  }
  CHECK(bytes <= 1'000'000);
  CHECK_FALSE(dom.is_partial());
}

TEST_CASE("the node budget ends the page and says so") {
  const std::string html = repeat("<p>a", 2'000);
  const Dom dom = parse_html(html, {1'000, 512, 0});
  CHECK(dom.size() == 1'000);
  CHECK(dom.is_partial());
  CHECK(dom.body() != kNoNode);
  CHECK(dom.end(0) == 1'000);
  CHECK_FALSE(parse_html(html, {10'000, 512, 0}).is_partial());
}

TEST_CASE("memory is bounded by the node budget too") {
  const Dom dom = parse_html(repeat("<p>a", 3'000'000), kNoClock);
  CHECK(dom.is_partial());
  CHECK(dom.size() <= kNoClock.max_nodes);
}

TEST_CASE("text ends at its budget, between two characters, and scripts do not count") {
  const std::string html = "<script>" + repeat("x", 1'000) + "</script><p>" +
                           repeat("\xC3\xA4", 60) + "<p>" + repeat("\xC3\xA4", 60);
  const Dom whole = parse_html(html, {1'000, 512, 0, 240});
  CHECK_FALSE(whole.is_partial());
  const Dom cut = parse_html(html, {1'000, 512, 0, 201});
  CHECK(cut.is_partial());
  std::string text;
  cut.append_text(cut.body(), text);
  CHECK(text == repeat("\xC3\xA4", 100));
}

TEST_CASE("an element keeps its first attributes") {
  std::string html = "<p";
  for (int i = 0; i < 100'000; ++i) html += " a" + std::to_string(i) + "=1";
  const Dom dom = parse_html(html + ">x</p><p>y", kNoClock);
  const NodeId p = dom.body() + 1;
  CHECK(dom.has_attribute(p, "a0"));
  CHECK(dom[p].attribute_count <= 256);
  CHECK(all_text(dom) == "xy");
}

TEST_CASE("attributes of many body tags are merged only so far") {
  std::string html;
  for (int i = 0; i < 50'000; ++i) html += "<body a" + std::to_string(i) + ">";
  const Dom dom = parse_html(html, kNoClock);
  CHECK(dom[dom.body()].attribute_count < 1'000);
}

TEST_CASE("text in pieces keeps its order") {
  std::string expected = repeat("x", 100'000);
  CHECK(all_text(parse_html(repeat("x</i>", 100'000), kNoClock)) == expected);
  CHECK(all_text(parse_html(repeat("x<!---->", 100'000), kNoClock)) == expected);
  CHECK(all_text(parse_html("<table>" + repeat("x<tr>", 100'000), kNoClock)) == expected);
}

TEST_CASE("one long text, attribute or comment is whole") {
  const std::string text(3'000'000, 'x');
  CHECK(all_text(parse_html("<p>" + text, kNoClock)) == text);
  const Dom dom = parse_html("<p title='" + text + "'>a<!--" + text + "-->b", kNoClock);
  CHECK(dom.attribute(dom.body() + 1, "title") == text);
  CHECK(all_text(dom) == "ab");
}

TEST_CASE("selected options are not cloned") {
  const Dom dom = parse_html("<select><button><selectedcontent></selectedcontent></button>" +
                                 repeat("<option selected>x</option>", 1'000) + "</select>",
                             kNoClock);
  CHECK(all_text(dom) == repeat("x", 1'000));
}

TEST_CASE("a page of many different names is whole") {
  std::string html;
  for (int i = 0; i < 50'000; ++i)
    html += "<x" + std::to_string(i) + " y" + std::to_string(i) + "></x" + std::to_string(i) + ">";
  const Dom dom = parse_html(html, kNoClock);
  CHECK(dom.size() == 50'000 + 3);
  CHECK(dom[dom.size() - 1].text == "x49999");
  CHECK(dom.has_attribute(dom.size() - 1, "y49999"));
}

TEST_CASE("the clock ends a parse with what was read") {
  const Dom dom = parse_html(repeat("<p>a<b>b</b>", 2'000'000), {100'000'000, 512, 1});
  CHECK(dom.is_partial());
  CHECK(dom.body() != kNoNode);
  CHECK(dom.size() > 3);
}
