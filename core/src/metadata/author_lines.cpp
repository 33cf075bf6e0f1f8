// Lines that say who wrote: bylines, and names that stand beside the date or right below the
// headline.
#include "metadata/author_lines.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "metadata/claim_text.hpp"
#include "metadata/headline_zone.hpp"
#include "metadata/visible_lines.hpp"
#include "rules/byline_reader.hpp"
#include "rules/byline_words.hpp"
#include "rules/date_tokens.hpp"
#include "rules/dates.hpp"
#include "rules/name_words.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr std::size_t kLongestByline = 200;
constexpr std::size_t kLongestLoneName = 60; // bytes of a line that holds a name and nothing else
constexpr std::size_t kLongestDate = 60;     // bytes of a line that is a date and little more

bool is_date_line(const std::string& line) {
  if (line.size() > 2 * kLongestDate || !has_digit(line)) return false;
  const auto first = find_date(line);
  return first && (line.size() <= kLongestDate || find_date(line, {}, first->end).has_value());
}

// "MillerFred 03.05.2024", "Ann" above a date: one word in a form that no section has.
bool is_account_beside_date(const std::string& line, const std::vector<std::string>& names) {
  if (names.size() != 1 || names[0].find(' ') != std::string::npos || !line.starts_with(names[0]))
    return false;
  const bool is_alone = line.size() == names[0].size() || has_digit(line);
  const std::string_view inner = std::string_view(names[0]).substr(1);
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  const auto is_upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  const bool has_hump = std::any_of(inner.begin(), inner.end(), is_upper) &&
                        std::any_of(inner.begin(), inner.end(), is_lower);
  return is_alone && (has_hump || is_person_word(to_lower(names[0])));
}

// Cheap: whether one of the first words is a name that is known.
bool may_name_known_person(const std::string& line) {
  constexpr std::size_t kFirstWords = 4, kLongestLine = 80; // bytes of the line
  constexpr unsigned char kUnspaced = 0xE3;
  if (line.size() > kLongestLine) return false;
  if (static_cast<unsigned char>(line[0]) >= kUnspaced) return true;
  const std::vector<NameWord> words = read_name_words(line);
  for (std::size_t i = 0; i < words.size() && i < kFirstWords; ++i) {
    const std::string_view word = words[i].lower;
    if ((i > 0 && word.size() == 1) || is_person_word(word.substr(0, word.find('-'))) ||
        is_person_word(word))
      return true;
  }
  return false;
}

} // namespace

void AuthorLines::read_bylines(const std::vector<std::string>& lines) {
  constexpr std::size_t kProse = 240; // bytes; what follows it may be a comment's author
  std::string label;
  bool before_prose = true;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (line.size() >= kProse) before_prose = false;
    if (is_byline_label(line, language_)) {
      label = line + " ";
      continue;
    }
    const std::string whole = label + line;
    const bool is_announced = !label.empty();
    label.clear();
    std::string_view byline = whole;
    if (!looks_like_byline(whole, language_)) {
      byline = byline_inside(whole, language_);
      if (byline.empty() || byline.size() > kLongestLoneName) continue;
    }
    std::vector<std::string> names = names_in_byline(byline, language_);
    if (names.empty()) continue;
    while (is_announced && i + 1 < lines.size() && take_name_line(lines[i + 1], names)) ++i;
    claims_.push_back({std::move(names), MetadataSource::text, "line", true});
    claims_.back().is_signed =
        before_prose && has_digit(whole) && find_date(whole, language_).has_value();
  }
}

void AuthorLines::read_beside_dates(const std::vector<std::string>& lines) {
  constexpr std::size_t kFirstLines = 8, kNextLines = 4;
  for (std::size_t i = 0; i < lines.size() && i < kFirstLines; ++i) {
    const std::string& line = lines[i];
    if (line.size() > kLongestLoneName + kLongestDate) continue;
    const bool has_date = is_date_line(line);
    const bool beside = has_date || (i > 0 && is_date_line(lines[i - 1])) ||
                        (i + 1 < lines.size() &&
                         (is_date_line(lines[i + 1]) || is_role_line(lines[i + 1], language_) ||
                          date_label_line(lines[i + 1]) != DateLabel::none));
    if (!beside && (i >= kNextLines || !may_name_known_person(line))) continue;
    std::vector<std::string> names = names_in_byline(line, language_);
    if (names.empty()) continue;
    if (beside && (is_signed_by_group(line) || is_account_beside_date(line, names)))
      names = {names.size() == 1 && has_date ? names[0] : line};
    else if (!holds_only_names(line, names, language_))
      continue;
    // In scripts without spaces anything short has the form of a name.
    else if ((!beside || count_cjk(names[0]) > 0) && !is_known_person(names[0], language_))
      continue;
    if (!beside && is_in_title(names[0])) continue;
    if (!is_known_person(names[0], language_) && is_heading(line)) continue;
    claims_.push_back(
        {std::move(names), MetadataSource::text, beside ? "beside" : "next", true, false, true});
  }
}

