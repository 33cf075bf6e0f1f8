#include "assemble/word_count.hpp"

#include <algorithm>

#include "assemble/inlines.hpp"
#include "base/byte_set.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"

namespace lectern {
namespace {

struct Amounts {
  int words = 0;      // of spaced scripts
  int characters = 0; // of unspaced scripts
  int letters = 0;
  int right_to_left = 0;
};

void count(std::string_view text, Amounts& amounts) {
  static constexpr ByteSet kWord("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
  bool is_in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && kWord.has(text[at])) ++at; // most of most texts
    if (at > begin) {
      amounts.letters += static_cast<int>(at - begin);
      if (!is_in_word) ++amounts.words;
      is_in_word = at < text.size() && text[at] != ' ';
      if (!is_in_word) ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    const bool is_part = is_letter(c) || is_digit(c);
    if (is_part) ++amounts.letters;
    if (is_part && is_right_to_left(c)) ++amounts.right_to_left;
    if (is_unspaced(c)) {
      ++amounts.characters;
      is_in_word = false;
      continue;
    }
    // An apostrophe or a hyphen inside a word does not end it.
    const bool joins = is_in_word && (c == '\'' || c == '-' || c == 0x2019 || c == 0xAD);
    if (is_part && !is_in_word) ++amounts.words;
    is_in_word = is_part || joins;
  }
}

void count(const Inlines& inlines, Amounts& amounts) { count(text_of(inlines), amounts); }

struct ReadingSpeed {
  std::string_view language;
  int words_per_minute;
};

// Words a minute of silent reading by language, from Trauzettel-Klosinski and Dietz, "Standardized
// Assessment of Reading Performance" (2012); Chinese and Japanese in half words, as they are
// counted.
constexpr ReadingSpeed kSpeeds[] = {
    {"ar", 138}, {"de", 179}, {"en", 228}, {"es", 218}, {"fi", 161}, {"fr", 195},
    {"he", 187}, {"it", 188}, {"ja", 178}, {"ko", 178}, {"nl", 202}, {"pl", 166},
    {"pt", 181}, {"ru", 184}, {"sl", 180}, {"sv", 199}, {"tr", 166}, {"zh", 128},
};
constexpr int kOtherSpeed = 184; // the mean over the languages of that study

int speed_of(std::string_view language) {
  const std::string primary = ascii_lower(language.substr(0, language.find_first_of("-_")));
  for (const ReadingSpeed& speed : kSpeeds) {
    if (primary == speed.language) return speed.words_per_minute;
  }
  return kOtherSpeed;
}

} // namespace

void count_words(Article& article) {
  Amounts amounts;
  for (const ArticleBlock& block : article.blocks) {
    count(block.content, amounts);
    count(block.caption, amounts);
    for (const TableRow& row : block.rows) {
      for (const TableCell& cell : row.cells) count(cell.content, amounts);
    }
  }
  article.word_count = amounts.words + (amounts.characters + 1) / 2;
  const int speed = speed_of(article.metadata.language);
  article.reading_minutes =
      article.word_count == 0 ? 0 : std::max(1, (article.word_count + speed / 2) / speed);
  if (article.metadata.direction.empty()) {
    article.metadata.direction = amounts.right_to_left * 2 > amounts.letters ? "rtl" : "ltr";
  }
}

} // namespace lectern
