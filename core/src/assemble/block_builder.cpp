#include "assemble/block_builder.hpp"

#include <string>
#include <utility>

#include "assemble/code_blocks.hpp"
#include "assemble/embeds.hpp"
#include "assemble/figures.hpp"
#include "assemble/formula_range.hpp"
#include "assemble/inlines.hpp"
#include "assemble/markup_hints.hpp"
#include "base/text.hpp"

namespace lectern {

ArticleBlock BlockBuilder::build(std::size_t index) {
  const Block& source = document_.blocks[index];
  const Verdict& verdict = verdicts_[index];
  ArticleBlock block;
  block.id = static_cast<int>(index);
  block.kind = verdict.kind;
  block.confidence = verdict.confidence;
  block.uncertain = verdict.uncertain;
  block.reason = verdict.reason;
  if (source.shape == Shape::heading) block.level = source.heading_level;
  if (source.node == kNoNode) {
    fill_from_text(source, verdict, block);
  } else {
    fill_from_markup(source, block);
    if (source.shape == Shape::list_item) add_check_box(source, block);
    read_language(source, block);
  }
  return block;
}

void BlockBuilder::fill_from_text(const Block& source, const Verdict& verdict,
                                  ArticleBlock& block) {
  const std::string_view text = document_.text_of(source);
  if (block.kind == Kind::figure || verdict.figure >= 0) {
    add_figure_text(block, text, verdict);
  } else if (block.kind == Kind::code) {
    block.content.emplace_back();
    block.content.back().text = std::string(text);
  } else if (block.kind == Kind::table) {
    build_text_table(text, block, table_budget_);
  } else {
    block.content = text_inlines(text);
  }
}

void BlockBuilder::add_figure_text(ArticleBlock& figure, std::string_view text,
                                   const Verdict& verdict) const {
  if (verdict.is_alt) {
    if (figure.images.empty()) figure.images.emplace_back();
    figure.images.front().alt = fold_space(text);
  } else {
    attach_caption(page_, figure, text_inlines(text), verdict.is_credit);
  }
}

void BlockBuilder::fill_from_markup(const Block& source, ArticleBlock& block) {
  switch (source.shape) {
    case Shape::figure:
      build_figure(page_, source, block);
      take_player(page_, source, block);
      return;
    case Shape::embed:
      build_embed(page_, source, block);
      if (block.embed.url.empty() && block.kind == Kind::embed) block.kind = Kind::quote;
      return;
    case Shape::code:
      if (is_verse(page_, source)) {
        build_verse(page_, source, block);
        if (block.kind == Kind::code) block.kind = Kind::paragraph;
        return;
      }
      if (!is_line_number_column(page_, source)) build_code(page_, source, block);
      return;
    case Shape::table:
      build_table(page_, source, block, table_budget_);
      if (!block.rows.empty()) return;
      break;
    case Shape::divider:
      return;
    default:
      break;
  }
  const bool is_note = block.kind == Kind::paragraph && page_.dom.tag(source.node) == Tag::p &&
                       page_.dom.attribute(source.node, "role") == "note";
  if (is_note) block.kind = Kind::note;
  InlineOptions options;
  options.block = source.node;
  options.is_heading = block.kind == Kind::heading;
  options.keeps_lines = source.shape == Shape::table;
  const NodeId label = ancestor_with(page_.dom, source.first, {Tag::label});
  if (label != kNoNode && is_hidden(page_.dom, label)) return;
  const NodeRange range = with_formulas(page_.dom, document_, source);
  const NodeId call = verdicts_[static_cast<std::size_t>(block.id)].attached_call;
  block.content = build_inlines(page_, range.first, call == kNoNode ? range.last : call, options);
  // Where all of a block stands in elements that are never content, the text that was judged
  // counts.
  if (is_blank(block.content) && !source.is_hidden)
    block.content = text_inlines(document_.text_of(source));
}

// The box of a task stands before the text of its item.
void BlockBuilder::add_check_box(const Block& source, ArticleBlock& block) const {
  const Dom& dom = page_.dom;
  const NodeId item = ancestor_with(dom, source.node, {Tag::li});
  if (item == kNoNode || is_blank(block.content)) return;
  for (NodeId node = item + 1; node < source.first; ++node) {
    if (dom.is_text(node) && !trim(dom[node].text).empty()) return;
    const bool is_box = dom.tag(node) == Tag::input && dom.has_attribute(node, "disabled") &&
                        dom.attribute(node, "type") == "checkbox";
    if (!is_box) continue;
    constexpr std::string_view kUnchecked = "\xE2\x98\x90 "; // as a page draws them
    constexpr std::string_view kChecked = "\xE2\x98\x91 ";
    Inline box;
    box.text = dom.has_attribute(node, "checked") ? kChecked : kUnchecked;
    if (block.content.front().type == Inline::Type::text) {
      block.content.front().text.insert(0, box.text);
    } else {
      block.content.insert(block.content.begin(), std::move(box));
    }
    return;
  }
}

// The language and direction of the nearest element that says so, below `body`: what the page
// says of itself is often its template's.
void BlockBuilder::read_language(const Block& source, ArticleBlock& block) {
  const auto primary = [](std::string_view language) {
    return language.substr(0, language.find_first_of("-_"));
  };
  const Locale locale = locales_.of(source.node);
  if (!locale.language.empty() &&
      !equals_ignoring_case(primary(locale.language), primary(page_.language)))
    block.language = std::string(locale.language);
  const std::string_view article =
      page_.direction.empty() ? std::string_view("ltr") : std::string_view(page_.direction);
  if (!locale.direction.empty() && locale.direction != article)
    block.direction = std::string(locale.direction);
}

} // namespace lectern
