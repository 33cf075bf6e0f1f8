#include "rules/dates.hpp"

#include <algorithm>
#include <bitset>
#include <cstdlib>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rules/calendars.hpp"
#include "rules/date_grammar.hpp"
#include "rules/phrase_sieve.hpp"

namespace lectern {
namespace {

constexpr std::size_t kTokensRead = 160;      // of a text: a date further in belongs to its prose
constexpr std::size_t kMostBeforeNumber = 12; // tokens from a month's name to the day, at most
constexpr std::size_t kLabelReach = 48;       // bytes before a date in which its label stands
constexpr long long kFirstUnixTime = 631'152'000;  // 1990
constexpr long long kLastUnixTime = 4'102'444'800; // 2100

void append_padded(std::string& out, int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  if (digits.size() < width) out.append(width - digits.size(), '0');
  out += digits;
}

Date date_of_unix_time(long long seconds) {
  constexpr long long kSecondsOfDay = 86'400;
  const long long of_day = seconds % kSecondsOfDay;
  Date date = date_of_day_number(seconds / kSecondsOfDay);
  date.hour = static_cast<int>(of_day / 3600);
  date.minute = static_cast<int>(of_day / 60 % 60);
  date.second = static_cast<int>(of_day % 60);
  date.zone_minutes = 0;
  return date;
}

PhraseSieve sieve_of_labels() {
  PhraseSieve sieve;
  for (std::size_t i = 0; i < kDatePhraseCount; ++i) sieve.add(kDatePhrases[i].phrase);
  return sieve;
}

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

int number_at(std::string_view text, std::size_t at, std::size_t count) {
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (at + i >= text.size() || !is_ascii_digit(text[at + i])) return -1;
    value = value * 10 + (text[at + i] - '0');
  }
  return value;
}

bool word_begins_or_ends(std::string_view text, std::size_t at) {
  // Scripts without spaces have no word borders to look for.
  if (at == 0 || at >= text.size()) return true;
  const auto is_word_byte = [](char c) {
    return (c >= 'a' && c <= 'z') ||
           (static_cast<unsigned char>(c) >= 0xC3 && static_cast<unsigned char>(c) <= 0xD4);
  };
  return !(is_word_byte(text[at - 1]) && is_word_byte(text[at]));
}

} // namespace

std::string to_iso(const Date& date) {
  std::string out;
  append_padded(out, date.year, 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  if (!date.has_time()) return out;
  out += 'T';
  append_padded(out, date.hour, 2);
  out += ':';
  append_padded(out, std::max(date.minute, 0), 2);
  out += ':';
  append_padded(out, std::max(date.second, 0), 2);
  if (date.zone_minutes == Date::kNoZone) return out;
  if (date.zone_minutes == 0) return out + "Z";
  out += date.zone_minutes < 0 ? '-' : '+';
  append_padded(out, std::abs(date.zone_minutes) / 60, 2);
  out += ':';
  append_padded(out, std::abs(date.zone_minutes) % 60, 2);
  return out;
}

std::optional<FoundDate> find_date(std::string_view text, std::string_view language,
                                   std::size_t from) {
  if (from >= text.size() || !has_digit(text.substr(from, kTokensRead * 8))) return std::nullopt;
  const std::vector<DateToken> tokens = read_date_tokens(text, from, kTokensRead);
  const DateGrammar grammar(text, tokens, language);
  std::size_t number = 0; // the first one that is not before `first`
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    while (number < tokens.size() &&
           (number < first || tokens[number].type != DateToken::Type::number))
      ++number;
    if (number == tokens.size()) break; // no date is without one
    if (number - first > kMostBeforeNumber) continue;
    std::size_t at = first;
    if (const auto date = grammar.read_date(at)) {
      return FoundDate{*date, tokens[grammar.weekday_before(first)].begin, tokens[at - 1].end};
    }
  }
  return std::nullopt;
}

std::optional<Date> parse_date(std::string_view value, std::string_view language) {
  value = trim(value);
  if (value.size() > 1 && value.front() == '/' && starts_with_ignoring_case(value, "/date(")) {
    value = value.substr(6); // the JSON of .NET
    std::size_t digits = 0;
    while (digits < value.size() && is_ascii_digit(value[digits])) ++digits;
    value = value.substr(0, digits);
  }
  if (all_digits(value)) {
    if (value.size() == 14 || value.size() == 12) { // 20240503101112
      Date date;
      date.year = number_at(value, 0, 4);
      date.month = number_at(value, 4, 2);
      date.day = number_at(value, 6, 2);
      date.hour = number_at(value, 8, 2);
      date.minute = number_at(value, 10, 2);
      date.second = value.size() == 14 ? number_at(value, 12, 2) : 0;
      if (is_day(date.year, date.month, date.day) && date.hour < 24 && date.minute < 60)
        return date;
    }
    if (value.size() == 10 || value.size() == 13) {
      long long seconds = std::strtoll(std::string(value).c_str(), nullptr, 10);
      if (value.size() == 13) seconds /= 1000;
      if (seconds >= kFirstUnixTime && seconds <= kLastUnixTime) return date_of_unix_time(seconds);
    }
  }
  if (const auto found = find_date(value, language)) return found->date;
  return std::nullopt;
}

