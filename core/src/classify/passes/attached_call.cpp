// "The results come out every Friday. Sign up here." informs first and calls then: such a paragraph
// is told by matching it without its last sentence. Where the call stands in an element of its own,
// it alone is cut out; the paragraph stays where it stands among sure ones, whatever the model says
// of the whole.
#include <string>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr int kMinInformingTokens = 6;
constexpr char32_t kIdeographicStop = 0x3002, kDanda = 0x0964;

bool is_closing(char32_t c) { return c == U'"' || c == 0x201D || c == 0xBB || c == U')'; }

bool is_stop(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == kIdeographicStop || c == kDanda;
}

/// The text before its last sentence, when that ends in a full stop; else empty.
std::string_view before_last_sentence(std::string_view text) {
  std::size_t cut = 0;
  bool after_stop = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    const bool ends_without_space = c == kIdeographicStop && at < text.size();
    if (after_stop && is_space(c)) cut = here;
    if (ends_without_space) cut = at;
    after_stop = c == U'.' || c == kDanda;
  }
  return text.substr(0, cut);
}

/// Where the sentence that holds `at` ends, the space behind it with it.
std::size_t end_of_sentence(std::string_view text, std::size_t at) {
  bool after_stop = false;
  while (at < text.size()) {
    const char32_t c = next_code_point(text, at);
    if (after_stop && is_space(c)) return at;
    if (c == kIdeographicStop) return at;
    after_stop = is_stop(c) || (after_stop && is_closing(c));
  }
  return at;
}

} // namespace

bool informs_before_it_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string_view informing = before_last_sentence(in.text(i));
  if (informing.empty()) return false;
  const PhraseHits hits = lexicons.match(informing);
  return hits.token_count >= kMinInformingTokens && !hits.has(Lexicon::subscription_prompt) &&
         !hits.has(Lexicon::subscription_benefit) && !hits.has(Lexicon::withheld);
}

float called_share(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const std::string_view text = in.text(i);
  int called = 0, all = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = end_of_sentence(text, begin);
    const PhraseHits hits = lexicons.match(text.substr(begin, end - begin));
    all += hits.token_count;
    if (hits.has(Lexicon::subscription_prompt)) called += hits.token_count;
    begin = end;
  }
  return all == 0 ? 0.0F : static_cast<float>(called) / static_cast<float>(all);
}

namespace {

/// The last thing in the block that shows something, as a child of the block's own element.
NodeId last_shown_child(const Dom& dom, const Block& block) {
  NodeId last = kNoNode;
  for (NodeId node = block.first; node < block.last; node = dom.end(node)) {
    if (dom.parent(node) != block.node) return kNoNode; // the block begins inside something else
    if (!dom.is_text(node) || !trim(dom[node].text).empty()) last = node;
  }
  return last;
}

std::string text_between(const Dom& dom, NodeId first, NodeId last) {
  std::string text;
  for (NodeId node = first; node < last; ++node)
    if (dom.is_text(node)) text += dom[node].text;
  return text;
}

/// True where nothing but closing marks follows the text's last full stop or the like.
bool ends_with_stop(std::string_view text) {
  bool after_stop = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    if (is_space(c) || is_closing(c)) continue;
    after_stop = is_stop(c);
  }
  return after_stop;
}

/// Where a paragraph that informs ends in an element of its own; kNoNode where it does not.
NodeId attached_element(const PassInput& in, std::size_t i, const LexiconSet& lexicons) {
  const Block& block = in.block(i);
  const NodeId last = last_shown_child(in.dom, block);
  if (last == kNoNode || last == block.first || in.dom.is_text(last)) return kNoNode;
  const std::string informing = text_between(in.dom, block.first, last);
  const bool informs =
      ends_with_stop(informing) && lexicons.match(informing).token_count >= kMinInformingTokens;
  return informs ? last : kNoNode;
}

bool is_sure_paragraph(const Verdict& verdict) {
  return verdict.kind == Kind::paragraph && verdict.keep >= kSureLikelihood;
}

} // namespace

void keep_informing_paragraphs(const PassInput& in, Verdicts& verdicts) {
  const LexiconSet& lexicons = LexiconSet::for_language(in.page_data.metadata.language);
  for (std::size_t i = 1; i + 1 < in.size(); ++i) {
    if (verdicts[i].kind != Kind::furniture || in.block(i).shape != Shape::paragraph ||
        !in.hits(i, Lexicon::subscription_prompt) || !is_sure_paragraph(verdicts[i - 1]) ||
        !is_sure_paragraph(verdicts[i + 1]))
      continue;
    const NodeId parent = in.dom.parent(in.block(i).node);
    const bool is_among = in.dom.parent(in.block(i - 1).node) == parent &&
                          in.dom.parent(in.block(i + 1).node) == parent;
    if (is_among && informs_before_it_calls(in, i, lexicons) &&
        attached_element(in, i, lexicons) != kNoNode)
      keep_in_doubt(verdicts[i], Kind::paragraph);
  }
}

void cut_attached_calls(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) return;
  const LexiconSet& lexicons = LexiconSet::for_language(in.page_data.metadata.language);
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (verdicts[i].kind != Kind::paragraph || !in.hits(i, Lexicon::subscription_prompt)) continue;
    const NodeId call = attached_element(in, i, lexicons);
    if (call == kNoNode) continue;
    const PhraseHits hits = lexicons.match(text_between(in.dom, call, in.dom.end(call)));
    if (hits.has(Lexicon::subscription_prompt)) verdicts[i].attached_call = call;
  }
}

} // namespace lectern
