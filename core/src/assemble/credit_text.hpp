#pragma once
#include <string_view>

#include "rules/lexicon.hpp"

namespace lectern {

/// The whole text names who made a picture: "Photo: Jane Doe", "(c) Agency".
bool is_credit_text(const LexiconSet& lexicon, std::string_view text);

/// Where a credit at the end of a caption begins, or npos: at "(Photo: ...)", "Photo: ..." or a
/// sign of copyright that starts a sentence.
std::size_t credit_begin(const LexiconSet& lexicon, std::string_view caption);

} // namespace lectern
