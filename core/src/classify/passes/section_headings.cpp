// Headings that the words alone do not tell from a box's title or from emphasis: what follows them
// in the same box does.
#include <algorithm>

#include "classify/passes.hpp"
#include "classify/passes/text_names.hpp"

namespace lectern {
namespace {

constexpr float kMaxHeadingTokens = 20;
constexpr float kMaxBoldTokens = 12;
constexpr float kMinSectionTokens = 15; // of the paragraph below a heading in bold
constexpr float kMaxLineTokens = 10;    // between a heading and its text
constexpr float kMaxLinkedTokens = 25;  // of one that leads elsewhere: "Main articles: ..."
constexpr float kMaxCaptionTokens = 40;
constexpr int kMaxLines = 3;
constexpr float kNearHint = 3;
constexpr float kMinLikelihoodOfSection = 0.4F; // of a heading in words that furniture has, too
constexpr float kMinLikelihoodOfFirst = 0.25F;
constexpr float kMinLikelihoodOfBold = 0.25F;

/// Nothing but the heading, and controls of a word or two ("[edit]").
bool holds_heading_alone(const PassInput& in, NodeId box, std::size_t heading) {
  constexpr float kMaxControlTokens = 2;
  if (in.dom.tag(box) == Tag::aside) return false;
  for (std::size_t i = heading + 1; i < in.size() && in.dom.contains(box, in.block(i).first); ++i) {
    if (is_wordless(in.block(i)) || in.at(i, Feature::tokens) > kMaxControlTokens) return false;
  }
  return heading == 0 || !in.dom.contains(box, in.block(heading - 1).first);
}

/// The outermost box that holds the heading and nothing else; the heading where it has none.
NodeId box_of_heading(const PassInput& in, std::size_t heading) {
  constexpr int kMaxBoxes = 4;
  NodeId box = in.block(heading).node;
  for (int step = 0; step < kMaxBoxes; ++step) {
    const NodeId up = in.dom.parent(box);
    if (up == kNoNode || in.dom.tag(up) == Tag::body || in.dom.tag(up) == Tag::article ||
        in.dom.tag(up) == Tag::li || !holds_heading_alone(in, up, heading))
      break;
    box = up;
  }
  return box;
}

/// A page builder puts each heading and each text into boxes of one make, side by side.
bool stands_in_box_alike(const PassInput& in, std::size_t heading, std::size_t text) {
  const NodeId own = box_of_heading(in, heading), around = in.dom.parent(own);
  if (own == in.block(heading).node || around == kNoNode) return false;
  NodeId other = in.block(text).node;
  while (other != kNoNode && in.dom.parent(other) != around) other = in.dom.parent(other);
  if (other == kNoNode || in.dom.tag(other) != in.dom.tag(own)) return false;
  const std::string_view names = in.dom.attribute(own, "class"),
                         other_names = in.dom.attribute(other, "class");
  const std::string_view name = names.substr(0, names.find(' '));
  return !name.empty() && other_names.substr(0, other_names.find(' ')) == name;
}

/// A heading stands beside its text, alone or in an element that is named after headings: a teaser
/// in a box of its own does not.
bool stands_beside(const PassInput& in, std::size_t heading, std::size_t text) {
  const NodeId own = in.block(heading).node, box = in.dom.parent(own);
  if (box == kNoNode) return false;
  for (NodeId up = in.block(text).node; up != kNoNode; up = in.dom.parent(up)) {
    if (in.dom.parent(up) == box) return true;
    constexpr float kWrapper = 1;
    if (in.at(heading, Hint::title) <= kWrapper && in.dom.parent(up) == in.dom.parent(box))
      return holds_heading_alone(in, box, heading);
  }
  return false;
}

/// The element that many levels above the block's own, which a class hint at that distance names.
bool is_named_apart(const PassInput& in, std::size_t i, Hint hint, std::size_t below) {
  const float distance = in.at(i, hint);
  if (distance > kNearHint) return false;
  NodeId box = in.block(i).node;
  for (int level = 0; level < static_cast<int>(distance) && box != kNoNode; ++level)
    box = in.dom.parent(box);
  // A name that the text below shares says nothing against the heading.
  return box == kNoNode || !in.dom.contains(box, in.block(below).first);
}

bool speaks_of_something_else(const PassInput& in, const NamesOfText& names, const Verdict& verdict,
                              std::size_t i, std::size_t below) {
  // Phrases of navigation do not count: a site and an article both have sections on culture.
  for (const Lexicon lexicon :
       {Lexicon::subscription_prompt, Lexicon::promo, Lexicon::share_bar, Lexicon::comment,
        Lexicon::end_mark, Lexicon::furniture, Lexicon::tag_list, Lexicon::author_bio,
        Lexicon::advertisement, Lexicon::consent, Lexicon::withheld}) {
    // "Notes", "Transcript", "References" stand over parts of an article as well: the model tells.
    const bool may_be_section = (lexicon == Lexicon::furniture || lexicon == Lexicon::end_mark) &&
                                verdict.keep >= kMinLikelihoodOfSection;
    if (in.hits(i, lexicon) && !may_be_section) return true;
  }
  for (const Hint hint : {Hint::related, Hint::newsletter, Hint::comment, Hint::ad, Hint::share,
                          Hint::author, Hint::toc, Hint::promo_card, Hint::sidebar}) {
    if (is_named_apart(in, i, hint, below) && !names.bear(hint)) return true;
  }
  return false;
}

/// The text that a heading stands over, or -1: the next block with words in the heading's box, or
/// beside a box that holds the heading alone, but for a short line.
int text_below(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  constexpr int kLevelsAround = 2;
  NodeId box = in.block(i).node;
  for (int level = 0; level < kLevelsAround && box != kNoNode; ++level) box = in.dom.parent(box);
  if (in.block(i).shape == Shape::heading) {
    const NodeId around = in.dom.parent(box_of_heading(in, i));
    if (box != kNoNode && around != kNoNode && in.dom.contains(around, box)) box = around;
  }
  if (box == kNoNode) return -1;
  int lines = 0;
  for (std::size_t j = i + 1; j < in.size(); ++j) {
    if (!in.dom.contains(box, in.block(j).first)) return -1;
    if (is_wordless(in.block(j))) continue;
    if (is_body(verdicts[j].kind)) return static_cast<int>(j);
    const bool is_linked = in.at(j, Feature::link_density) > 0.5F;
    const bool is_caption = in.block(j - 1).shape == Shape::figure; // not attached yet
    const float longest = is_caption  ? kMaxCaptionTokens
                          : is_linked ? kMaxLinkedTokens
                                      : kMaxLineTokens;
    if (in.at(j, Feature::tokens) > longest || ++lines > kMaxLines) return -1;
  }
  return -1;
}

bool is_all_bold(const Block& block) {
  return block.text_length > 0 && block.bold_bytes >= block.text_length;
}

} // namespace

void keep_headings_of_kept_text(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  const NamesOfText names(in, verdicts);
  const bool has_headline = std::any_of(verdicts.begin(), verdicts.end(),
                                        [](const Verdict& v) { return v.kind == Kind::headline; });
  // From the end: a heading may stand over headings that were just kept.
  for (std::size_t i = in.size(); i-- > 0;) {
    const Block& block = in.block(i);
    Verdict& verdict = verdicts[i];
    const int at = static_cast<int>(i);
    // A title right above the first text, where nothing else was found to be the headline.
    const bool is_title = !has_headline && at == body.first - 1 && block.heading_level <= 2;
    // The same place below a headline that was found: a heading that is likely enough by itself.
    const bool is_first =
        has_headline && at == body.first - 1 && verdict.keep >= kMinLikelihoodOfFirst;
    const bool is_inside = body.first <= at && at <= body.last;
    if (verdict.kind != Kind::furniture || block.shape != Shape::heading || block.is_hidden ||
        !(is_inside || is_title || is_first))
      continue;
    if (in.at(i, Feature::tokens) > kMaxHeadingTokens || block.linked_bytes * 2 > block.text_length)
      continue;
    const int below = text_below(in, verdicts, i);
    if (below < 0) continue;
    const auto text = static_cast<std::size_t>(below);
    if (in.block(text).shape == Shape::caption ||
        speaks_of_something_else(in, names, verdict, i, text) ||
        !(stands_beside(in, i, text) || stands_in_box_alike(in, i, text)))
      continue;
    verdict.kind = Kind::heading;
    verdict.reason = "among_text";
    verdict.confidence = 0.6F;
    verdict.uncertain = true;
  }
}

void find_bold_headings(const PassInput& in, Verdicts& verdicts) {
  const BodyRange body = body_range(verdicts);
  for (std::size_t i = 1; i < in.size(); ++i) {
    const Block& block = in.block(i);
    // A word or two say little to the model; the text around them does.
    const bool is_doubted = verdicts[i].kind == Kind::furniture &&
                            verdicts[i].keep >= kMinLikelihoodOfBold &&
                            in.at(i, Feature::any_phrase) <= 0 && is_body(verdicts[i - 1].kind);
    const bool is_candidate = (verdicts[i].kind == Kind::paragraph || is_doubted) &&
                              block.shape == Shape::paragraph && is_all_bold(block) &&
                              static_cast<int>(i) > body.first &&
                              in.at(i, Feature::tokens) <= kMaxBoldTokens;
    // The line below a picture in the same paragraph is its caption.
    if (!is_candidate || block.linked_bytes > 0 || block.image_count > 0) continue;
    const std::string_view text = in.text(i);
    // Sentences, labels and the questions of an interview are said in bold, too.
    if (std::string_view(".,;:?!").find(text.back()) != std::string_view::npos) continue;
    const int below = text_below(in, verdicts, i);
    if (below < 0 || static_cast<std::size_t>(below) != i + 1) continue;
    const auto next = static_cast<std::size_t>(below);
    const bool is_prose = in.block(next).shape == Shape::paragraph &&
                          in.at(next, Feature::tokens) >= kMinSectionTokens;
    if (!is_prose && in.block(next).shape != Shape::list_item) continue;
    if (is_doubted) keep_in_doubt(verdicts[i], Kind::heading);
    verdicts[i].kind = Kind::heading;
  }
}

} // namespace lectern
