// A pull quote repeats a sentence of the article in large type. It is told by what it repeats:
// nearly all of its words stand, in order, in one other kept block.
#include <algorithm>
#include <array>
#include <limits>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMinTokens = 6, kMaxTokens = 60;
// In plain text shorter lines count, too, when they stand between paragraphs and word for word in
// an earlier one: a heading may take its words from the text below it. So do those that the page
// names pull quotes, where a paragraph has them word for word.
constexpr float kMinLiteralTokens = 3;
constexpr float kMinParagraphTokens = 12;
constexpr float kMinRepeated = 0.9F; // of its words, in order; display copies drop a few
constexpr std::size_t kMaxCandidates = 60;

using Words = std::vector<std::uint64_t>; // their hashes

bool looks_displayed(const PassInput& in, std::size_t i) {
  const float tokens = in.at(i, Feature::tokens);
  const bool may_be_short = in.is_text() || in.at(i, Hint::pullquote) <= 3;
  if (tokens < (may_be_short ? kMinLiteralTokens : kMinTokens) || tokens > kMaxTokens) return false;
  const Shape shape = in.block(i).shape;
  if (shape == Shape::list_item || shape == Shape::table || shape == Shape::code) return false;
  // A heading often says what its section says.
  const bool is_named = in.at(i, Hint::pullquote) <= 3 || in.at(i, Hint::quote) <= 3;
  if (shape == Shape::heading && !in.is_text() && !is_named) return false;
  // In plain text only a line without a full stop looks like display.
  return shape == Shape::quote || in.at(i, Feature::ends_strictly) <= 0 ||
         (!in.is_text() && is_named);
}

/// The same letters but for the first stand at the end of a sentence. (The first may be a capital
/// here, or follow an "and" that is written as one with it, as Semitic scripts do.)
bool ends_a_sentence_of(std::string_view line, std::string_view text) {
  std::size_t first = 0;
  next_code_point(line, first);
  const std::string_view rest = line.substr(first);
  for (std::size_t at = text.find(rest); at != std::string_view::npos;
       at = text.find(rest, at + 1)) {
    std::size_t next = at + rest.size();
    if (next >= text.size()) continue;
    const char32_t mark = next_code_point(text, next);
    if (mark == U'.' || mark == U'!' || mark == U'?' || mark == 0x3002 || mark == 0x2026 ||
        mark == 0x06D4 || mark == 0x0964 || mark == 0x061F)
      return true;
  }
  return false;
}

bool stands_between_paragraphs(const PassInput& in, std::size_t i) {
  if (i == 0 || i + 1 >= in.size()) return false;
  for (std::size_t at : {i - 1, i + 1})
    if (in.at(at, Feature::tokens) < kMinParagraphTokens || in.at(at, Feature::ends_sentence) <= 0)
      return false;
  return true;
}

/// Which words may stand in a text: a bit for the upper bits of each.
class WordFilter {
 public:
  explicit WordFilter(const Words& text) {
    for (const std::uint64_t word : text) bits_[slot(word)] |= bit(word);
  }
  /// Whether enough of a line's words may stand there for share_in_order() to give kMinRepeated.
  bool may_hold_most_of(const Words& line) const {
    std::size_t most = line.size();
    for (const std::uint64_t word : line) {
      if ((bits_[slot(word)] & bit(word)) != 0) continue;
      if (static_cast<float>(--most) / static_cast<float>(line.size()) < kMinRepeated) return false;
    }
    return true;
  }

 private:
  static std::size_t slot(std::uint64_t word) { return word >> 58; }
  static std::uint64_t bit(std::uint64_t word) { return std::uint64_t{1} << (word >> 52 & 63); }

  std::array<std::uint64_t, 64> bits_{};
};

/// The words of an earlier post, which a reply begins with: the quotation is the first thing in its
/// box, prose answers it there, and what it quotes stands above that box. A pull quote is set among
/// the paragraphs that it is taken from, or in a box of its own. Gives the box, or kNoNode.
NodeId box_that_answers(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  constexpr int kMaxSteps = 4; // from a paragraph up to its quotation
  if (in.is_text() || in.at(i, Hint::pullquote) <= 3) return kNoNode;
  NodeId quote = in.block(i).node;
  for (int step = 0; quote != kNoNode && in.dom.tag(quote) != Tag::blockquote; ++step) {
    if (step == kMaxSteps) return kNoNode;
    quote = in.dom.parent(quote);
  }
  if (quote == kNoNode) return kNoNode;
  const NodeId box = in.dom.parent(quote);
  if (box == kNoNode) return kNoNode;
  const auto is_prose_of_box = [&](std::size_t at) {
    const NodeId node = in.block(at).node;
    return node != kNoNode && in.dom.contains(box, node) && !in.dom.contains(quote, node) &&
           is_body(verdicts[at].kind) && in.at(at, Feature::tokens) >= kMinTokens;
  };
  for (std::size_t at = i; at-- > 0 && in.dom.contains(box, in.block(at).node);)
    if (is_prose_of_box(at)) return kNoNode;
  for (std::size_t at = i + 1; at < in.size() && in.dom.contains(box, in.block(at).node); ++at)
    if (is_prose_of_box(at)) return box;
  return kNoNode;
}

/// A line of a script without spaces, whose words are characters: those of a heading are soon found
/// in order in what it stands over.
bool is_unspaced(const PassInput& in, std::size_t i) {
  constexpr float kMaxCharactersOfWord = 1.5F;
  return in.at(i, Feature::characters) < kMaxCharactersOfWord * in.at(i, Feature::tokens);
}

