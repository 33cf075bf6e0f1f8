#pragma once
#include <string>
#include <string_view>

#include "metadata/read_page_data.hpp"
#include "parse/html_parser.hpp"

namespace lectern {

/// What the page says, read from an address of a news site.
inline PageData read_page(std::string_view html,
                          std::string_view url = "https://www.example-times.com/world/a-story") {
  return read_page_data(parse_html(html, {600'000, 512, 0}), parse_url(url));
}

/// A page of that head and body.
inline PageData read_page_of(const std::string& head, const std::string& body,
                             std::string_view url = "https://www.example-times.com/world/a-story") {
  return read_page(
      "<!doctype html><html lang=en><head>" + head + "</head><body>" + body + "</body></html>",
      url);
}

inline std::string json_ld(const std::string& json) {
  return "<script type=\"application/ld+json\">" + json + "</script>";
}

inline std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : "|") + name;
  return all;
}

} // namespace lectern
