#pragma once
#include "base/url.hpp"
#include "document/page_data.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// What the page says about its article. `page_url` may be invalid (unknown). One walk over the
/// page and bounded work beside it; never fails: what is not said stays empty.
PageData read_page_data(const Dom& dom, const Url& page_url);

} // namespace lectern
