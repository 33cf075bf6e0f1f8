// Makes the look-up tables of a language from the text of its phrases, once a process.

#include <algorithm>
#include <memory>
#include <mutex>

#include "rules/language.hpp"
#include "rules/lexicon.hpp"
#include "rules/lexicon_data.hpp"

namespace lectern {
namespace {

// A long phrase of an unspaced script is only looked for where its first two characters are known.
constexpr std::uint32_t kLeadWords = 2;

struct HashedPhrase {
  std::uint32_t first = 0; // word
  std::uint32_t sequence = kNoWords;
  std::uint32_t count = 0; // of words
  std::uint32_t lead = 0;  // first segment of the unspaced first words, or 0
};

HashedPhrase hash_phrase(std::string_view text, const PrefixSet& prefixes) {
  HashedPhrase phrase;
  std::uint32_t unspaced = 0, lead = 0;
  WordReader reader(text, &prefixes);
  for (ReadWord word; reader.next(word);) {
    std::uint32_t hash = word.hash;
    if (word.label != 0) {
      hash = word.label;
    } else if (reader.stands_before('*')) {
      hash = word.stem;
    }
    phrase.sequence = add_word(phrase.sequence, hash);
    if (phrase.count++ == 0) phrase.first = hash;
    if (word.is_unspaced) ++unspaced;
    if (phrase.count == kLeadWords && unspaced == kLeadWords)
      lead = first_segment(phrase.first, phrase.sequence);
  }
  if (phrase.count > kLeadWords) phrase.lead = lead;
  return phrase;
}

/// Takes the next line, or the next alternative, off the front.
std::string_view take(std::string_view& text, char end) {
  const std::size_t length = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, length);
  text.remove_prefix(std::min(length + 1, text.size()));
  return part;
}

std::size_t find_table(std::string_view language) {
  for (std::size_t i = 0; i < kLexiconTableCount; ++i) {
    if (language == kLexiconTables[i].language) return i;
  }
  return kLexiconTableCount;
}

} // namespace

const LexiconSet& LexiconSet::for_language(std::string_view bcp47) {
  struct Place {
    std::once_flag built;
    LexiconSet set;
  };
  static const auto kPlaces = std::make_unique<Place[]>(kLexiconTableCount + 1);
  const std::size_t own = find_table(primary_language(bcp47));
  Place& place = kPlaces[own];
  std::call_once(place.built, [&] { place.set = build(own); });
  return place.set;
}

LexiconSet LexiconSet::build(std::size_t own) {
  LexiconSet set;
  std::vector<std::size_t> tables;
  const std::size_t english = find_table("en");
  if (own < kLexiconTableCount) {
    tables.push_back(own);
    if (english < kLexiconTableCount && english != own) tables.push_back(english);
  } else {
    for (std::size_t i = 0; i < kLexiconTableCount; ++i) tables.push_back(i);
  }
  std::vector<Entry> entries;
  for (const std::size_t table : tables) set.add_language(table, entries);
  std::size_t size = 16;
  while (size < 2 * entries.size()) size *= 2;
  set.hashes_.resize(size);
  set.meanings_.resize(size);
  set.filter_.resize(kFilterWords);
  set.mask_ = static_cast<std::uint32_t>(size - 1);
  for (const Entry& entry : entries) set.insert(entry.hash, entry.meaning);
  return set;
}

void LexiconSet::add_language(std::size_t table_index, std::vector<Entry>& entries) {
  const LexiconTable& table = kLexiconTables[table_index];
  for (std::size_t i = 0; i < table.prefix_count; ++i) {
    prefixes_.add(kWordPrefixes[table.first_prefix + i]);
  }
  const std::size_t nodes_before = nodes_.size();
  const auto target_in_set = [&](PhraseTarget target) {
    return target < kFirstNodeTarget ? target : static_cast<PhraseTarget>(target + nodes_before);
  };
  std::string_view text = table.text;
  for (std::size_t g = 0; g < table.group_count; ++g) {
    const PhraseGroup& group = kPhraseGroups[table.first_group + g];
    const std::uint32_t meaning = target_in_set(group.target) | std::uint32_t{group.anchor} << 16U;
    for (std::string_view line = take(text, '\n'); !line.empty();) {
      const HashedPhrase phrase = hash_phrase(take(line, '|'), prefixes_);
      entries.push_back({first_segment(phrase.first, phrase.sequence), meaning});
      if (phrase.lead != 0) entries.push_back({phrase.lead, kLeadTarget});
      longest_first_ = std::max(longest_first_, phrase.count);
    }
  }
  for (std::size_t n = 0; n < table.node_count; ++n) {
    const PhraseNode& node = kPhraseNodes[table.first_node + n];
    const auto first_key = static_cast<std::uint32_t>(keys_.size());
    std::uint32_t longest = 0;
    for (std::string_view line = take(text, '\n'); !line.empty();) {
      const HashedPhrase phrase = hash_phrase(take(line, '|'), prefixes_);
      keys_.push_back(next_segment(phrase.sequence));
      longest = std::max(longest, phrase.count);
    }
    std::sort(keys_.begin() + first_key, keys_.end());
    nodes_.push_back({target_in_set(node.target),
                      static_cast<std::uint16_t>(keys_.size() - first_key), first_key, longest,
                      node.gap_before});
  }
}

void LexiconSet::insert(std::uint32_t hash, std::uint32_t meaning) {
  first_words_[hash >> 26] |= std::uint64_t{1} << ((hash >> 20) & 63);
  filter_[(hash >> 6) & (kFilterWords - 1)] |= std::uint64_t{1} << (hash & 63);
  std::uint32_t slot = hash & mask_;
  while (hashes_[slot] != 0) {
    if (hashes_[slot] == hash && meanings_[slot] == meaning) return;
    slot = (slot + 1) & mask_;
  }
  hashes_[slot] = hash;
  meanings_[slot] = meaning;
}

} // namespace lectern
