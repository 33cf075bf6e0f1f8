// The script decides first; where several languages share one, their frequent words and rare
// letters vote. A word of k languages gives each 1/k of a vote, so that common words do not drown
// telling ones.

#include "rules/language.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/language_data.hpp"
#include "rules/word_reader.hpp"

namespace lectern {
namespace {

constexpr std::size_t kMaxLanguages = 64;
constexpr std::size_t kMaxBytes = 20000; // enough for any text; detection reads no further
constexpr int kMinLetters = 12;          // of the winning script
constexpr int kMinUnspacedLetters = 4;
constexpr float kLetterVote = 0.7F;        // of a word's
constexpr float kMinVotesPerWord = 0.035F; // measured: other languages' texts stay below
constexpr float kMinVotes = 1.0F;
constexpr float kMinLead = 1.12F; // over the second best
constexpr float kMinLeadOverStated = 4.0F;
constexpr int kMinWordsAgainstStated = 40;
constexpr int kMinLettersAgainstStated = 150; // of a script; a Han character counts as three
constexpr float kMinVotesPerWordAgainstStated = 0.08F; // filler text in false Latin stays below
constexpr float kMinKanaShare = 0.04F;                 // Japanese has kana in every sentence

enum class Script : std::uint8_t {
  none,
  latin,
  greek,
  cyrillic,
  armenian,
  hebrew,
  arabic,
  devanagari,
  bengali,
  gurmukhi,
  gujarati,
  tamil,
  telugu,
  kannada,
  malayalam,
  sinhala,
  thai,
  lao,
  burmese,
  georgian,
  ethiopic,
  khmer,
  hangul,
  kana,
  han,
};
constexpr std::size_t kScriptCount = 25;

struct ScriptRange {
  char32_t first, last;
  Script script;
};
constexpr ScriptRange kScriptRanges[] = {
    {0xC0, 0x24F, Script::latin},       {0x370, 0x3FF, Script::greek},
    {0x400, 0x52F, Script::cyrillic},   {0x530, 0x58F, Script::armenian},
    {0x590, 0x5FF, Script::hebrew},     {0x600, 0x77F, Script::arabic},
    {0x900, 0x97F, Script::devanagari}, {0x980, 0x9FF, Script::bengali},
    {0xA00, 0xA7F, Script::gurmukhi},   {0xA80, 0xAFF, Script::gujarati},
    {0xB80, 0xBFF, Script::tamil},      {0xC00, 0xC7F, Script::telugu},
    {0xC80, 0xCFF, Script::kannada},    {0xD00, 0xD7F, Script::malayalam},
    {0xD80, 0xDFF, Script::sinhala},    {0xE00, 0xE7F, Script::thai},
    {0xE80, 0xEFF, Script::lao},        {0x1000, 0x109F, Script::burmese},
    {0x10A0, 0x10FF, Script::georgian}, {0x1100, 0x11FF, Script::hangul},
    {0x1200, 0x137F, Script::ethiopic}, {0x1780, 0x17FF, Script::khmer},
    {0x1E00, 0x1EFF, Script::latin},    {0x1F00, 0x1FFF, Script::greek},
    {0x3040, 0x30FF, Script::kana},     {0x3400, 0x9FFF, Script::han},
    {0xAC00, 0xD7AF, Script::hangul},   {0xF900, 0xFAFF, Script::han},
    {0xFB50, 0xFDFF, Script::arabic},   {0xFE70, 0xFEFF, Script::arabic},
    {0x20000, 0x3FFFF, Script::han},
};

Script script_of(char32_t c) {
  if (c < 0x80) {
    return (c | 0x20) >= U'a' && (c | 0x20) <= U'z' ? Script::latin : Script::none;
  }
  for (const ScriptRange& range : kScriptRanges) {
    if (c < range.first) break;
    if (c <= range.last) return c == 0xD7 || c == 0xF7 ? Script::none : range.script;
  }
  return Script::none;
}

// Of scripts that one language has to itself, as far as news sites go.
const char* language_of(Script script) {
  switch (script) {
    case Script::greek:
      return "el";
    case Script::armenian:
      return "hy";
    case Script::hebrew:
      return "he";
    case Script::bengali:
      return "bn";
    case Script::gurmukhi:
      return "pa";
    case Script::gujarati:
      return "gu";
    case Script::tamil:
      return "ta";
    case Script::telugu:
      return "te";
    case Script::kannada:
      return "kn";
    case Script::malayalam:
      return "ml";
    case Script::sinhala:
      return "si";
    case Script::thai:
      return "th";
    case Script::lao:
      return "lo";
    case Script::burmese:
      return "my";
    case Script::georgian:
      return "ka";
    case Script::ethiopic:
      return "am";
    case Script::khmer:
      return "km";
    case Script::hangul:
      return "ko";
    default:
      return "";
  }
}

struct Votes {
  std::array<float, kMaxLanguages> of_language{};

