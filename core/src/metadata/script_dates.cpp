#include "metadata/script_dates.hpp"

#include "base/text.hpp"

namespace lectern {
namespace {

// Past the end of a key such as "publishedAt" or "date_published" that has "ublish" at `at`; 0
// when it is none.
std::size_t end_of_published_key(std::string_view script, std::size_t at) {
  constexpr std::size_t kLongestRest = 16; // bytes
  if (at == 0 || (script[at - 1] != 'p' && script[at - 1] != 'P')) return 0;
  std::size_t end = at;
  while (
      end < script.size() && end - at < kLongestRest &&
      (script[end] == '_' || (ascii_lower(script[end]) >= 'a' && ascii_lower(script[end]) <= 'z')))
    ++end;
  const std::string_view rest = script.substr(at, end - at);
  const bool is_date = rest.ends_with("edAt") || rest.ends_with("ed_at") ||
                       rest.ends_with("Date") || rest.ends_with("_date") ||
                       rest.ends_with("edTime") || rest.ends_with("ed_time") ||
                       rest.ends_with("edOn") || rest.ends_with("ed_on") ||
                       (rest == "ublished" && script.substr(0, at - 1).ends_with("date"));
  return is_date && end < script.size() && (script[end] == '"' || script[end] == '\\') ? end : 0;
}

} // namespace

std::optional<Date> published_day_of_scripts(const std::vector<std::string_view>& scripts) {
  constexpr std::size_t kMostBytes = 3'000'000;
  constexpr std::size_t kLongestGap = 6; // bytes between a key and its value: \":\"
  std::optional<Date> only;
  std::size_t read = 0;
  for (const std::string_view script : scripts) {
    read += script.size();
    if (read > kMostBytes) return std::nullopt;
    for (std::size_t at = script.find("ublish"); at != std::string_view::npos;
         at = script.find("ublish", at + 1)) {
      const std::size_t end = end_of_published_key(script, at);
      if (end == 0) continue;
      std::size_t value = end;
      while (value < script.size() && value < end + kLongestGap &&
             !(script[value] >= '0' && script[value] <= '9'))
        ++value;
      constexpr std::size_t kIsoDay = 10; // 2024-05-03
      const auto date = parse_date(script.substr(value, kIsoDay), "en");
      if (!date) continue;
      if (only && !only->same_day(*date)) return std::nullopt;
      only = date;
    }
  }
  return only;
}

} // namespace lectern
