// Which of a page's dates is that of publication, and which of the last change.
#include <cstdlib>

#include "metadata/publication_dates.hpp"

namespace lectern {
namespace {

// Days between two dates of neighbouring days at most; 2 when they are further apart.
int days_apart(const Date& a, const Date& b) {
  if (a.same_day(b)) return 0;
  const auto number = [](const Date& d) { return (d.year * 12 + d.month) * 31 + d.day; };
  // Exact inside a month; across its end the last days are close enough.
  const int difference = std::abs(number(a) - number(b));
  const bool across = (a.day == 1 || b.day == 1) && difference <= 4;
  return difference == 1 || across ? 1 : 2;
}

} // namespace

DateChoice choose_dates(const std::vector<DateClaim>& claims) {
  DateChoice choice;
  const DateClaim* shown = nullptr; // the first date that readers see near the headline
  for (const DateClaim& claim : claims) {
    if (claim.label == DateLabel::modified) {
      if (!choice.modified) choice.modified = &claim;
    } else if (!choice.published) {
      choice.published = &claim;
    }
    if (!shown && claim.source == MetadataSource::text && claim.label != DateLabel::modified)
      shown = &claim;
  }
  if (!choice.published) choice.published = choice.modified;
  if (!shown || !choice.published || shown->date.same_day(choice.published->date)) return choice;
  // A time in UTC falls on another day than the reader's; the day that is shown is the local one.
  const Date& stated = choice.published->date;
  if (stated.zone_minutes == 0 && days_apart(stated, shown->date) == 1) {
    choice.published = shown;
  } else if (shown->label == DateLabel::none && choice.modified &&
             choice.modified->date.same_day(shown->date)) {
    // The only date beside the headline is the article's to its readers, whatever it once was.
    choice.published = shown;
  }
  return choice;
}

} // namespace lectern
