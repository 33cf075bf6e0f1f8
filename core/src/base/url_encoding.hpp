#pragma once
#include <string>
#include <string_view>

namespace lectern {

/// The URL Standard's percent-encode sets: which characters may not stand in a part of a URL.
enum class EncodeSet { control, fragment, query, special_query, path, user_info };

/// Appends `text`, characters of the set and all beyond ASCII written as %XX. What is encoded stays
/// so.
void append_percent_encoded(std::string& out, std::string_view text, EncodeSet set);

std::string percent_decode(std::string_view text);

} // namespace lectern