std::optional<std::string> date_in_text(std::string_view line, std::string_view language) {
  if (const auto found = find_date(line, language)) return to_iso(found->date);
  return std::nullopt;
}

std::optional<Date> date_in_url(std::string_view path) {
  for (std::size_t at = 0; at + 8 <= path.size(); ++at) {
    if (at > 0 && is_ascii_digit(path[at - 1])) continue;
    const int year = number_at(path, at, 4);
    if (year < 1990) continue;
    std::size_t end = at + 4;
    Date date;
    date.year = year;
    if (const char sign = path[end]; sign == '/' || sign == '-' || sign == '_') {
      // The month may be a name: /2024/may/03/.
      std::size_t i = end + 1;
      std::size_t letters = i;
      while (letters < path.size() && ascii_lower(path[letters]) >= 'a' &&
             ascii_lower(path[letters]) <= 'z') {
        ++letters;
      }
      if (letters - i >= 3 && letters - i <= 9) {
        const std::string day(path.substr(letters, 3));
        std::string spelled = std::string(path.substr(i, letters - i)) + " ";
        if (day.size() < 2 || day[0] != sign) continue;
        spelled += day.substr(1);
        while (!is_ascii_digit(spelled.back()) && spelled.back() != ' ') spelled.pop_back();
        spelled += ", " + std::to_string(year);
        if (const auto found = find_date(spelled, "en")) return found->date;
        continue;
      }
      std::size_t width = number_at(path, i, 2) >= 0 ? 2 : 1;
      date.month = number_at(path, i, width);
      i += width;
      // Also /2024/0503/ and /2024-05/03/.
      const bool is_joined = sign == '/' && width == 2 && number_at(path, i, 2) >= 0;
      if (i >= path.size() || !(is_joined || path[i] == sign || path[i] == '/')) continue;
      if (!is_joined) ++i;
      width = number_at(path, i, 2) >= 0 ? 2 : 1;
      date.day = number_at(path, i, width);
      end = i + width;
    } else {
      date.month = number_at(path, end, 2);
      end += end + 2 < path.size() && path[end + 2] == '/' ? 3 : 2; // 202405/03
      date.day = number_at(path, end, 2);
      end += 2;
    }
    if (end < path.size() && is_ascii_digit(path[end])) continue;
    if (is_day(date.year, date.month, date.day)) return date;
  }
  return std::nullopt;
}

DateLabel date_label(std::string_view words_before) {
  if (words_before.size() > kLabelReach)
    words_before.remove_prefix(words_before.size() - kLabelReach);
  if (words_before.empty()) return DateLabel::none;
  const std::string lower = to_lower(words_before);
  // Few phrases have their first two bytes and their last two among those of the text.
  std::bitset<1024> pairs;
  const auto pair_at = [](std::string_view text, std::size_t at) {
    return (static_cast<unsigned char>(text[at]) * 37u + static_cast<unsigned char>(text[at + 1])) %
           1024;
  };
  for (std::size_t at = 0; at + 1 < lower.size(); ++at) pairs.set(pair_at(lower, at));
  // The label that stands nearest to the date is its own.
  DateLabel label = DateLabel::none;
  std::size_t nearest = 0;
  for (std::size_t i = 0; i < kDatePhraseCount; ++i) {
    const std::string_view phrase = kDatePhrases[i].phrase;
    if (!pairs[pair_at(phrase, 0)] || !pairs[pair_at(phrase, phrase.size() - 2)]) continue;
    const std::size_t at = lower.rfind(phrase);
    if (at == std::string::npos || at + phrase.size() <= nearest) continue;
    if (!word_begins_or_ends(lower, at) || !word_begins_or_ends(lower, at + phrase.size()))
      continue;
    nearest = at + phrase.size();
    label = kDatePhrases[i].is_modified ? DateLabel::modified : DateLabel::published;
  }
  return label;
}

DateLabel date_label_line(std::string_view line) {
  line = trim(line);
  while (!line.empty() && (line.back() == ':' || line.back() == '.')) line.remove_suffix(1);
  if (line.empty() || line.size() > kLabelReach) return DateLabel::none;
  static const PhraseSieve kSieve = sieve_of_labels();
  const std::string lower = to_lower(line);
  if (!kSieve.may_hold(lower)) return DateLabel::none;
  for (std::size_t i = 0; i < kDatePhraseCount; ++i) {
    if (lower == kDatePhrases[i].phrase) {
      return kDatePhrases[i].is_modified ? DateLabel::modified : DateLabel::published;
    }
  }
  return DateLabel::none;
}

} // namespace lectern
