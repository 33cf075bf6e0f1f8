#pragma once
#include "base/url.hpp"
#include "document/block.hpp"
#include "document/page_data.hpp"

namespace lectern {

/// What plain page text and its address tell before any block is judged: language, direction, and
/// the words of the address's last part, which often are the headline's.
PageData read_text_data(const Document& document, const Url& page_url);

} // namespace lectern
