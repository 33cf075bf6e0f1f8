// Notes stand apart from the text that refers to them, and read like lists of links: a mark in the
// text that leads to one is the proof that it belongs. Sources of quotations and corrections are
// kept for the like reason: what they belong to is kept.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxMarkBytes = 8;
constexpr int kMaxMarkLetters = 2;
constexpr float kMaxNoteTokens = 400;
constexpr float kMaxSourceTokens = 25;
constexpr float kMinCorrectionTokens = 6, kMaxCorrectionTokens = 120;
constexpr float kMinLikelihoodOfMarked = 0.2F; // of a line with a note's mark, among the text
constexpr int kBlocksBelowBody = 3;            // how far below the text a correction may stand
constexpr int kBlocksAboveBody = 2;
constexpr float kMostLinked = 0.3F, kMostLinkedInNote = 0.6F; // "For the lighthouse, see ..."

// "1", "[a]", "*": what a link to a note says.
bool is_mark(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > kMaxMarkBytes) return false;
  int letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c)) return false;
    if (is_letter(c)) ++letters;
  }
  return letters <= kMaxMarkLetters;
}

/// The element holds a mark and nothing else. One with more than a few nodes does not: a place that
/// many marks lead to is read for each of them.
bool holds_mark(const Dom& dom, NodeId element) {
  constexpr NodeId kMostNodes = 32;
  if (dom.end(element) - element > kMostNodes) return false;
  std::string text;
  dom.append_text(element, text);
  return is_mark(text);
}

/// A link that says itself that it leads to a note, whatever its words are.
bool is_named_reference(const Dom& dom, NodeId link) {
  if (dom.attribute(link, "role") == "doc-noteref") return true;
  const std::string_view described = dom.attribute(link, "aria-describedby");
  return contains_ignoring_case(described, "footnote") ||
         contains_ignoring_case(described, "endnote");
}

/// Names of places on the page that marks in the kept text lead to, with the place of the mark.
std::unordered_map<std::string_view, NodeId> marked_places(const PassInput& in,
                                                           const Verdicts& verdicts) {
  std::unordered_map<std::string_view, NodeId> places;
  for (std::size_t i = 0; i < in.size(); ++i) {
    const Block& block = in.block(i);
    if (!is_body(verdicts[i].kind) || block.link_count == 0 || block.node == kNoNode) continue;
    for (NodeId node = block.first; node < block.last; ++node) {
      if (in.dom.tag(node) != Tag::a) continue;
      const std::string_view target = trim(in.dom.attribute(node, "href"));
      const std::size_t hash = target.find('#');
      if (hash == std::string_view::npos || hash + 1 == target.size()) continue;
      if (holds_mark(in.dom, node) || is_named_reference(in.dom, node))
        places.try_emplace(target.substr(hash + 1), node);
    }
  }
  return places;
}

/// A mark in the line leads to a place on the page, set small as marks of notes are.
bool has_small_mark(const PassInput& in, std::size_t i) {
  const Block& block = in.block(i);
  if (block.link_count == 0 || block.node == kNoNode) return false;
  for (NodeId node = block.first; node < block.last; ++node) {
    if (in.dom.tag(node) != Tag::a || !in.dom.attribute(node, "href").starts_with('#')) continue;
    const NodeId up = in.dom.parent(node);
    if (up != kNoNode && in.dom.tag(up) == Tag::sup && holds_mark(in.dom, node)) return true;
  }
  return false;
}

/// The element that holds the whole note: the place itself, or what a mark at its start stands in.
NodeId note_element(const Dom& dom, NodeId place) {
  constexpr int kMaxSteps = 4;
  for (int step = 0; step < kMaxSteps; ++step) {
    const Tag tag = dom.tag(place);
    if (tag == Tag::li || tag == Tag::p || tag == Tag::dd || tag == Tag::td || tag == Tag::aside)
      return place;
    if (tag == Tag::div && !holds_mark(dom, place)) return place;
    const NodeId up = dom.parent(place);
    if (up == kNoNode || dom.tag(up) == Tag::body) break;
    place = up;
  }
  return kNoNode;
}