bool AuthorLines::is_heading(const std::string& line) const {
  return std::any_of(facts_.headings.begin(), facts_.headings.end(), [&](const Heading& heading) {
    return is_near_headline(heading.node, headline_) && heading.level <= 6 &&
           visible_text(dom_, heading.node, kLongestByline) == line;
  });
}

// Of whom the headline speaks that person has not written it.
bool AuthorLines::is_in_title(const std::string& name) const {
  const std::string key = comparison_key(name);
  return has_words(comparison_key(facts_.title), key.substr(key.rfind(' ') + 1));
}

// "Reuters" or "Example Team" beside a date.
bool AuthorLines::is_signed_by_group(const std::string& line) const {
  constexpr std::ptrdiff_t kMostSpaces = 3;
  return line.size() <= kLongestLoneName &&
         (is_agency(line, language_) ||
          (std::count(line.begin(), line.end(), ' ') <= kMostSpaces && !has_digit(line) &&
           is_group_name(line.substr(line.find_last_of(' ') + 1), language_)));
}

void AuthorLines::read_others(const std::vector<std::string>& lines) {
  const bool may_hold_others =
      std::any_of(claims_.begin(), claims_.end(), [](const AuthorClaim& claim) {
        return claim.names.size() > 1 || claim.names[0].find(' ') == std::string::npos;
      });
  if (!may_hold_others) return;
  for (const std::string& line : lines) {
    std::vector<std::string> names = others_in_line(line, language_);
    if (names.empty()) continue;
    claims_.push_back({std::move(names), MetadataSource::text, "other", true});
    claims_.back().is_other = true;
  }
}

// Below "Authors" one name a line. False for a line that holds something else.
bool AuthorLines::take_name_line(const std::string& line, std::vector<std::string>& names) const {
  if (line.size() > kLongestLoneName) return false;
  std::vector<std::string> more = names_in_byline(line, language_);
  if (!holds_only_names(line, more, language_) || !is_known_person(more[0], language_))
    return false;
  for (std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return true;
}

void AuthorLines::read_whole_body() {
  constexpr std::size_t kMostBytes = 60'000;
  if (dom_.body() == kNoNode) return;
  const NodeId from = headline_ == kNoNode ? dom_.body() : headline_;
  constexpr std::size_t kLongestSignature = kLongestLoneName * 2;
  VisibleLines lines(dom_, from, dom_.end(dom_.body()), {kMostBytes, false, kLongestSignature});
  std::string label; // "Author" may stand on a line of its own
  for (std::string line; lines.next(line);) {
    if (is_byline_label(line, language_)) {
      label = line + " ";
      continue;
    }
    const std::string whole = label + line;
    const std::string announced = std::move(label);
    label.clear();
    if (line.size() > kLongestSignature) continue;
    std::string_view byline = whole;
    if (!looks_like_byline(whole, language_)) {
      byline = byline_inside(whole, language_);
      if (byline.empty()) continue;
    }
    std::vector<std::string> names = names_in_byline(byline, language_);
    if (names.empty() || !looks_like_name(names[0], language_)) continue;
    // Boxes and comments have authors of their own.
    if (announced.empty() && facts_.is_chrome_at(lines.last_parent(), headline_)) continue;
    for (std::string next; !announced.empty() && lines.next(next) && take_name_line(next, names);) {
    }
    claims_.push_back({std::move(names), MetadataSource::text, "body"});
    return;
  }
}

bool holds_only_names(std::string_view line, const std::vector<std::string>& names,
                      std::string_view language) {
  // "Ann Lee in Weather"
  std::string rest(line.substr(0, language.starts_with("en") ? line.find(" in ") : line.size()));
  for (int i = 0; i < 2; ++i) {
    const auto found = find_date(rest, language);
    if (!found) break;
    rest.resize(found->begin); // what follows a date are times and labels
  }
  std::string known;
  for (const std::string& name : names) {
    // "Ann Lee, APA".
    const bool is_second_agency = &name != &names.front() && is_agency(name, language);
    if (!is_second_agency &&
        (!looks_like_name(name, language) || name.find(':') != std::string::npos))
      return false;
    known += ' ' + comparison_key(name);
  }
  const std::string key = comparison_key(rest);
  constexpr double kMostOther = 1; // words, such as "and"
  return !names.empty() &&
         count_key_words(key) - count_key_words(comparison_key(known)) <= kMostOther;
}

} // namespace lectern