  /// A share of `weight` for every language that `key` stands for in the sorted table.
  template <typename Key>
  void cast(const Key* keys, const std::uint8_t* languages, std::size_t count, Key key,
            float weight) {
    const Key* first = std::lower_bound(keys, keys + count, key);
    const Key* last = first;
    while (last != keys + count && *last == key) ++last;
    const float share = first == last ? 0 : weight / static_cast<float>(last - first);
    for (; first != last; ++first) of_language[languages[first - keys]] += share;
  }
};

/// Where `stated` stands among the languages that have words to be told by; their number if it does
/// not.
std::size_t place_of(std::string_view stated) {
  const auto end = kLanguages + kLanguageCount;
  return static_cast<std::size_t>(std::find(kLanguages, end, stated) - kLanguages);
}

/// `stated` where the votes do not speak clearly for another language.
std::string count_votes(std::string_view text, Votes votes, int letters, std::string_view stated) {
  static const std::vector<std::uint32_t> kWords = unpack_hashes(kLanguageWords);
  int words = 0;
  WordReader reader(text);
  for (ReadWord word; reader.next(word);) {
    if (word.hash == kNumberWord) continue;
    ++words;
    votes.cast(kWords.data(), kLanguagesOfWords, kWords.size(), word.hash, 1.0F);
  }
  std::size_t best = 0, second = 1;
  if (kLanguageCount < 2) return "";
  if (votes.of_language[1] > votes.of_language[0]) std::swap(best, second);
  for (std::size_t i = 2; i < std::min(kLanguageCount, kMaxLanguages); ++i) {
    if (votes.of_language[i] > votes.of_language[best]) {
      second = best;
      best = i;
    } else if (votes.of_language[i] > votes.of_language[second]) {
      second = i;
    }
  }
  const float most = votes.of_language[best];
  const std::string unsure(stated);
  if (letters < kMinLetters || most < kMinVotes) return unsure;
  if (most < kMinVotesPerWord * static_cast<float>(words)) return unsure;
  if (most < kMinLead * votes.of_language[second]) return unsure;
  if (!stated.empty()) {
    const std::size_t place = place_of(stated);
    if (place >= std::min(kLanguageCount, kMaxLanguages) || words < kMinWordsAgainstStated ||
        most < kMinVotesPerWordAgainstStated * static_cast<float>(words) ||
        most < kMinLeadOverStated * votes.of_language[place])
      return unsure;
  }
  return kLanguages[best];
}

/// The language of `text`; `stated`, a primary subtag or nothing, where that is not clearly another
/// one.
std::string language_of_text(std::string_view text, std::string_view stated) {
  text = text.substr(0, kMaxBytes);
  // Of the languages without words here, several share a script.
  const bool may_be_wrong = stated.empty() || place_of(stated) < kLanguageCount;
  std::array<int, kScriptCount> letters{};
  Votes votes;
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const char32_t c = byte < 0x80 ? (++at, byte) : next_code_point(text, at);
    const Script script = script_of(c);
    ++letters[static_cast<std::size_t>(script)];
    if (c >= 0x80 && script != Script::han && c < 0x10000) {
      votes.cast(kLanguageLetters, kLanguagesOfLetters, kLanguageLetterCount,
                 static_cast<std::uint16_t>(to_lower(c)), kLetterVote);
    }
  }
  const auto of = [&](Script script) { return letters[static_cast<std::size_t>(script)]; };
  // A Han or kana character says as much as two or three letters.
  const int han = of(Script::han), kana = of(Script::kana);
  const int unspaced = 3 * (han + kana);
  int most = 0;
  auto script = Script::none;
  for (std::size_t i = 1; i < kScriptCount; ++i) {
    const auto candidate = static_cast<Script>(i);
    if (candidate == Script::han || candidate == Script::kana) continue;
    const int count = candidate == Script::hangul ? 2 * letters[i] : letters[i];
    if (count > most) {
      most = count;
      script = candidate;
    }
  }
  const int enough = stated.empty() ? kMinUnspacedLetters : kMinLettersAgainstStated;
  if (unspaced > most) {
    if (han + kana < kMinUnspacedLetters || unspaced < enough || !may_be_wrong)
      return std::string(stated);
    const float share = static_cast<float>(kana) / static_cast<float>(han + kana);
    return share > kMinKanaShare ? "ja" : "zh";
  }
  switch (script) {
    case Script::latin:
    case Script::cyrillic:
    case Script::arabic:
    case Script::devanagari:
      return count_votes(text, votes, most, stated);
    default:
      return most >= enough && may_be_wrong ? language_of(script) : std::string(stated);
  }
}

} // namespace

std::string primary_language(std::string_view bcp47) {
  const std::string_view subtag = bcp47.substr(0, bcp47.find_first_of("-_"));
  if (subtag.size() < 2 || subtag.size() > 3) return "";
  std::string language = ascii_lower(subtag);
  for (const char c : language) {
    if (c < 'a' || c > 'z') return "";
  }
  if (language == "nb" || language == "nn") return "no";
  if (language == "iw") return "he";
  if (language == "in") return "id";
  return language;
}

std::string detect_language(std::string_view text) { return language_of_text(text, ""); }

std::string checked_language(std::string_view stated, std::string_view text) {
  const std::string primary = primary_language(stated);
  std::string found = language_of_text(text, primary);
  return found == primary || found.empty() ? std::string(stated) : found;
}

bool is_right_to_left(std::string_view language) {
  static constexpr std::string_view kRightToLeft[] = {"ar", "he", "fa", "ur",  "yi",  "ps",
                                                      "sd", "ug", "dv", "ckb", "arc", "syr"};
  const std::string primary = primary_language(language);
  // Kurdish is written in Latin letters unless its tag says otherwise.
  if (primary == "ku") return contains_ignoring_case(language, "arab");
  if (contains_ignoring_case(language, "latn")) return false;
  return std::find(std::begin(kRightToLeft), std::end(kRightToLeft), primary) !=
         std::end(kRightToLeft);
}

} // namespace lectern