/// "Correction: ...", or in an element of that name. Who else contributed, and where a text was
/// first printed, is no part of it.
bool is_labelled_note(const PassInput& in, std::size_t i) {
  constexpr std::size_t kMaxLabelBytes = 32;
  constexpr int kMaxLabelTokens = 3;
  const std::string_view text = in.text(i);
  const std::size_t colon = text.substr(0, kMaxLabelBytes).find(':');
  if (colon != std::string_view::npos && count_tokens(text.substr(0, colon)) <= kMaxLabelTokens) {
    // One that is all label and name ("Copyright: ...") says nothing.
    constexpr int kMinTokensAfter = 5;
    return count_tokens(text.substr(colon)) >= kMinTokensAfter;
  }
  constexpr int kLevels = 2;
  NodeId node = in.block(i).node;
  for (int level = 0; level < kLevels && node != kNoNode; ++level, node = in.dom.parent(node)) {
    const std::string_view classes = in.dom.attribute(node, "class");
    for (const std::string_view word : {"correction", "clarification", "editors-note",
                                        "editor-note", "editorial-note", "errata"}) {
      if (contains_ignoring_case(classes, word)) return true;
    }
  }
  return false;
}

/// One that its markup calls a note of this page, and not of a browser or a form.
bool is_marked_note(const PassInput& in, std::size_t i) {
  NodeId node = in.block(i).node;
  if (node == kNoNode) return false;
  return in.dom.attribute(node, "role") == "note" ||
         (in.dom.parent(node) != kNoNode &&
          in.dom.attribute(in.dom.parent(node), "role") == "note");
}

} // namespace

void keep_marked_lines(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  for (int at = body.first + 1; at < body.last; ++at) {
    const auto i = static_cast<std::size_t>(at);
    if (verdicts[i].kind == Kind::furniture && in.block(i).shape == Shape::paragraph &&
        verdicts[i].keep >= kMinLikelihoodOfMarked && !in.block(i).is_hidden &&
        has_small_mark(in, i))
      keep_in_doubt(verdicts[i], Kind::paragraph);
  }
}

void keep_referenced_notes(const PassInput& in, Verdicts& verdicts) {
  const auto places = marked_places(in, verdicts);
  if (places.empty()) return;
  const auto& blocks = in.document.blocks;
  std::unordered_set<NodeId> seen; // notes, each of which many places may stand in
  std::size_t top = in.size();     // the uppermost block of a note
  for (NodeId node = 0; node < in.dom.size(); ++node) {
    if (in.dom.is_text(node) || in.dom[node].attribute_count == 0) continue;
    std::string_view name = in.dom.attribute(node, "id");
    if (name.empty() && in.dom.tag(node) == Tag::a) name = in.dom.attribute(node, "name");
    if (name.empty()) continue;
    const auto place = places.find(name);
    if (place == places.end() || node < place->second) continue;
    const NodeId note = note_element(in.dom, node);
    if (note == kNoNode || in.dom.contains(note, place->second)) continue;
    if (!seen.insert(note).second) continue;
    const auto first =
        std::lower_bound(blocks.begin(), blocks.end(), note,
                         [](const Block& block, NodeId at) { return block.first < at; });
    auto last = first;
    float tokens = 0;
    for (; last != blocks.end() && last->first < in.dom.end(note); ++last)
      tokens += in.at(static_cast<std::size_t>(last - blocks.begin()), Feature::tokens);
    if (tokens > kMaxNoteTokens) continue;
    top = std::min(top, static_cast<std::size_t>(first - blocks.begin()));
    for (auto block = first; block != last; ++block) {
      Verdict& verdict = verdicts[static_cast<std::size_t>(block - blocks.begin())];
      if (verdict.kind != Kind::furniture || block->is_hidden) continue;
      verdict.kind = kind_of_shape(block->shape);
      verdict.reason = "referenced_note";
      verdict.confidence = 0.8F;
      verdict.uncertain = false;
    }
  }
  // "References" stands over the notes of an article and the links of a site alike.
  if (top == 0 || top == in.size() || !is_body(verdicts[top].kind)) return;
  Verdict& heading = verdicts[top - 1];
  if (heading.kind == Kind::furniture && in.block(top - 1).shape == Shape::heading &&
      !in.block(top - 1).is_hidden && in.at(top - 1, Hint::hidden) > 0)
    keep_in_doubt(heading, Kind::heading);
}

