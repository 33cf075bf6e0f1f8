// Which of a page's dates is that of publication, and which of the last change.
#include <algorithm>
#include <cstdlib>
#include <tuple>

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

bool is_before(const Date& a, const Date& b) {
  return std::tie(a.year, a.month, a.day) < std::tie(b.year, b.month, b.day);
}

// Whether a time in UTC may be that of a clock on the wall. Clocks are 14 hours ahead at most, and
// 12 behind.
bool may_be_local_time(const Date& utc, const Date& local) {
  if (!utc.has_time() || !local.has_time()) return true;
  constexpr int kMostAhead = 14 * 60, kMostBehind = 12 * 60; // minutes
  const int minutes = local.hour * 60 + local.minute - utc.hour * 60 - utc.minute +
                      (is_before(utc, local) ? 24 * 60 : -24 * 60);
  return minutes <= kMostAhead && minutes >= -kMostBehind;
}

bool stands_in_text(const DateClaim& claim) {
  return claim.source == MetadataSource::text && claim.label != DateLabel::modified;
}

bool is_shown(const Date& date, const std::vector<DateClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const DateClaim& claim) {
    return claim.label != DateLabel::modified && claim.date.same_day(date) &&
           (claim.source == MetadataSource::text || claim.source == MetadataSource::markup);
  });
}

// The only line that is a date and little else.
bool is_only_date_line(const DateClaim& shown, const std::vector<DateClaim>& claims) {
  return shown.stands_alone &&
         std::none_of(claims.begin(), claims.end(), [&](const DateClaim& claim) {
           return stands_in_text(claim) && claim.stands_alone && !claim.date.same_day(shown.date);
         });
}

// The claim that says more than a day in a sentence without a time: one that calls itself the day
// of publication, or stands alone.
const DateClaim* better_than_sentence(const DateClaim& sentence,
                                      const std::vector<DateClaim>& claims) {
  if (sentence.label != DateLabel::none || sentence.stands_alone || sentence.date.has_time())
    return &sentence;
  for (const DateClaim& claim : claims) {
    if (stands_in_text(claim) && (claim.label == DateLabel::published || claim.stands_alone))
      return &claim;
  }
  return &sentence;
}

// A line that says that it was last changed before it came out, as no line says of the day that is
// stated: that one is of a move to another address.
const DateClaim* changed_before(const DateClaim& published, const std::vector<DateClaim>& claims) {
  if (is_shown(published.date, claims)) return nullptr;
  for (const DateClaim& claim : claims) {
    if (claim.source == MetadataSource::text && claim.label == DateLabel::modified &&
        claim.stands_alone && is_before(claim.date, published.date))
      return &claim;
  }
  return nullptr;
}

bool is_called_published_in_text(const Date& date, const std::vector<DateClaim>& claims) {
  return std::any_of(claims.begin(), claims.end(), [&](const DateClaim& claim) {
    return claim.source == MetadataSource::text && claim.label == DateLabel::published &&
           claim.date.same_day(date);
  });
}

// An address is made when the article is; a line that says nothing else than another day may be of
// a teaser.
bool may_be_of_another(const DateClaim& shown, const DateClaim& stated) {
  return stated.source == MetadataSource::url && shown.label == DateLabel::none &&
         days_apart(stated.date, shown.date) > 1;
}

// Later than all that the page's data state: the day on which the page was sent, when no element
// says that it is the article's.
bool may_be_today(const DateClaim& shown, const std::vector<DateClaim>& claims) {
  if (shown.label != DateLabel::none) return false;
  bool is_stated = false;
  for (const DateClaim& claim : claims) {
    if (claim.source == MetadataSource::json_ld || claim.source == MetadataSource::meta_tag) {
      if (!is_before(claim.date, shown.date)) return false;
      is_stated = true;
    } else if (claim.is_element && claim.date.same_day(shown.date)) {
      return false;
    }
  }
  return is_stated;
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
    if (!shown && stands_in_text(claim)) shown = &claim;
  }
  if (choice.published && choice.published == shown)
    choice.published = shown = better_than_sentence(*shown, claims);
  if (choice.published) {
    if (const DateClaim* earlier = changed_before(*choice.published, claims))
      choice.published = earlier;
  }
  // A day in a sentence is what the text tells of, where the page says when it was changed.
  if (!choice.published || (choice.modified && choice.published == shown && !shown->stands_alone &&
                            shown->label == DateLabel::none))
    choice.published = choice.modified;
  if (!shown || !choice.published || shown->date.same_day(choice.published->date)) return choice;
  // A time in UTC falls on another day than the reader's; the day that is shown is the local one.
  const Date& stated = choice.published->date;
  if (stated.zone_minutes == 0 && days_apart(stated, shown->date) == 1) {
    if (may_be_local_time(stated, shown->date)) choice.published = shown;
  } else if (is_only_date_line(*shown, claims) && !may_be_today(*shown, claims) &&
             !is_called_published_in_text(stated, claims) &&
             !may_be_of_another(*shown, *choice.published)) {
    // What a template or a move to another site states is not what readers are told.
    choice.published = shown;
  } else if (shown->label == DateLabel::none && choice.modified &&
             choice.modified->date.same_day(shown->date) && !is_shown(stated, claims)) {
    // The only date beside the headline is the article's to its readers, whatever it once was.
    choice.published = shown;
  }
  return choice;
}

} // namespace lectern
