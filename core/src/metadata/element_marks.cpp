#include "metadata/element_marks.hpp"

#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

struct ClassWord {
  std::string_view word;
  unsigned marks;
};

// Whole words of class names and ids; sorted.
constexpr std::array<ClassWord, 58> kClassWords = {{
    {"aside", bit(Mark::chrome)},
    {"auteur", bit(Mark::author)},
    {"author", bit(Mark::author)},
    {"authorname", bit(Mark::author) | bit(Mark::name)},
    {"authors", bit(Mark::author)},
    {"autor", bit(Mark::author)},
    {"autoren", bit(Mark::author)},
    {"autores", bit(Mark::author)},
    {"by", bit(Mark::byline)},
    {"byline", bit(Mark::byline)},
    {"bylines", bit(Mark::byline)},
    {"card", bit(Mark::chrome)},
    {"cards", bit(Mark::chrome)},
    {"carousel", bit(Mark::chrome)},
    {"comment", bit(Mark::chrome)},
    {"commentlist", bit(Mark::chrome)},
    {"comments", bit(Mark::chrome)},
    {"contributor", bit(Mark::author)},
    {"contributors", bit(Mark::author)},
    {"creator", bit(Mark::author)},
    {"date", bit(Mark::date)},
    {"dateline", bit(Mark::date)},
    {"datemodified", bit(Mark::date) | bit(Mark::modified)},
    {"datepublished", bit(Mark::date) | bit(Mark::published)},
    {"datetime", bit(Mark::date)},
    {"datum", bit(Mark::date)},
    {"fecha", bit(Mark::date)},
    {"fn", bit(Mark::name)},
    {"headline", bit(Mark::headline)},
    {"journalist", bit(Mark::author)},
    {"menu", bit(Mark::chrome)},
    {"modified", bit(Mark::modified)},
    {"more", bit(Mark::chrome)},
    {"nav", bit(Mark::chrome)},
    {"navigation", bit(Mark::chrome)},
    {"popular", bit(Mark::chrome)},
    {"posted", bit(Mark::published)},
    {"promo", bit(Mark::chrome)},
    {"pubdate", bit(Mark::date) | bit(Mark::published)},
    {"publish", bit(Mark::published)},
    {"publishdate", bit(Mark::date) | bit(Mark::published)},
    {"published", bit(Mark::published)},
    {"recent", bit(Mark::chrome)},
    {"recommended", bit(Mark::chrome)},
    {"related", bit(Mark::chrome)},
    {"sidebar", bit(Mark::chrome)},
    {"teaser", bit(Mark::chrome)},
    {"teasers", bit(Mark::chrome)},
    {"time", bit(Mark::date)},
    {"timestamp", bit(Mark::date)},
    {"title", bit(Mark::headline)},
    {"trending", bit(Mark::chrome)},
    {"updated", bit(Mark::modified)},
    {"username", bit(Mark::author)},
    {"vcard", bit(Mark::author)},
    {"widget", bit(Mark::chrome)},
    {"writer", bit(Mark::author)},
    {"writers", bit(Mark::author)},
}};

static_assert([] {
  for (std::size_t i = 1; i < kClassWords.size(); ++i) {
    if (kClassWords[i].word <= kClassWords[i - 1].word) return false;
  }
  return true;
}());

struct WordsOfLetter {
  std::uint8_t first = 0, behind = 0; // in the table
  std::uint32_t lengths = 0;          // as bits: most words end there
};
constexpr std::size_t kLetterCount = 26;
constexpr auto kWordsOfLetter = [] {
  std::array<WordsOfLetter, kLetterCount> letters{};
  for (std::uint8_t i = 0; i < kClassWords.size(); ++i) {
    WordsOfLetter& words = letters[static_cast<std::size_t>(kClassWords[i].word[0] - 'a')];
    if (words.lengths == 0) words.first = i;
    words.behind = static_cast<std::uint8_t>(i + 1);
    words.lengths |= 1u << kClassWords[i].word.size();
  }
  return letters;
}();

// Of a word of letters in any case.
unsigned marks_of_word(std::string_view word) {
  constexpr std::size_t kMostLetters = 31;
  const auto& words = kWordsOfLetter[static_cast<std::size_t>(ascii_lower(word[0]) - 'a')];
  if (word.size() > kMostLetters || (words.lengths >> word.size() & 1) == 0) return 0;
  for (std::size_t i = words.first; i < words.behind; ++i) {
    const std::string_view known = kClassWords[i].word;
    if (known.size() == word.size() && known.back() == ascii_lower(word.back()) &&
        equals_ignoring_case(known, word))
      return kClassWords[i].marks;
  }
  return 0;
}

