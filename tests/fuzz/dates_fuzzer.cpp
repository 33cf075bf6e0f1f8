// Text with dates in it. The first byte chooses the language.
#include "fuzz/invariants.hpp"
#include "rules/dates.hpp"

using namespace lectern;
using namespace lectern::fuzz;

namespace {

void check(const Date& date) {
  static const int kDays[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  require(date.month >= 1 && date.month <= 12, "a month of the year");
  require(date.day >= 1 && date.day <= kDays[date.month - 1], "a day of the month");
  require(date.year >= 0 && date.year <= 9999, "a year of four digits");
  if (date.has_time()) require(date.hour >= 0 && date.hour <= 24, "an hour of the day");
  const std::string iso = to_iso(date);
  require(iso.size() >= 10 && iso.size() <= 25, "ISO 8601 has its length: " + iso);
  const auto again = parse_date(iso);
  require(again && again->same_day(date), "what was written is read as the same day: " + iso);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 1) return 0;
  static const char* const kLanguages[] = {"",   "en", "en-US", "de", "fr", "es", "ja", "zh",
                                           "ar", "ru", "pl",    "tr", "ko", "he", "xx"};
  const char* language = kLanguages[data[0] % std::size(kLanguages)];
  const std::string text = to_valid_utf8(view_of(data + 1, size - 1));
  std::size_t from = 0;
  for (int i = 0; i < 20; ++i) {
    const auto found = find_date(text, language, from);
    if (!found) break;
    require(found->begin >= from && found->begin < found->end && found->end <= text.size(),
            "a date stands in the text");
    check(found->date);
    from = found->end;
  }
  if (const auto date = parse_date(text, language)) check(*date);
  if (const auto date = date_in_url(text)) check(*date);
  if (const auto iso = date_in_text(text, language)) require(is_valid_utf8(*iso), "valid UTF-8");
  (void)date_label(text);
  (void)date_label_line(text);
  return 0;
}
