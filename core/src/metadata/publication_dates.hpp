#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/url.hpp"
#include "lectern/article.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/page_facts.hpp"
#include "rules/dates.hpp"

namespace lectern {

inline constexpr std::size_t kLongestDateValue = 120; // bytes of a metadata value that is a date

/// A date that one place of the page states.
struct DateClaim {
  Date date;
  MetadataSource source = MetadataSource::none;
  DateLabel label = DateLabel::none;
  const char* place = "";    // for development
  bool stands_alone = false; // in a text that is a date and little else
  bool is_element = false;   // of a time element or a date property
};

/// Every statement of a date, in the order in which they are believed.
std::vector<DateClaim> read_date_claims(const Dom& dom, const PageFacts& facts,
                                        const JsonLd& json_ld, NodeId headline,
                                        const std::vector<std::string>& lines,
                                        std::string_view language, const Url& page_url);

struct DateChoice {
  const DateClaim* published = nullptr;
  const DateClaim* modified = nullptr;
};
DateChoice choose_dates(const std::vector<DateClaim>& claims);

} // namespace lectern