// What a byte is in a class name; anything else stands between its words.
enum class Letter : std::uint8_t { none, lower, upper };
constexpr auto kLetters = [] {
  std::array<Letter, 256> letters{};
  for (unsigned char c = 'a'; c <= 'z'; ++c) letters[c] = Letter::lower;
  for (unsigned char c = 'A'; c <= 'Z'; ++c) letters[c] = Letter::upper;
  return letters;
}();
Letter letter_at(std::string_view text, std::size_t at) {
  return at < text.size() ? kLetters[static_cast<unsigned char>(text[at])] : Letter::none;
}

// The end of the word that begins at `at`: letters, of which a capital begins the next word.
std::size_t end_of_word(std::string_view names, std::size_t at) {
  while (letter_at(names, at) == Letter::upper) ++at;
  while (letter_at(names, at) == Letter::lower) ++at;
  return at;
}

} // namespace

unsigned marks_of_names(std::string_view names) {
  constexpr std::string_view kBuilder = "elementor"; // calls every element a widget
  unsigned marks = 0;
  bool after_builder = false;
  for (std::size_t at = 0; at < names.size();) {
    if (letter_at(names, at) == Letter::none) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    at = end_of_word(names, begin);
    const std::string_view word = names.substr(begin, at - begin);
    const unsigned found = marks_of_word(word);
    if (found != 0 && !(after_builder && equals_ignoring_case(word, "widget"))) marks |= found;
    after_builder = word.size() == kBuilder.size() && equals_ignoring_case(word, kBuilder);
  }
  return marks;
}

unsigned marks_of_property(std::string_view value) {
  unsigned marks = 0;
  for (const std::string_view part : split(value, ' ')) {
    if (equals_ignoring_case(part, "author") || equals_ignoring_case(part, "creator") ||
        equals_ignoring_case(part, "dc:creator")) {
      marks |= bit(Mark::author);
    } else if (equals_ignoring_case(part, "datePublished") ||
               equals_ignoring_case(part, "dateCreated")) {
      marks |= bit(Mark::date) | bit(Mark::published);
    } else if (equals_ignoring_case(part, "dateModified")) {
      marks |= bit(Mark::date) | bit(Mark::modified);
    } else if (equals_ignoring_case(part, "headline")) {
      marks |= bit(Mark::headline);
    } else if (equals_ignoring_case(part, "comment")) {
      marks |= bit(Mark::chrome);
    } else if (equals_ignoring_case(part, "name")) {
      marks |= bit(Mark::name);
    }
  }
  return marks != 0 ? marks | bit(Mark::itemprop) : 0;
}

namespace {

constexpr std::string_view kAuthorFolders[] = {
    "author",   "autor",       "auteur",   "writer",   "contributor", "journalist",
    "profile/", "people/",     "staff/",   "reporter", "columnist",   "by/",
    "byline/",  "member.php?", "members/", "user/",    "users/"};

// The second letters that may follow each first one, as bits: nearly all folders end here.
constexpr auto kFolderLetters = [] {
  std::array<std::uint32_t, 26> letters{};
  for (const std::string_view folder : kAuthorFolders)
    letters[static_cast<std::size_t>(folder[0] - 'a')] |= 1u << (folder[1] - 'a');
  return letters;
}();

} // namespace

bool leads_to_author(std::string_view href) {
  for (std::size_t at = href.find('/'); at != std::string_view::npos; at = href.find('/', at + 1)) {
    const std::string_view rest = href.substr(at + 1);
    if (rest.size() < 4) return false;
    const auto first = static_cast<unsigned char>(rest[0] - 'a');
    const auto second = static_cast<unsigned char>(rest[1] - 'a');
    if (first >= 26 || second >= 26 || (kFolderLetters[first] >> second & 1) == 0) continue;
    for (const std::string_view folder : kAuthorFolders) {
      if (rest.size() > folder.size() && rest.starts_with(folder)) return true;
    }
  }
  return false;
}

// Told apart by their lengths first: most attributes are of no use.
AttributeUse use_of_attribute(std::string_view name) {
  const auto use_if = [](bool is_it, AttributeUse use) { return is_it ? use : AttributeUse::none; };
  switch (name.size()) {
    case 2:
      return use_if(name == "id", AttributeUse::names);
    case 3:
      return use_if(name == "rel", AttributeUse::properties);
    case 4:
      return use_if(name == "href", AttributeUse::address);
    case 5:
      return name == "class" ? AttributeUse::names : use_if(name == "style", AttributeUse::style);
    case 6:
      return use_if(name == "hidden", AttributeUse::hides);
    case 7:
      return use_if(name == "data-qa", AttributeUse::names);
    case 8:
      if (name == "datetime") return AttributeUse::datetime;
      return use_if(name == "itemprop" || name == "property", AttributeUse::properties);
    case 9:
      return use_if(name == "data-test", AttributeUse::names);
    case 11:
      return use_if(name == "data-testid", AttributeUse::names);
    case 14:
      return use_if(name == "data-component", AttributeUse::names);
    default:
      return AttributeUse::none;
  }
}

} // namespace lectern
