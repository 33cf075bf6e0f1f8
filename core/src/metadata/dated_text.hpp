#pragma once
// What a short text, a line or an element's, says of the dates in it.

#include <string_view>
#include <vector>

#include "metadata/publication_dates.hpp"
#include "rules/dates.hpp"

namespace lectern {

/// The first two dates of `text`, each with what the text says that it is of. They are copies of
/// `origin`, which holds where the text is from, and as a label what is known of its first date
/// when the text says nothing. Dates stand alone only in a text that is whole.
std::vector<DateClaim> dates_in_text(std::string_view text, bool is_whole, const DateClaim& origin,
                                     std::string_view language);

/// Whether a line is that date and little else.
bool stands_alone(const FoundDate& found, std::string_view line);

} // namespace lectern
