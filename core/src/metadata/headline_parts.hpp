#pragma once
// A heading that holds more than the headline, where only style sheets set the two apart.

#include <string>

#include "metadata/title_claims.hpp"
#include "parse/dom.hpp"

namespace lectern {

inline constexpr std::size_t kLongestHeadline = 500; // bytes

/// The heading without a short first element: "<span>Opinion</span> Why it rains". It is a kicker
/// when one of the titles is the rest alone, or puts a mark between the two. A heading with a mark
/// of its own is left whole. Empty when there is no kicker.
std::string headline_without_kicker(const Dom& dom, NodeId heading, const TitleClaims& claims);

/// The heading without the last elements, when one of the titles is what stands before them: "Why
/// it rains <small>Notes from the valley</small>". Empty when there is no such subtitle.
std::string headline_without_subtitle(const Dom& dom, NodeId heading, const TitleClaims& claims);

} // namespace lectern
