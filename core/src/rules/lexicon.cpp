// Phrases are looked up by the hash of their words: from every word of the text, each run of up to
// the longest phrase's length is one probe of an open-addressing table. Their text is not compared:
// 44 bits, twelve of the first word and 32 of all, tell it well enough.

#include "rules/lexicon.hpp"

#include <algorithm>

#include "rules/phrase_file.hpp"

namespace lectern {
namespace {

constexpr std::size_t kWindow = 512;    // words looked at together; a longer text moves through it
constexpr std::uint32_t kMaxReach = 96; // words from a phrase's first to its last
constexpr std::uint32_t kMaxGap = 3;    // words that a `*` stands for
constexpr std::uint32_t kMaxGapUnspaced = 8;
constexpr std::size_t kMaxPartials = 48;
constexpr std::uint32_t kFirstSegment = 0xFFFFFFFF;

} // namespace

std::string_view name_of(Lexicon lexicon) {
  switch (lexicon) {
    case Lexicon::subscription_prompt:
      return "subscription_prompt";
    case Lexicon::subscription_benefit:
      return "subscription_benefit";
    case Lexicon::withheld:
      return "withheld";
    case Lexicon::promo:
      return "promo";
    case Lexicon::advertisement:
      return "advertisement";
    case Lexicon::share_bar:
      return "share_bar";
    case Lexicon::consent:
      return "consent";
    case Lexicon::comment:
      return "comment";
    case Lexicon::navigation:
      return "navigation";
    case Lexicon::author_bio:
      return "author_bio";
    case Lexicon::tag_list:
      return "tag_list";
    case Lexicon::credit:
      return "credit";
    case Lexicon::byline:
      return "byline";
    case Lexicon::date_line:
      return "date_line";
    case Lexicon::correction_note:
      return "correction_note";
    case Lexicon::furniture:
      return "furniture";
    case Lexicon::end_mark:
      return "end_mark";
    case Lexicon::alt_text:
      return "alt_text";
    case Lexicon::appeal_call:
      return "appeal_call";
    case Lexicon::appeal_thing:
      return "appeal_thing";
    case Lexicon::appeal_press:
      return "appeal_press";
    case Lexicon::appeal_reader:
      return "appeal_reader";
    case Lexicon::appeal_site:
      return "appeal_site";
    case Lexicon::appeal_lure:
      return "appeal_lure";
    case Lexicon::appeal_telling:
      return "appeal_telling";
  }
  return "";
}

// A segment under way: what was read of it, and the word where it goes on.
struct LexiconSet::Partial {
  std::uint32_t node;       // or kFirstSegment
  std::uint32_t first_word; // of a first segment
  std::uint32_t sequence;
  std::uint32_t begin;
  std::uint32_t next;
};

// One text on its way through the window.
struct LexiconSet::Scan {
  std::array<ReadWord, kWindow> words;
  std::uint32_t count = 0;  // words in the window
  std::uint32_t before = 0; // words that have left it
  bool at_end = false;      // the window holds the text's last word
  std::array<std::uint32_t, kLexiconCount> covered_until{};
  std::array<Partial, kMaxPartials> partials;
  std::size_t partial_count = 0;
  PhraseHits hits;

