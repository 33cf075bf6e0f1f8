#pragma once
#include "base/url.hpp"
#include "document/block.hpp"
#include "document/page_data.hpp"
#include "document/verdict.hpp"
#include "lectern/article.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// Makes the Article of blocks whose kinds are decided: kept blocks in reading order with clean
/// content, removed blocks of the article's region with the same content so that each can be put
/// back, and what surrounds them. Builds from allow-listed parts alone; nothing of the page's
/// markup passes through. `classification` has one verdict a block; `base_url` is the page's
/// address and may be invalid. For text input `dom` is empty and every block is one run of text.
Article assemble(const Dom& dom, const Document& document, const Classification& classification,
                 const PageData& page_data, const Url& base_url);

} // namespace lectern
