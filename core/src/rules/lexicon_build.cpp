// Makes the look-up tables of a language from the text of its phrases, once a process.

#include <algorithm>
#include <memory>
#include <mutex>

#include "base/utf8.hpp"
#include "lectern/phrases.hpp"
#include "rules/language.hpp"
#include "rules/lexicon.hpp"
#include "rules/phrase_file.hpp"

namespace lectern {
namespace {

struct HashedPhrase {
  std::uint32_t first = 0; // word
  std::uint32_t sequence = kNoWords;
  std::uint32_t count = 0; // of words
  std::uint32_t pair = 0;  // the sequence of the first two
};

/// Reads the character at `at`, which is beyond ASCII. Folded text is mostly of two bytes a
/// character where it is not ASCII, and none of those is a word of its own.
char32_t read_letter(std::string_view text, std::size_t& at, bool& stands_alone) {
  constexpr unsigned kFirstLead = 0xC2, kLastLead = 0xDF;
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead >= kFirstLead && lead <= kLastLead && at + 1 < text.size()) {
    const auto second = static_cast<unsigned char>(text[at + 1]);
    if ((second & 0xC0) == 0x80) {
      at += 2;
      stands_alone = false;
      return (lead & 0x1Fu) << 6 | (second & 0x3Fu);
    }
  }
  const char32_t c = next_code_point(text, at);
  stands_alone = is_word_alone(c);
  return c;
}

/// The alternative that `text` begins with, up to its bar or the end. It is folded already, so a
/// WordReader, which would find the same words, is not needed: they stand between spaces, `0` is
/// any number, `word*` a beginning, `word:` a label, and a character of an unspaced script is a
/// word. Takes it and the bar off the front: a process reads a hundred thousand bytes of phrases
/// before its first page, some a million.
HashedPhrase take_phrase(std::string_view& phrases) {
  const std::string_view text = phrases;
  HashedPhrase phrase;
  const auto add = [&](std::uint32_t word) {
    phrase.sequence = add_word(phrase.sequence, word);
    if (phrase.count++ == 0) phrase.first = word;
    if (phrase.count == 2) phrase.pair = phrase.sequence;
  };
  std::size_t at = 0;
  while (at < text.size() && text[at] != '|') {
    if (text[at] == ' ') {
      ++at;
      continue;
    }
    std::uint32_t running = kEmptyWord, word = 0;
    bool stands_alone = false;
    while (at < text.size() && word == 0) {
      auto byte = static_cast<unsigned char>(text[at]);
      for (; byte >= 'a' && byte <= 'z'; byte = static_cast<unsigned char>(text[at])) {
        running = add_letter(running, byte);
        if (++at == text.size()) break;
      }
      if (at == text.size()) break;
      if (byte >= kAsciiEnd) {
        running = add_letter(running, read_letter(text, at, stands_alone));
        if (stands_alone) word = finish_word(running);
      } else if (byte == ' ' || byte == '|') {
        break;
      } else {
        ++at;
        if (byte == '*') {
          word = stem_word(running);
        } else if (byte == ':') {
          word = label_word(finish_word(running));
        } else if (byte == '0' && running == kEmptyWord) {
          const bool is_label = at < text.size() && text[at] == ':';
          if (is_label) ++at;
          word = is_label ? label_word(kNumberWord) : kNumberWord;
        } else {
          running = add_letter(running, byte);
        }
      }
    }
    if (stands_alone && at < text.size() && text[at] == ':') {
      word = label_word(word);
      ++at;
    }
    add(word != 0 ? word : finish_word(running));
  }
  phrases.remove_prefix(std::min(at + 1, text.size()));
  return phrase;
}

std::uint32_t running_hash(std::string_view letters) {
  std::uint32_t running = kEmptyWord;
  for (std::size_t at = 0; at < letters.size();)
    running = add_letter(running, next_code_point(letters, at));
  return running;
}

bool is_of_appeal(std::uint32_t target) {
  return target >= to_lexicon(static_cast<Lexicon>(kPhraseLexicons), false) &&
         target < kFirstNodeTarget;
}

std::size_t find_language(std::string_view language) {
  for (std::size_t i = 0; i < kCompiledPhrasesCount; ++i) {
    if (language == kCompiledPhrases[i].language) return i;
  }
  return kCompiledPhrasesCount;
}

/// Files that were added, by their language's place; sets are built of them later.
std::string& added_text(std::size_t language) {
  static const auto kTexts = std::make_unique<std::string[]>(kCompiledPhrasesCount);
  return kTexts[language];
}

std::string_view text_of(std::size_t language) {
  const std::string_view compiled = kCompiledPhrases[language].text;
  return compiled.empty() ? std::string_view(added_text(language)) : compiled;
}

/// Places of the languages whose phrases a page is matched against.
std::vector<std::size_t> languages_for(std::size_t own) {
  std::vector<std::size_t> languages;
  const std::size_t english = find_language("en");
  if (own < kCompiledPhrasesCount) {
    languages.push_back(own);
    if (english < kCompiledPhrasesCount && english != own) languages.push_back(english);
  } else {
    for (std::size_t i = 0; i < kCompiledPhrasesCount; ++i) languages.push_back(i);
  }
  return languages;
}

} // namespace

