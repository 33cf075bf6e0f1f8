#pragma once
#include <string_view>

#include "lectern/article.hpp"

namespace lectern {

/// Sets `word_count` and `reading_minutes` from the blocks shown, and the direction where it is not
/// known.
void count_words(Article& article);

} // namespace lectern
