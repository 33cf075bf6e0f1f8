#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/page_facts.hpp"
#include "metadata/publication_dates.hpp"
#include "parse/dom.hpp"

namespace lectern {

/// Reads dates from text that readers see, and adds them to the claims.
class DateLines {
 public:
  DateLines(const Dom& dom, const PageFacts& facts, NodeId headline, std::string_view language,
            std::vector<DateClaim>& claims)
      : dom_(dom), facts_(facts), headline_(headline), language_(language), claims_(claims) {}

  /// Lines near the headline: all dates of short ones, and of the first long ones what they begin
  /// with.
  void read_near_headline(const std::vector<std::string>& lines);

  /// "Rain in the north (news of 3 May 2024)", "Rain in the north | Example | 03.05.2024": the
  /// title says it when nothing but a sentence does.
  void read_title();

  /// Some pages state their date at their end: "First published on ...".
  void read_whole_body();

  /// The only line outside menus, boxes and comments that is a date and little else.
  void read_lone_date();

 private:
  bool read_lone_dates(NodeId begin, NodeId end, std::optional<Date>& only) const;
  void add(const Date& date, DateLabel label, const char* place, bool stands_alone = false);

  const Dom& dom_;
  const PageFacts& facts_;
  NodeId headline_;
  std::string_view language_;
  std::vector<DateClaim>& claims_;
};

} // namespace lectern
