#pragma once
// Phrases that give away what a line of text is, by language. Data: core/data/lexicons.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "rules/word_reader.hpp"

namespace lectern {

enum class Lexicon : std::uint8_t {
  subscription_prompt,  // subscribe, register, donate, follow us: calls to the reader
  subscription_benefit, // lines of an offer box: "cancel anytime", a price a month
  withheld,             // the rest is for subscribers, the limit is reached
  promo,                // read also, related stories, most read
  advertisement,
  share_bar,
  consent,
  comment,
  navigation,
  author_bio,
  tag_list,
  credit,
  byline,
  date_line,
  correction_note,
  furniture,
  end_mark, // what stands right after an article's end
  alt_text, // what screen readers are told of a picture
  // Words of which none tells a line by itself: what a site speaks of when it speaks to its reader
  // (rules/appeal.hpp). Those of English are looked for on English pages alone.
  appeal_call,    // subscribe, join, listen: verbs as such calls form them
  appeal_thing,   // newsletter, account, podcast
  appeal_press,   // article, story, newsroom
  appeal_reader,  // you, your
  appeal_site,    // we, our
  appeal_lure,    // free, every morning, per month, here
  appeal_telling, // said, was, he: what somebody tells of others
};
constexpr std::size_t kLexiconCount = 25;
constexpr std::size_t kPhraseLexicons = 18; // those before appeals

/// The name of the folder of its phrases, such as "share_bar".
std::string_view name_of(Lexicon lexicon);

struct PhraseHits {
  std::array<std::uint8_t, kLexiconCount> count{};           // hits; one inside another is no hit
  std::array<std::uint16_t, kLexiconCount> covered_tokens{}; // words that stand in a hit
  std::uint16_t token_count = 0; // words of the text; a Han, kana or Thai character is one

  bool has(Lexicon lexicon) const { return count[static_cast<std::size_t>(lexicon)] != 0; }
  int hits(Lexicon lexicon) const { return count[static_cast<std::size_t>(lexicon)]; }
  /// The share of the text that stands in hits, 0..1.
  float coverage(Lexicon lexicon) const {
    if (token_count == 0) return 0;
    return static_cast<float>(covered_tokens[static_cast<std::size_t>(lexicon)]) /
           static_cast<float>(token_count);
  }
};

/// The phrases of a page's language. Sets are built when first asked for and stay until the end.
class LexiconSet {
 public:
  /// Phrases of that language (its primary subtag counts) and of English; of all languages when it
  /// is empty or has no phrases: those that `missing_phrases` names are left out. Safe from several
  /// threads.
  static const LexiconSet& for_language(std::string_view bcp47);

  /// Hits in one line of text: a block of the page. Case, accents and punctuation do not matter.
  PhraseHits match(std::string_view text) const;

 private:
  struct Partial;
  struct Scan;
  static constexpr std::size_t kFilterWords = 1024; // fits the innermost cache
  static constexpr std::size_t kPairWords = 512;
  // What the meaning of a first segment holds: where it leads, where it may stand, and those bits
  // of its words that are not in its hash.
  static constexpr std::uint32_t kTargetBits = 0xFFFF;
  static constexpr std::uint32_t kAnchorShift = 16, kAnchorBits = 3;
  static constexpr std::uint32_t kCheckShift = 20, kCheckBits = 0xFFF;

  /// What may follow the segments that lead to it.
  struct Node {
    std::uint16_t target;
    std::uint16_t key_count;
    std::uint32_t first_key;
    std::uint32_t longest; // in words
    bool gap_before;
    std::uint64_t filter;       // a bit for the lower bits of each key
    std::uint64_t first_filter; // and of the first words of them
  };
  struct Entry {
    std::uint32_t hash, meaning;
  };
  /// The phrases of one language, as hashes. Most sets hold English ones too: hashed once for all.
  struct Phrases {
    std::vector<std::uint32_t> stems;
    std::vector<Entry> first;
    std::vector<std::uint32_t> pairs; // the first two words of longer first segments
    std::vector<Node> later;
    std::vector<std::uint32_t> keys;
    std::uint32_t longest_first = 1;
  };

  static const Phrases& phrases_of(std::size_t language);
  static Phrases read_phrases(std::string_view text);
  static LexiconSet build(std::size_t own_language);
  void insert(std::uint32_t hash, std::uint32_t meaning);
  bool may_start(std::uint32_t first_word) const {
    return (first_words_[first_word >> 26] >> ((first_word >> 20) & 63) & 1) != 0;
  }
  /// Whether a phrase of three words or more may begin with the two of that sequence.
  bool may_go_on(std::uint32_t pair) const {
    return (pairs_[(pair >> 6) & (kPairWords - 1)] >> (pair & 63) & 1) != 0;
  }
  bool may_contain(std::uint32_t hash) const {
    return (filter_[(hash >> 6) & (kFilterWords - 1)] >> (hash & 63) & 1) != 0;
  }
  void match_at(Scan& scan, std::uint32_t start) const;
  void match_first(Scan& scan, Partial partial, std::uint32_t start) const;
  void match_next(Scan& scan, Partial partial, std::uint32_t start) const;
  void look_up(Scan& scan, std::uint32_t hash, const Partial& partial, std::uint32_t start) const;
  void follow(Scan& scan, std::uint16_t target, std::uint32_t start, std::uint32_t end) const;
  void go_on(Scan& scan, std::uint32_t node, std::uint32_t start, std::uint32_t at) const;

  std::vector<std::uint32_t> hashes_;           // open addressing; 0 is empty
  std::vector<std::uint32_t> meanings_;         // of the hashes
  std::array<std::uint64_t, 64> first_words_{}; // a bit for the upper bits of every hash
  std::vector<std::uint64_t> filter_;           // a bit for the lower bits of every hash
  std::vector<std::uint64_t> pairs_;            // a bit for the lower bits of every pair
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> keys_; // of the nodes, sorted for each
  PrefixSet prefixes_;
  std::uint32_t mask_ = 0;
  std::uint32_t longest_first_ = 1; // words of the longest first segment of a phrase
};

} // namespace lectern
