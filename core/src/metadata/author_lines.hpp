#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "metadata/authors.hpp"
#include "metadata/page_facts.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// Reads who wrote from lines that readers see, and adds it to the claims.
class AuthorLines {
 public:
  AuthorLines(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language,
              std::vector<AuthorClaim>& claims)
      : dom_(dom), facts_(facts), headline_(headline), language_(language), claims_(claims) {}

  /// "By Ann Lee", and a label above a name.
  void read_bylines(const std::vector<std::string>& lines);

  /// "Ann Lee" above or below the date or what she is; "Ann Lee | 3 May 2024"; and a name that is
  /// known as one right below the headline.
  void read_beside_dates(const std::vector<std::string>& lines);

  /// Data often state everybody who had a part in the article; the page says who did what.
  void read_others(const std::vector<std::string>& lines);

  /// Some articles are signed at their end: "Text: Ann Lee".
  void read_whole_body();

 private:
  bool take_name_line(const std::string& line, std::vector<std::string>& names) const;
  bool is_heading(const std::string& line) const;
  bool is_in_title(const std::string& name) const;
  bool is_signed_by_group(const std::string& line) const;

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
  std::vector<AuthorClaim>& claims_;
};

/// Whether a line holds those names, dates and no other words.
bool holds_only_names(std::string_view line, const std::vector<std::string>& names,
                      std::string_view language);

} // namespace lectern
