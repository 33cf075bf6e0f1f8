#pragma once
// Words that only a stylesheet parts: "<span>3 May</span><span>Ann Lee</span>".

#include "parse/dom.hpp"

namespace lectern {

/// True when the text node begins an inline element right behind another one, with no white space
/// between them, and the letters on both sides are no one word's: a number and a capital, the end
/// of a word and a capital or a number. Parts of a word that are drawn differently ("Mac|Book",
/// "2|nd", code) may look so, too: short ones and code are left alone. True as well where a
/// sentence ends and another begins at the border of any inline element.
bool begins_apart(const Dom& dom, NodeId text);

} // namespace lectern
