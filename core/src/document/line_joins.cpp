#include "document/line_joins.hpp"

#include "base/utf8.hpp"
#include "document/text_tables.hpp"

namespace lectern {
namespace {

// A run of lines that is wrapped although the rest of the page is not: a <pre> in a web page.
constexpr std::size_t kMinWrappedRunLines = 4;
// The lines of a menu may be of one length by chance; each begins anew, and so in upper case. Of
// the lines that go on at least this part begins in lower case, in scripts that have it.
constexpr std::size_t kPartInLowerCase = 4;

// Where lines are whole paragraphs, a line goes on with the one above only in a short run (a menu
// may be all lower case), and only after words enough to be a sentence.
constexpr std::size_t kMaxBrokenRunLines = 6;
constexpr int kMinWordsBeforeBreak = 4;

constexpr int kMaxWordsOfTornEnd = 3;

constexpr std::size_t kMinRepeated = 12; // bytes of a line that repeats the end of the one above

// "30-days free access, then $2.90", which a line break tore from "per month."
bool is_torn(std::string_view line) {
  if (ends_sentence(line)) return false;
  const char32_t last = last_mark(line);
  if (last == U',' || last == 0x60C) return true;
  int words = 0, lower = 0;
  std::size_t at = 0;
  bool in_word = false;
  while (at < line.size()) {
    const char32_t c = next_code_point(line, at);
    const bool is_part = is_letter(c) || is_digit(c);
    if (is_part && !in_word) {
      ++words;
      if (!is_upper(c)) ++lower;
    }
    in_word = is_part || (in_word && !is_space(c));
  }
  return words >= kMinWordsBeforeBreak && lower * 2 > words;
}

// Scripts without case say less: the end of a sentence of a word or three below a line that has
// more words and no end.
bool is_torn_end(std::string_view above, std::string_view line) {
  return has_no_case(line) && has_no_case(above) && !ends_sentence(above) && ends_sentence(line) &&
         count_words(line) <= kMaxWordsOfTornEnd && count_words(above) >= kMinWordsBeforeBreak;
}

bool begins_anew_often(const std::vector<RunLine>& run) {
  std::size_t lower = 0, upper = 0;
  for (std::size_t i = 1; i < run.size(); ++i) {
    std::size_t at = 0;
    upper += is_upper(next_code_point(run[i].line.text, at)) ? 1 : 0;
    lower += starts_in_lower_case(run[i].line.text) ? 1 : 0;
  }
  return lower * (kPartInLowerCase - 1) < upper;
}

} // namespace

std::uint32_t own_width_of(const std::vector<RunLine>& run) {
  if (run.size() < kMinWrappedRunLines || begins_anew_often(run)) return 0;
  const char* begin = run.front().line.text.data();
  const char* end = run.back().line.text.data() + run.back().line.text.size();
  return wrap_width_of(std::string_view(begin, static_cast<std::size_t>(end - begin)));
}

bool begins_barred_table_at(const std::vector<RunLine>& run, std::size_t at) {
  return at + 1 < run.size() && begins_barred_table(run[at].line.text, run[at + 1].line.text);
}

bool goes_on(const std::vector<RunLine>& run, std::size_t at, bool is_item, std::uint32_t width) {
  const RunLine& above = run[at - 1];
  const RunLine& line = run[at];
  if (line.has_tab || above.has_tab || begins_barred_table_at(run, at)) return false;
  // "Home / Headline" above "Headline": the page says it again.
  if (above.line.text.ends_with(line.line.text) && line.line.text.size() >= kMinRepeated)
    return false;
  const bool is_full = width != 0 && is_full_line(above.line, line.line, width);
  switch (line.mark.type) {
    case LineMark::Type::none:
      break;
    case LineMark::Type::dash:
    case LineMark::Type::number:
      // A sentence may be wrapped before a dash or a year; in a list it is the next item.
      if (is_item || !is_full || ends_sentence(above.line.text)) return false;
      break;
    default:
      return false;
  }
  if (width == 0) {
    if (run.size() == 2 && is_torn_end(above.line.text, line.line.text)) return true;
    return run.size() <= kMaxBrokenRunLines
               ? starts_in_lower_case(line.line.text) && is_torn(above.line.text)
               : starts_in_lower_case(line.line.text) && last_mark(above.line.text) == U',';
  }
  if (is_item) return is_full || line.line.indent > above.line.indent;
  if (line.line.indent > above.line.indent) return false; // an indented first line
  constexpr std::uint32_t kRaggedPart = 4; // wrapped by hand: a quarter may stay empty
  const bool is_nearly_full =
      (above.line.indent + above.line.columns) * kRaggedPart >= width * (kRaggedPart - 1);
  return is_full || (is_nearly_full && starts_in_lower_case(line.line.text));
}

} // namespace lectern
