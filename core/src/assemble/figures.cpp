// A figure's text is its caption without its credit. The credit is found by its own element (class
// hints, microdata), else by the words in front of it.

#include "assemble/figures.hpp"

#include <algorithm>
#include <utility>

#include "assemble/credit_text.hpp"
#include "assemble/images.hpp"
#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {
namespace {

bool is_credit_element(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::text || element.attribute_count == 0) return false;
  const std::string_view property = dom.attribute(node, "itemprop");
  if (has_token(property,
                {"copyrightHolder", "creditText", "creator", "author", "copyrightNotice"}))
    return true;
  return has_class_word(dom, node,
                        {"credit", "credits", "copyright", "photographer", "attribution",
                         "courtesy", "rights", "photocredit", "imagecredit", "mediacredit",
                         "kredit", "fotograf", "bildquelle", "quelle", "copy"});
}

bool is_caption_element(const Dom& dom, NodeId node) {
  const DomNode& element = dom[node];
  if (element.tag == Tag::figcaption) return true;
  if (element.tag == Tag::text || element.attribute_count == 0) return false;
  if (element.tag == Tag::img || element.tag == Tag::figure) return false;
  if (has_token(dom.attribute(node, "itemprop"), {"caption", "description"})) return true;
  return has_class_word(
      dom, node,
      {"caption", "figcaption", "legend", "legende", "bildunterschrift", "imagecaption"});
}

// The elements in the range that say what the figure shows, outermost only; with figcaptions no
// other.
std::vector<NodeId> caption_elements(const Dom& dom, NodeId first, NodeId last) {
  std::vector<NodeId> elements;
  const bool has_figcaption = first_in_range(dom, first, last, {Tag::figcaption}) != kNoNode;
  for (NodeId node = first; node < last; ++node) {
    const bool is_caption =
        has_figcaption ? dom.tag(node) == Tag::figcaption : is_caption_element(dom, node);
    // A wrapper that holds the image too is not the caption, whatever its class says
    // ("wp-caption").
    if (!is_caption ||
        first_in_range(dom, node, dom.end(node), {Tag::img, Tag::picture, Tag::amp_img}) != kNoNode)
      continue;
    elements.push_back(node);
    node = dom.end(node) - 1;
  }
  return elements;
}

std::vector<NodeId> credit_elements(const Dom& dom, NodeId first, NodeId last) {
  std::vector<NodeId> elements;
  for (NodeId node = first; node < last; ++node) {
    if (!is_credit_element(dom, node) || dom.end(node) > last) continue;
    if (dom.tag(node) == Tag::figcaption || dom.tag(node) == Tag::figure) continue;
    if (first_in_range(dom, node, dom.end(node), {Tag::img, Tag::picture, Tag::figcaption}) !=
        kNoNode)
      continue;
    elements.push_back(node);
    node = dom.end(node) - 1;
  }
  return elements;
}

void append(Inlines& to, Inlines from) {
  if (is_blank(from)) return;
  if (!to.empty()) {
    to.emplace_back();
    to.back().type = Inline::Type::line_break;
  }
  std::move(from.begin(), from.end(), std::back_inserter(to));
}

bool says_the_same(const Inlines& a, const Inlines& b) {
  return tokens_of(text_of(a)) == tokens_of(text_of(b));
}

// "(Jane Doe)" as a whole.
void strip_brackets(Inlines& text) {
  if (text.size() != 1 || text.front().type != Inline::Type::text) return;
  std::string& words = text.front().text;
  const std::size_t end = words.size() - 1;
  if (words.size() > 2 && words.front() == '(' && words.find(')') == end)
    words = std::string(trim(words.substr(1, end - 1)));
}

/// An element with several pictures apart from each other is several figures: each says its own
/// part, or n pictures would say n times n.
bool is_alone_in(const Dom& dom, NodeId element, const Block& source) {
  return first_in_range(dom, element, source.first, {Tag::img, Tag::amp_img}) == kNoNode &&
         first_in_range(dom, source.last, dom.end(element), {Tag::img, Tag::amp_img}) == kNoNode;
}

} // namespace

void build_figure(const Page& page, const Block& source, ArticleBlock& figure) {
  const Dom& dom = page.dom;
  const bool is_figure_element = source.node != kNoNode && dom.tag(source.node) == Tag::figure &&
                                 is_alone_in(dom, source.node, source);
  const NodeId first = is_figure_element ? source.node : source.first;
  const NodeId last = is_figure_element ? dom.end(source.node) : source.last;
  figure.images = read_images(page, first, last);

  InlineOptions options;
  options.with_images = false;
  options.excluded = credit_elements(dom, first, last);
  for (const NodeId node : options.excluded) {
    if (is_hidden(dom, node)) continue;
    InlineOptions credit_options;
    credit_options.with_images = false;
    Inlines credit = build_inlines(page, node, dom.end(node), credit_options);
    strip_brackets(credit);
    if (!says_the_same(credit, figure.credit)) append(figure.credit, std::move(credit));
  }
  const std::vector<NodeId> captions = caption_elements(dom, first, last);
  for (const NodeId node : captions) {
    options.block = node;
    append(figure.caption, build_inlines(page, node, dom.end(node), options));
  }
  if (captions.empty()) {
    options.block = source.node;
    append(figure.caption, build_inlines(page, first, last, options));
  }
  part_credit(page, figure.caption, figure.credit);
}

void part_credit(const Page& page, Inlines& caption, Inlines& credit) {
  // Only plain text is cut: the credit is the last run, or the whole caption.
  if (caption.empty()) return;
  Inline& last = caption.back();
  const bool is_text = last.type == Inline::Type::text;
  const std::size_t begin = is_text ? credit_begin(page.lexicon, last.text) : std::string::npos;
  if (begin == std::string::npos) {
    if (!is_credit_text(page.lexicon, text_of(caption))) return;
    if (is_blank(credit)) credit = std::move(caption);
    caption.clear();
    return;
  }
  std::string_view words = trim(std::string_view(last.text).substr(begin));
  if (words.size() >= 2 && words.front() == '(' && words.back() == ')')
    words = words.substr(1, words.size() - 2);
  if (words.size() >= 2 && words.front() == '[' && words.back() == ']')
    words = words.substr(1, words.size() - 2);
  Inlines found = text_inlines(words);
  if (is_blank(credit)) credit = std::move(found);
  last.text = std::string(trim(std::string_view(last.text).substr(0, begin)));
  if (last.text.empty()) caption.pop_back();
  while (!caption.empty() && caption.back().type == Inline::Type::line_break) caption.pop_back();
}

void attach_caption_block(const Page& page, ArticleBlock& figure, const Block& source,
                          bool is_credit) {
  InlineOptions options;
  options.block = source.node;
  if (!is_credit) {
    options.excluded = credit_elements(page.dom, source.first, source.last);
    for (const NodeId node : options.excluded) {
      Inlines credit = build_inlines(page, node, page.dom.end(node));
      strip_brackets(credit);
      attach_caption(page, figure, std::move(credit), true);
    }
  }
  attach_caption(page, figure, build_inlines(page, source.first, source.last, options), is_credit);
}

void attach_caption(const Page& page, ArticleBlock& figure, Inlines text, bool is_credit) {
  Inlines& place = is_credit ? figure.credit : figure.caption;
  if (is_blank(text) || says_the_same(place, text)) return;
  if (figure.kind == Kind::table) {
    append(figure.caption, std::move(text));
    return;
  }
  append(place, std::move(text));
  if (!is_credit) part_credit(page, figure.caption, figure.credit);
}

} // namespace lectern
