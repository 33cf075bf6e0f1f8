#pragma once
// What every builder of this stage needs to know about the page.

#include <string>
#include <string_view>
#include <vector>

#include "base/url.hpp"
#include "parse/dom.hpp"
#include "rules/lexicon.hpp"

namespace lectern {

struct Page {
  const Dom& dom;
  Url url;              // the page's own address, may be invalid
  Url base;             // what relative references resolve against: `<base href>` first
  std::string language; // of the article
  std::string direction;
  const LexiconSet& lexicon;                // of that language
  std::vector<NodeId> left_out_images = {}; // of the figures that are shown, in order
};

/// The page with its `<base href>` looked up, as browsers do: the first one counts.
Page describe_page(const Dom& dom, const Url& page_url, std::string language,
                   std::string direction);

/// The address that a link may point to: "#name" for a place on the same page, an absolute safe
/// address otherwise, or an empty string.
std::string link_target(const Page& page, std::string_view reference);

} // namespace lectern
