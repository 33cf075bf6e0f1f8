#include "rules/class_names.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.hpp"
#include "rules/class_name_data.hpp"
#include "rules/word_reader.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxBytes = 400;     // of a value; generated class lists can be endless
constexpr std::size_t kShortestPrefix = 3; // of a `relat*`

// What a byte is in a name, as bits; 0: it stands between words.
constexpr std::uint8_t kLower = 1, kUpper = 2, kDigit = 4;
constexpr auto kKinds = [] {
  std::array<std::uint8_t, 256> kinds{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) kinds[c] = kLower;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) kinds[c] = kUpper;
  for (unsigned char c = '0'; c <= '9'; ++c) kinds[c] = kDigit;
  return kinds;
}();
std::uint8_t kind_of(char c) { return kKinds[static_cast<unsigned char>(c)]; }

/// A table with a bit for each of its hashes' lower bits: nearly every look-up is in vain.
class FilteredTable {
 public:
  explicit FilteredTable(const ClassWordTable& table)
      : hashes_(unpack_hashes(table.hashes)), sets_(table.sets) {
    for (const std::uint32_t hash : hashes_) filter_[slot(hash)] |= std::uint64_t{1} << (hash & 63);
  }
  std::uint64_t operator[](std::uint32_t hash) const {
    return (filter_[slot(hash)] >> (hash & 63) & 1) != 0 ? look_up(hash) : 0;
  }

 private:
  static constexpr std::size_t kFilterWords = 256;
  static std::size_t slot(std::uint32_t hash) { return (hash >> 6) % kFilterWords; }
  std::uint64_t look_up(std::uint32_t hash) const;

  std::vector<std::uint32_t> hashes_;
  const std::uint8_t* sets_;
  std::array<std::uint64_t, kFilterWords> filter_{};
};

std::uint64_t FilteredTable::look_up(std::uint32_t hash) const {
  const auto found = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  return found != hashes_.end() && *found == hash ? kHintSets[sets_[found - hashes_.begin()]] : 0;
}

struct Tables {
  FilteredTable words{kClassWords}, prefixes{kClassPrefixes}, exceptions{kClassExceptions};
};

// The end of the word that begins at `begin`: "articleBody" and "HTMLBody" are two words each.
std::size_t find_word_end(std::string_view text, std::size_t begin) {
  std::size_t end = begin + 1;
  std::uint8_t previous = kind_of(text[begin]);
  for (; end < text.size(); ++end) {
    const std::uint8_t kind = kind_of(text[end]);
    if (kind == previous) continue; // so are most letters of most words
    if (kind == 0 || kind == kUpper) break;
    if (previous == kUpper && kind == kLower && end - 1 > begin) return end - 1;
    previous = kind;
  }
  return end;
}

} // namespace

std::uint64_t hints_of(std::string_view names) {
  static const Tables kTables;
  names = names.substr(0, kMaxBytes);
  std::uint64_t hints = 0;
  std::uint64_t pending = 0;  // of the word before, which an exception may still take back
  std::uint32_t previous = 0; // its running hash, or 0 at the start of a name
  for (std::size_t at = 0; at < names.size();) {
    const char c = names[at];
    if (kind_of(c) == 0) {
      if (is_ascii_space(c)) previous = 0;
      ++at;
      continue;
    }
    const std::size_t end = find_word_end(names, at);
    std::string_view word = names.substr(at, end - at);
    at = end;
    // "ad1" and "ad300" are "ad"; a word that begins with a digit is a generated one.
    while (!word.empty() && kind_of(word.back()) == kDigit) word.remove_suffix(1);
    if (word.empty() || kind_of(word.front()) == kDigit) continue;
    std::uint32_t running = kEmptyWord;
    std::uint32_t pair = add_letter(previous, U'-');
    std::uint64_t own = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const auto letter = static_cast<unsigned char>(ascii_lower(word[i]));
      running = add_letter(running, letter);
      pair = add_letter(pair, letter);
      if (i + 1 >= kShortestPrefix) own |= kTables.prefixes[running];
    }
    own |= kTables.words[running];
    if (previous != 0) {
      own |= kTables.words[pair];
      const std::uint64_t taken_back = kTables.exceptions[pair];
      own &= ~taken_back;
      pending &= ~taken_back;
    }
    hints |= pending;
    pending = own;
    previous = running;
  }
  return hints | pending;
}

std::string_view name_of(Hint hint) {
  static constexpr std::string_view kNames[] = {
      "related", "ad",      "newsletter", "share",      "caption",    "comment",      "author",
      "nav",     "footer",  "sidebar",    "article",    "content",    "body",         "entry",
      "post",    "story",   "text",       "title",      "dek",        "tag",          "meta",
      "list",    "overlay", "media",      "quote",      "hidden",     "header",       "links",
      "paywall", "byline",  "date",       "consent",    "promo_card", "audio_player", "embed",
      "toc",     "gallery", "print",      "breadcrumb", "pullquote",  "factbox",      "live"};
  static_assert(sizeof(kNames) / sizeof(kNames[0]) == kHintCount);
  return kNames[static_cast<std::size_t>(hint)];
}

} // namespace lectern