/// Whether markup or a class name sets the line apart as display.
bool is_set_apart(const PassInput& in, std::size_t i) {
  return in.block(i).shape == Shape::quote || in.at(i, Hint::pullquote) <= 3 ||
         in.at(i, Hint::quote) <= 3;
}

/// Who said it goes with the pull quote: a short line below it in the same quotation or figure.
void drop_source_of(const PassInput& in, std::size_t quote, Verdicts& verdicts) {
  constexpr float kMaxSourceTokens = 12;
  constexpr int kMaxSteps = 4;
  const std::size_t i = quote + 1;
  if (in.is_text() || i >= in.size() || !is_body(verdicts[i].kind) ||
      in.block(i).shape == Shape::heading || in.at(i, Feature::tokens) > kMaxSourceTokens ||
      in.at(i, Feature::ends_sentence) > 0)
    return;
  NodeId around = in.block(quote).node;
  for (int step = 0; step < kMaxSteps && around != kNoNode;
       ++step, around = in.dom.parent(around)) {
    if (in.dom.tag(around) != Tag::blockquote && in.dom.tag(around) != Tag::figure) continue;
    if (!in.dom.contains(around, in.block(i).first)) continue;
    verdicts[i] = verdicts[quote];
    return;
  }
}

/// The longest run of `line`'s words that stand in order in `text`, a few words of `text` between
/// them.
float share_in_order(const Words& line, const Words& text) {
  constexpr std::size_t kMaxGap = 6;
  float best = 0;
  for (std::size_t start = 0; start < text.size(); ++start) {
    if (text[start] != line[0]) continue;
    std::size_t found = 1, at = start;
    for (std::size_t w = 1; w < line.size(); ++w) {
      const std::size_t limit = std::min(text.size(), at + 1 + kMaxGap);
      for (std::size_t j = at + 1; j < limit; ++j) {
        if (text[j] != line[w]) continue;
        ++found;
        at = j;
        break;
      }
    }
    best = std::max(best, static_cast<float>(found) / static_cast<float>(line.size()));
  }
  return best;
}

void drop_repeating_lines(const PassInput& in, Verdicts& verdicts) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < in.size() && candidates.size() < kMaxCandidates; ++i)
    if ((is_body(verdicts[i].kind) || verdicts[i].kind == Kind::furniture) &&
        verdicts[i].figure < 0 && looks_displayed(in, i))
      candidates.push_back(i);
  if (candidates.empty()) return;
  std::vector<NodeId> answering(candidates.size(), kNoNode);
  for (std::size_t c = 0; c < candidates.size(); ++c)
    answering[c] = box_that_answers(in, verdicts, candidates[c]);
  std::vector<Words> lines(candidates.size());
  for (std::size_t c = 0; c < candidates.size(); ++c)
    append_token_hashes(in.text(candidates[c]), lines[c]);
  constexpr std::size_t kMinLonger = 3; // words that a block has more than the line it holds
  std::size_t shortest = std::numeric_limits<std::size_t>::max();
  for (const Words& line : lines)
    if (!line.empty()) shortest = std::min(shortest, line.size());
  Words text;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind) || in.at(i, Feature::tokens) < kMinTokens) continue;
    // The feature counts the parts around an apostrophe apart: never fewer than the words here.
    if (in.at(i, Feature::tokens) < static_cast<float>(shortest + kMinLonger)) continue;
    text.clear();
    append_token_hashes(in.text(i), text);
    const WordFilter words_of_text(text);
    for (std::size_t l = 0; l < lines.size(); ++l) {
      const std::size_t c = candidates[l];
      // Of two blocks the longer is the text; a line of the same length is a repetition, not a
      // display.
      if (c == i || lines[l].empty() || text.size() < lines[l].size() + kMinLonger) continue;
      if (answering[l] != kNoNode && i < c && !in.dom.contains(answering[l], in.block(i).node))
        continue;
      const bool is_short = static_cast<float>(lines[l].size()) < kMinTokens;
      const auto is_literal = [&] { return in.text(i).find(in.text(c)) != std::string_view::npos; };
      if (!in.is_text() && is_unspaced(in, c) && !is_set_apart(in, c) && !is_literal()) continue;
      if (is_short && !in.is_text()) {
        if (!is_literal()) continue;
      } else if (is_short ? i > c || !stands_between_paragraphs(in, c) ||
                                !ends_a_sentence_of(in.text(c), in.text(i))
                          : !words_of_text.may_hold_most_of(lines[l]) ||
                                share_in_order(lines[l], text) < kMinRepeated)
        continue;
      verdicts[c].kind = Kind::pull_quote;
      verdicts[c].reason = "pull_quote";
      verdicts[c].confidence = 0.9F;
      verdicts[c].uncertain = false;
    }
  }
}

} // namespace

void drop_pull_quotes(const PassInput& in, Verdicts& verdicts) {
  drop_repeating_lines(in, verdicts);
  for (std::size_t i = 0; i < in.size(); ++i) {
    const bool is_named = !is_kept(verdicts[i].kind) && in.block(i).shape == Shape::quote &&
                          in.at(i, Hint::pullquote) <= 3;
    if (is_named || verdicts[i].kind == Kind::pull_quote) drop_source_of(in, i, verdicts);
  }
}

} // namespace lectern
