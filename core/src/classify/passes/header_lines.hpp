#pragma once
// What the lines between a headline and the body are: who wrote it, when, what the page says of it.

#include "classify/passes.hpp"

namespace lectern {

inline constexpr int kMaxHeaderBlocks = 25; // between the headline and the body
inline constexpr float kMaxBylineTokens = 25;
inline constexpr float kMinProseTokens = 15;

/// Whether the block says what the page's description says.
bool is_in_description(const PassInput& in, std::size_t block);

/// Whether it is a byline, or one of the page's authors with little beside.
bool names_an_author(const PassInput& in, std::size_t block);

/// Whether a line is short and holds a date; below a summary only that of the article, as the body
/// may begin with the day of what it announces.
bool states_a_date(const PassInput& in, std::size_t block, bool below_summary);

/// Whether a text holds the day on which the article was published or changed.
bool holds_its_date(const PassInput& in, std::string_view text);

/// Right below stands a line with the author's name or the article's date: so this is of the
/// header, a summary and neither a section's heading nor the body.
bool is_signed_below(const PassInput& in, const Verdicts& verdicts, std::size_t block);

} // namespace lectern