void keep_sources_and_captions(const PassInput& in, Verdicts& verdicts) {
  for (std::size_t i = 1; i < in.size(); ++i) {
    Verdict& verdict = verdicts[i];
    if (verdict.kind != Kind::furniture || in.block(i).node == kNoNode || in.block(i).is_hidden)
      continue;
    if (in.at(i, Feature::tokens) > kMaxSourceTokens || !is_kept(verdicts[i - 1].kind)) continue;
    // Inside the quotation, or below it, or below a listing or a table, in one figure.
    NodeId around = in.block(i).node;
    constexpr int kMaxSteps = 4;
    for (int step = 0; step < kMaxSteps && around != kNoNode; ++step) {
      if (in.dom.tag(around) == Tag::blockquote || in.dom.tag(around) == Tag::figure) break;
      around = in.dom.parent(around);
    }
    if (around == kNoNode || !in.dom.contains(around, in.block(i - 1).first) ||
        is_wordless(in.block(i)))
      continue;
    const Shape above = in.block(i - 1).shape;
    const bool is_quoted = in.dom.tag(around) == Tag::blockquote;
    const bool is_captioned =
        in.dom.tag(around) == Tag::figure &&
        (above == Shape::quote || above == Shape::code || above == Shape::table);
    if (!is_quoted && !is_captioned) continue;
    verdict.kind = is_quoted ? Kind::quote : kind_of_shape(in.block(i).shape);
    verdict.reason = above == Shape::quote ? "quote_source" : "caption";
    verdict.confidence = 0.7F;
    verdict.uncertain = true;
  }
}

// A term goes with what defines it, and a definition with the term that it follows; what unfolds
// has its name.
void keep_defined_terms(const PassInput& in, Verdicts& verdicts) {
  const auto belongs_to = [&](std::size_t i, std::size_t other) {
    return is_body(verdicts[other].kind) && verdicts[other].figure < 0 &&
           in.dom.contains(in.dom.parent(in.block(i).node), in.block(other).first);
  };
  const auto keep = [&](std::size_t i, Tag tag, std::size_t other) {
    Verdict& verdict = verdicts[i];
    const Block& block = in.block(i);
    if (verdict.kind != Kind::furniture || block.node == kNoNode || block.is_hidden ||
        in.dom.tag(block.node) != tag || is_wordless(block) || !belongs_to(i, other) ||
        in.at(i, Feature::tokens) > kMaxSourceTokens)
      return;
    verdict.kind = Kind::paragraph;
    verdict.reason = "among_text";
    verdict.confidence = 0.7F;
    verdict.uncertain = true;
  };
  for (std::size_t i = in.size(); i-- > 1;) {
    keep(i - 1, Tag::dt, i);
    keep(i - 1, Tag::summary, i);
  }
  for (std::size_t i = 1; i < in.size(); ++i) keep(i, Tag::dd, i - 1);
}

void keep_corrections(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  if (body.first < 0) return;
  const NodeId last = in.block(static_cast<std::size_t>(body.last)).node;
  NodeId box = last;
  constexpr int kLevelsAround =
      2; // a correction stands beside the paragraphs or in a box of its own
  for (int level = 0; level < kLevelsAround && box != kNoNode; ++level) box = in.dom.parent(box);
  if (box == kNoNode || in.dom.tag(box) == Tag::html) return;
  const int end = std::min(static_cast<int>(in.size()), body.last + 1 + kBlocksBelowBody);
  for (int at = std::max(0, body.first - kBlocksAboveBody); at < end; ++at) {
    const auto i = static_cast<std::size_t>(at);
    Verdict& verdict = verdicts[i];
    const bool is_shown = verdict.kind == Kind::paragraph;
    if (verdict.kind != Kind::furniture && !is_shown) continue;
    const bool is_marked = is_marked_note(in, i);
    if (!is_marked && (!in.hits(i, Lexicon::correction_note) || !is_labelled_note(in, i))) continue;
    const float tokens = in.at(i, Feature::tokens);
    const bool speaks_to_reader = in.hits(i, Lexicon::subscription_prompt) ||
                                  in.hits(i, Lexicon::promo) || in.hits(i, Lexicon::furniture) ||
                                  in.hits(i, Lexicon::share_bar) || in.hits(i, Lexicon::author_bio);
    if (tokens < kMinCorrectionTokens || tokens > kMaxCorrectionTokens || speaks_to_reader ||
        in.at(i, Feature::link_density) > (is_marked ? kMostLinkedInNote : kMostLinked) ||
        in.block(i).is_hidden || (!is_marked && !in.dom.contains(box, in.block(i).node)))
      continue;
    verdict.kind = Kind::note;
    if (is_shown) continue;
    verdict.reason = "correction";
    verdict.confidence = 0.7F;
    verdict.uncertain = true;
  }
}

} // namespace lectern
