#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/url.hpp"

namespace lectern {

/// What the page's JSON-LD says of its article, as plain text.
struct JsonLd {
  std::string type; // "NewsArticle", "WebPage", "Product", ... of the object that was taken
  bool is_article = false;
  std::string headline;
  std::string other_headline; // alternativeHeadline, name
  std::vector<std::string> authors;
  std::vector<std::string> author_organisations;
  std::string published;
  std::string modified;
  std::string description;
  std::string body; // paragraphs, an empty line between them
  std::string section;
  std::vector<std::string> tags;
  std::vector<std::string> images;
  std::string site_name; // the publisher's name, else the web site's
  std::string language;
  bool is_free = true;
  std::vector<std::string>
      item_headlines; // of list items and related articles: what is not the headline
};

/// Reads the texts of a page's JSON-LD scripts. The article is the object whose address is the
/// page's, else the first of an article type that is not an item of a list.
JsonLd read_json_ld(const std::vector<std::string_view>& scripts, const Url& page_url);

} // namespace lectern