std::vector<std::string> missing_phrases(std::string_view bcp47) {
  std::vector<std::string> missing;
  for (const std::size_t language : languages_for(find_language(primary_language(bcp47)))) {
    if (text_of(language).empty()) missing.emplace_back(kCompiledPhrases[language].language);
  }
  return missing;
}

bool add_phrases(std::string_view language, std::string text) {
  const std::size_t place = find_language(language);
  if (place == kCompiledPhrasesCount || !PhraseFile::read(text)) return false;
  if (text_of(place).empty()) added_text(place) = std::move(text);
  return true;
}

const LexiconSet& LexiconSet::for_language(std::string_view bcp47) {
  struct Place {
    std::once_flag built;
    LexiconSet set;
  };
  static const auto kPlaces = std::make_unique<Place[]>(kCompiledPhrasesCount + 1);
  const std::size_t own = find_language(primary_language(bcp47));
  Place& place = kPlaces[own];
  std::call_once(place.built, [&] { place.set = build(own); });
  return place.set;
}

const LexiconSet::Phrases& LexiconSet::phrases_of(std::size_t language) {
  struct Place {
    std::once_flag read;
    Phrases phrases;
  };
  static const auto kPlaces = std::make_unique<Place[]>(kCompiledPhrasesCount);
  Place& place = kPlaces[language];
  std::call_once(place.read, [&] { place.phrases = read_phrases(text_of(language)); });
  return place.phrases;
}

LexiconSet::Phrases LexiconSet::read_phrases(std::string_view text) {
  Phrases phrases;
  const std::optional<PhraseFile> file = PhraseFile::read(text);
  if (!file) return phrases;
  for (const std::string_view stem : file->stems) phrases.stems.push_back(running_hash(stem));
  for (const PhraseSegments& segments : file->first) {
    const auto anchor = static_cast<std::uint32_t>(segments.anchor);
    const std::uint32_t meaning = segments.target | anchor << kAnchorShift;
    for (std::string_view left = segments.alternatives; !left.empty();) {
      const HashedPhrase phrase = take_phrase(left);
      phrases.first.push_back({first_segment(phrase.first, phrase.sequence),
                               meaning | (phrase.sequence & kCheckBits) << kCheckShift});
      if (phrase.count > 2) phrases.pairs.push_back(phrase.pair);
      phrases.longest_first = std::max(phrases.longest_first, phrase.count);
    }
  }
  for (const PhraseSegments& segments : file->later) {
    const auto first_key = static_cast<std::uint32_t>(phrases.keys.size());
    std::uint32_t longest = 0;
    std::uint64_t filter = 0, first_filter = 0;
    for (std::string_view left = segments.alternatives; !left.empty();) {
      const HashedPhrase phrase = take_phrase(left);
      phrases.keys.push_back(next_segment(phrase.sequence));
      filter |= std::uint64_t{1} << (phrases.keys.back() & 63);
      first_filter |= std::uint64_t{1} << (phrase.first & 63);
      longest = std::max(longest, phrase.count);
    }
    std::sort(phrases.keys.begin() + first_key, phrases.keys.end());
    phrases.later.push_back({segments.target,
                             static_cast<std::uint16_t>(phrases.keys.size() - first_key), first_key,
                             longest, segments.gap_before, filter, first_filter});
  }
  return phrases;
}

LexiconSet LexiconSet::build(std::size_t own) {
  LexiconSet set;
  std::vector<std::uint32_t> stems;
  std::vector<Entry> entries;
  set.pairs_.resize(kPairWords);
  for (const std::size_t language : languages_for(own)) {
    const Phrases& phrases = phrases_of(language);
    const auto nodes_before = static_cast<std::uint32_t>(set.nodes_.size());
    const auto keys_before = static_cast<std::uint32_t>(set.keys_.size());
    const auto moved_by = [&](std::uint32_t target) {
      return (target & kTargetBits) < kFirstNodeTarget ? 0 : nodes_before;
    };
    stems.insert(stems.end(), phrases.stems.begin(), phrases.stems.end());
    for (const Entry& entry : phrases.first) {
      // "Was" and "die" are words of other languages too.
      if (is_of_appeal(entry.meaning & kTargetBits) && language != own) continue;
      entries.push_back({entry.hash, entry.meaning + moved_by(entry.meaning)});
    }
    for (const std::uint32_t pair : phrases.pairs)
      set.pairs_[(pair >> 6) & (kPairWords - 1)] |= std::uint64_t{1} << (pair & 63);
    for (Node node : phrases.later) {
      node.target = static_cast<std::uint16_t>(node.target + moved_by(node.target));
      node.first_key += keys_before;
      set.nodes_.push_back(node);
    }
    set.keys_.insert(set.keys_.end(), phrases.keys.begin(), phrases.keys.end());
    set.longest_first_ = std::max(set.longest_first_, phrases.longest_first);
  }
  set.prefixes_ = PrefixSet(std::move(stems));
  std::size_t size = 16;
  while (size < 2 * entries.size()) size *= 2;
  set.hashes_.resize(size);
  set.meanings_.resize(size);
  set.filter_.resize(kFilterWords);
  set.mask_ = static_cast<std::uint32_t>(size - 1);
  for (const Entry& entry : entries) set.insert(entry.hash, entry.meaning);
  return set;
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
