// A number is an hour when a colon, a sign for hours or a word of the clock says so: 10:11, 10.11
// Uhr, 3 pm. A dot between two numbers does not say it by itself.
#include "rules/time_of_day.hpp"

#include <array>

#include "base/text.hpp"

namespace lectern {
namespace {

constexpr char32_t kHourSigns[] = {0x6642, 0x65F6, 0x70B9, 0x9EDE, 0xC2DC};
constexpr char32_t kMinuteSigns[] = {0x5206, 0xBD84};

struct NamedZone {
  const char* name;
  int minutes;
};

// Names that mean one zone; those that depend on the season ("ET") or the country are left out.
constexpr std::array<NamedZone, 31> kZones = {{
    {"z", 0},      {"utc", 0},    {"gmt", 0},    {"est", -300}, {"edt", -240},  {"cdt", -300},
    {"mst", -420}, {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"akdt", -480},
    {"hst", -600}, {"bst", 60},   {"wet", 0},    {"west", 60},  {"cet", 60},    {"cest", 120},
    {"mez", 60},   {"mesz", 120}, {"eet", 120},  {"eest", 180}, {"msk", 180},   {"jst", 540},
    {"kst", 540},  {"hkt", 480},  {"sgt", 480},  {"wib", 420},  {"aest", 600},  {"aedt", 660},
    {"nzst", 720},
}};

} // namespace

void read_time(const DateParts& parts, std::size_t& at, Date& date) {
  std::size_t i = at;
  bool clock_word = false;
  bool afternoon = false;
  bool morning = false;
  // What may stand between: "T", marks, weekdays, "um", "at", "(Fri)".
  constexpr int kMostBetween = 6;
  for (int n = 0;
       n < kMostBetween && parts.token(i) && parts.token(i)->type != DateToken::Type::number;
       ++n, ++i) {
    const DateToken& t = parts[i];
    if (t.type == DateToken::Type::word) {
      const bool is_t = equals_ignoring_case(parts.text_of(i), "t");
      const DateWord* w = parts.word(i);
      const auto kind = w ? static_cast<DateWordKind>(w->kind) : DateWordKind::month;
      if (w && t.mark != 0 && w->word.size() > t.end - t.begin) ++i; // its second character
      if (kind == DateWordKind::clock)
        clock_word = true;
      else if (kind == DateWordKind::afternoon && t.mark != 0)
        afternoon = true;
      else if (kind == DateWordKind::afternoon || kind == DateWordKind::morning) {
        afternoon = kind == DateWordKind::afternoon;
        morning = !afternoon;
      } else if (!is_t && kind != DateWordKind::weekday && kind != DateWordKind::filler &&
                 t.mark == 0)
        return;
    } else if (t.mark == ';' || t.mark == '"') {
      return;
    }
  }
  if (!parts.is_number(i, 1, 2)) return;
  const int hour = static_cast<int>(parts[i].value);
  if (hour > 24) return;
  int minute = 0;
  int second = 0;
  const DateToken* sign = parts.token(i + 1);
  std::size_t next = i + 1;
  bool is_time = false;
  if (parts.is_one_of(i + 1, kHourSigns)) {
    is_time = true;
    ++next;
    if (parts.is_number(next, 1, 2)) {
      minute = static_cast<int>(parts[next++].value);
      if (parts.is_one_of(next, kMinuteSigns)) ++next;
    }
  } else if (sign && parts.is_number(i + 2, 2, 2) && !parts[i + 2].after_space &&
             (sign->mark == ':' || sign->mark == '.' ||
              equals_ignoring_case(parts.text_of(i + 1), "h"))) {
    minute = static_cast<int>(parts[i + 2].value);
    next = i + 3;
    is_time = sign->mark == ':' || clock_word || parts.is_word(next, DateWordKind::clock) ||
              parts.is_word(next, DateWordKind::morning) ||
              parts.is_word(next, DateWordKind::afternoon) ||
              equals_ignoring_case(parts.text_of(i + 1), "h");
    if (parts.is_mark(next, sign->mark) && parts.is_number(next + 1, 1, 2) && sign->mark == ':') {
      second = static_cast<int>(parts[next + 1].value);
      next += 2;
      if ((parts.is_mark(next, '.') || parts.is_mark(next, ',')) && parts.token(next + 1) &&
          parts.token(next + 1)->type != DateToken::Type::mark &&
          !parts.token(next + 1)->after_space) {
        next += 2; // parts of a second
      }
    }
  } else if (parts.is_word(next, DateWordKind::morning) ||
             parts.is_word(next, DateWordKind::afternoon)) {
    is_time = true; // "3 pm"
  }
  // "a.m." and "p.m." are words with a dot.
  if (parts.is_word(next, DateWordKind::afternoon) || parts.is_word(next, DateWordKind::morning)) {
    afternoon = parts.is_word(next, DateWordKind::afternoon);
    morning = !afternoon;
    next += parts.is_mark(next + 1, '.') && parts.token(next + 2) &&
                    !parts.token(next + 2)->after_space &&
                    parts.token(next + 2)->type == DateToken::Type::word
                ? 3
                : 1;
    if (parts.is_mark(next, '.')) ++next;
  } else if (parts.is_word(next, DateWordKind::clock)) {
    ++next;
  }
  if (!is_time || minute > 59 || second > 60) return;
  date.hour = hour % 24;
  if (afternoon && date.hour < 12) date.hour += 12;
  if (morning && date.hour == 12) date.hour = 0;
  date.minute = minute;
  date.second = second;
  read_zone(parts, next, date);
  at = next;
}

void read_zone(const DateParts& parts, std::size_t& at, Date& date) {
  std::size_t i = at;
  bool named = false;
  const bool in_brackets = parts.is_mark(i, '(') || parts.is_mark(i, '[');
  if (in_brackets) ++i;
  if (const DateToken* t = parts.token(i); t && t->type == DateToken::Type::word) {
    for (const NamedZone& zone : kZones) {
      if (!equals_ignoring_case(parts.text_of(i), zone.name)) continue;
      date.zone_minutes = zone.minutes;
      named = true;
      at = ++i;
      break;
    }
  }
  // +02:00, -0500, +2; a minus sign needs to touch what it belongs to, or it is a dash.
  const bool plus = parts.is_mark(i, '+');
  const bool minus = parts.is_mark(i, '-') || parts.is_mark(i, 0x2212);
  if (!(plus || minus) || !parts.is_number(i + 1, 1, 4) || parts[i + 1].after_space) return;
  if (minus && parts[i].after_space && parts[i + 1].digits < 2) return;
  if (named && date.zone_minutes != 0) return;
  const DateToken& number = parts[i + 1];
  int hours = static_cast<int>(number.digits > 2 ? number.value / 100 : number.value);
  int minutes = static_cast<int>(number.digits > 2 ? number.value % 100 : 0);
  std::size_t next = i + 2;
  if (number.digits == 2 && parts.is_mark(next, ':') && parts.is_number(next + 1, 2, 2)) {
    minutes = static_cast<int>(parts[next + 1].value);
    next += 2;
  }
  if (hours > 14 || minutes > 59) return;
  date.zone_minutes = (hours * 60 + minutes) * (plus ? 1 : -1);
  at = next;
}

} // namespace lectern
