#pragma once
#include <cstddef>

#include "rules/date_parts.hpp"
#include "rules/dates.hpp"

namespace lectern {

/// The time that stands at `at` or a few words behind it, with its zone, into `date`; `at` moves
/// past it. Both stay as they are when there is none.
void read_time(const DateParts& parts, std::size_t& at, Date& date);

/// A zone's name, its distance from UTC, or both: "CEST", "+02:00", "(UTC+2)".
void read_zone(const DateParts& parts, std::size_t& at, Date& date);

} // namespace lectern
