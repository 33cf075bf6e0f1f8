#include "classify/passes/header_lines.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kMinDescriptionAgreement = 0.7F;
constexpr float kMaxDateTokens = 10;
constexpr float kMaxLabelledDateTokens = 20; // "Published 3 May 2026, 7.15 - Updated ..."
constexpr int kMaxBlocksToSignature = 3;
constexpr std::size_t kMaxBytesBesideName = 40; // "By", a role, a date

bool is_its_day(const PassInput& in, std::string_view date) {
  constexpr std::size_t kDayBytes = 10; // of a date in ISO 8601
  const std::string_view day = date.substr(0, kDayBytes);
  const Metadata& metadata = in.page_data.metadata;
  return metadata.published.starts_with(day) || metadata.modified.starts_with(day);
}

/// "A corner of the tower. NAME", in a script without spaces: a caption and who took the picture.
bool ends_sentence_before(std::string_view text, std::size_t name) {
  constexpr char32_t kFullStop = 0x3002;
  for (std::size_t at = 0; at < name;)
    if (next_code_point(text, at) == kFullStop) return true;
  return false;
}

} // namespace

bool is_in_description(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::in_description) >= kMinDescriptionAgreement &&
         in.at(i, Feature::covers_description) >= kMinDescriptionAgreement / 2;
}

bool names_an_author(const PassInput& in, std::size_t i) {
  const std::string_view text = in.text(i);
  if (text.ends_with(':') || text.ends_with(',')) return false; // somebody speaks, or is addressed
  if (looks_like_byline(text, in.page_data.metadata.language)) return true;
  return std::any_of(in.page_data.metadata.byline.begin(), in.page_data.metadata.byline.end(),
                     [&](const std::string& name) {
                       const std::size_t at = text.find(name);
                       return name.size() > 3 && at != std::string_view::npos &&
                              text.size() <= name.size() + kMaxBytesBesideName &&
                              !ends_sentence_before(text, at);
                     });
}

bool states_a_date(const PassInput& in, std::size_t i, bool below_summary) {
  const float most = in.hits(i, Lexicon::date_line) ? kMaxLabelledDateTokens : kMaxDateTokens;
  if (in.at(i, Feature::sentences) > 0 || in.at(i, Feature::tokens) > most) return false;
  const std::optional<std::string> date = date_in_text(in.text(i), in.page_data.metadata.language);
  return date && (!below_summary || is_its_day(in, *date));
}

bool holds_its_date(const PassInput& in, std::string_view text) {
  const std::optional<std::string> date = date_in_text(text, in.page_data.metadata.language);
  return date && is_its_day(in, *date);
}

bool is_signed_below(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  const std::size_t end = std::min(in.size(), i + 1 + kMaxBlocksToSignature);
  for (std::size_t next = i + 1; next < end; ++next) {
    const float tokens = in.at(next, Feature::tokens);
    if (is_wordless(in.block(next))) continue;
    if (tokens <= kMaxBylineTokens && in.at(next, Feature::ends_strictly) <= 0 &&
        (names_an_author(in, next) || states_a_date(in, next, true)))
      return true;
    if (is_body(verdicts[next].kind) && tokens >= kMinProseTokens) return false;
  }
  return false;
}

} // namespace lectern