  void push(const Partial& partial) {
    if (partial_count < kMaxPartials) partials[partial_count++] = partial;
  }
  void push(Partial partial, std::uint32_t word) {
    partial.sequence = add_word(partial.sequence, word);
    push(partial);
  }
  void report(std::size_t lexicon, std::uint32_t start, std::uint32_t end) {
    const std::uint32_t from = std::max(before + start, covered_until[lexicon]);
    const std::uint32_t to = before + end;
    if (to <= from) return;
    covered_until[lexicon] = to;
    if (hits.count[lexicon] < 0xFF) ++hits.count[lexicon];
    const std::uint32_t covered = hits.covered_tokens[lexicon] + (to - from);
    hits.covered_tokens[lexicon] = static_cast<std::uint16_t>(std::min(covered, 0xFFFFU));
  }
};

// A phrase that begins at `start` goes on at the word `at` when the node has a segment that may
// begin with it; few have.
void LexiconSet::go_on(Scan& scan, std::uint32_t node, std::uint32_t start,
                       std::uint32_t at) const {
  if (at >= std::min(scan.count, start + kMaxReach)) return;
  const ReadWord& word = scan.words[at];
  const std::uint64_t filter = nodes_[node].first_filter;
  for (const std::uint32_t form : {word.stem, word.label, word.hash}) {
    if (form == 0 || (filter >> (form & 63) & 1) == 0) continue;
    scan.push({node, 0, add_word(kNoWords, form), at, at + 1});
  }
}

// The words [start, end) are a phrase up to `target`.
void LexiconSet::follow(Scan& scan, std::uint16_t target, std::uint32_t start,
                        std::uint32_t end) const {
  if (target < kFirstNodeTarget) {
    const bool needs_end = (target - 1) % 2 != 0;
    if (needs_end && !(scan.at_end && end == scan.count)) return;
    scan.report(static_cast<std::size_t>(target - 1) / 2, start, end);
    return;
  }
  const std::uint32_t node = target - kFirstNodeTarget;
  if (nodes_[node].key_count == 0) { // `by *$`
    if (scan.at_end && scan.count > end && scan.count - end <= kMaxGap) {
      follow(scan, nodes_[node].target, start, scan.count);
    }
    return;
  }
  if (!nodes_[node].gap_before) {
    go_on(scan, node, start, end);
    return;
  }
  for (std::uint32_t at = end + 1; at < scan.count; ++at) {
    if (at - end > (scan.words[at - 1].is_unspaced ? kMaxGapUnspaced : kMaxGap)) break;
    go_on(scan, node, start, at);
  }
}

// Follows the phrases whose first segment is the words [start, partial.next).
void LexiconSet::look_up(Scan& scan, std::uint32_t hash, const Partial& partial,
                         std::uint32_t start) const {
  const ReadWord& first = scan.words[start];
  for (std::uint32_t slot = hash & mask_; hashes_[slot] != 0; slot = (slot + 1) & mask_) {
    if (hashes_[slot] != hash) continue;
    if (meanings_[slot] >> kCheckShift != (partial.sequence & kCheckBits)) continue;
    const auto anchor = static_cast<StartAnchor>(meanings_[slot] >> kAnchorShift & kAnchorBits);
    if (anchor == StartAnchor::line && !first.starts_line) continue;
    if (anchor == StartAnchor::sentence && !first.starts_sentence) continue;
    follow(scan, static_cast<PhraseTarget>(meanings_[slot] & kTargetBits), start, partial.next);
  }
}

// From `partial` on, every run of words up to the longest first segment is one look-up. Most end
// after two words, which begin nothing longer.
void LexiconSet::match_first(Scan& scan, Partial partial, std::uint32_t start) const {
  const std::uint32_t stop = std::min(scan.count, start + longest_first_);
  for (;;) {
    const std::uint32_t hash = first_segment(partial.first_word, partial.sequence);
    if (may_contain(hash)) look_up(scan, hash, partial, start);
    if (partial.next >= stop) return;
    if (partial.next - start == 2 && !may_go_on(partial.sequence)) return;
    const ReadWord& word = scan.words[partial.next];
    ++partial.next;
    for (const std::uint32_t other : {word.stem, word.label}) {
      if (other != 0) scan.push(partial, other);
    }
    partial.sequence = add_word(partial.sequence, word.hash);
  }
}

void LexiconSet::match_next(Scan& scan, Partial partial, std::uint32_t start) const {
  const Node& node = nodes_[partial.node];
  const std::uint32_t* keys = keys_.data() + node.first_key;
  const std::uint32_t stop =
      std::min({scan.count, start + kMaxReach, partial.begin + node.longest});
  for (;;) {
    const std::uint32_t key = next_segment(partial.sequence);
    if ((node.filter >> (key & 63) & 1) != 0 &&
        std::binary_search(keys, keys + node.key_count, key)) {
      follow(scan, node.target, start, partial.next);
    }
    if (partial.next >= stop) return;
    const ReadWord& word = scan.words[partial.next];
    ++partial.next;
    for (const std::uint32_t other : {word.stem, word.label}) {
      if (other != 0) scan.push(partial, other);
    }
    partial.sequence = add_word(partial.sequence, word.hash);
  }
}

void LexiconSet::match_at(Scan& scan, std::uint32_t start) const {
  const ReadWord& first = scan.words[start];
  for (const std::uint32_t word : {first.hash, first.stem, first.label}) {
    if (word == 0 || !may_start(word)) continue;
    match_first(scan, {kFirstSegment, word, add_word(kNoWords, word), start, start + 1}, start);
  }
  while (scan.partial_count > 0) {
    const Partial partial = scan.partials[--scan.partial_count];
    if (partial.node == kFirstSegment) {
      match_first(scan, partial, start);
    } else {
      match_next(scan, partial, start);
    }
  }
}

PhraseHits LexiconSet::match(std::string_view text) const {
  Scan scan;
  WordReader reader(text, prefixes_);
  while (!scan.at_end) {
    while (scan.count < kWindow && reader.next(scan.words[scan.count])) ++scan.count;
    scan.at_end = scan.count < kWindow;
    const std::uint32_t stop = scan.at_end ? scan.count : scan.count - kMaxReach;
    for (std::uint32_t start = 0; start < stop; ++start) match_at(scan, start);
    std::copy(scan.words.begin() + stop, scan.words.begin() + scan.count, scan.words.begin());
    scan.before += stop;
    scan.count -= stop;
  }
  scan.hits.token_count = static_cast<std::uint16_t>(std::min(scan.before, 0xFFFFU));
  return scan.hits;
}

} // namespace lectern
