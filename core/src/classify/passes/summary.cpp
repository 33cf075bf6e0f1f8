#include "classify/passes/summary.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "classify/passes/header_lines.hpp"
#include "classify/thresholds.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kMinTokens = 4, kMaxTokens = 90;
constexpr float kMinUnnamedTokens = 5;
constexpr float kMinLikelyUnnamed = 0.15F;
constexpr float kMaxLinkDensity = 0.5F;
constexpr float kTitleAgain = 0.9F;
constexpr float kNearForm = 3; // levels up; many pages are one form

bool shares_parent(const PassInput& in, std::size_t a, std::size_t b) {
  return in.dom.parent(in.block(a).node) == in.dom.parent(in.block(b).node);
}

/// "Ann is a reporter in Oslo", "Dr. Ann Lee is ...".
bool tells_of_author(const PassInput& in, std::size_t i) {
  if (in.hits(i, Lexicon::author_bio)) return true;
  constexpr std::size_t kFirstWords = 2, kMinBytes = 4;
  std::vector<std::string_view> first = split(in.text(i), ' ');
  first.resize(std::min(first.size(), kFirstWords));
  for (const std::string& name : in.page_data.metadata.byline)
    for (const std::string_view part : split(name, ' '))
      if (part.size() >= kMinBytes && std::find(first.begin(), first.end(), part) != first.end())
        return true;
  return false;
}

/// Names between commas, as below the title of a paper.
bool is_list_of_names(const PassInput& in, std::string_view text) {
  int names = 0;
  while (!text.empty()) {
    const std::size_t comma = text.find_first_of(",;");
    const std::string_view name = trim(text.substr(0, comma));
    if (!looks_like_name(name, in.page_data.metadata.language)) return false;
    ++names;
    text = comma == std::string_view::npos ? std::string_view() : text.substr(comma + 1);
  }
  return names > 1;
}

/// Calls, credits and the like stand between headline and body too, and in elements of such names.
bool is_of_the_page(const PassInput& in, std::size_t i) {
  constexpr Lexicon kOfThePage[] = {Lexicon::subscription_prompt,
                                    Lexicon::promo,
                                    Lexicon::share_bar,
                                    Lexicon::advertisement,
                                    Lexicon::consent,
                                    Lexicon::comment,
                                    Lexicon::credit,
                                    Lexicon::navigation,
                                    Lexicon::tag_list,
                                    Lexicon::withheld};
  return std::any_of(std::begin(kOfThePage), std::end(kOfThePage),
                     [&](Lexicon lexicon) { return in.hits(i, lexicon); });
}

/// "Home > The coast > The island without Mondays"
bool repeats_title(const PassInput& in, std::size_t i) {
  return in.at(i, Feature::covers_title) >= kTitleAgain &&
         in.at(i, Feature::in_title) >= kTitleAgreement;
}

/// Lines that stand below a headline as well and say nothing of the article.
bool is_other_line(const PassInput& in, std::size_t i) {
  const std::string_view text = in.text(i);
  return text.ends_with(':') || text.find('@') != std::string_view::npos ||
         in.at(i, Feature::link_density) > kMaxLinkDensity || names_an_author(in, i) ||
         holds_its_date(in, text) || tells_of_author(in, i) || is_list_of_names(in, text) ||
         is_role_line(text, in.page_data.metadata.language) || repeats_title(in, i) ||
         in.at(i, Feature::up_form) <= kNearForm;
}

bool is_named_summary(const PassInput& in, std::size_t i) {
  return in.at(i, Hint::dek) <= 1 && in.at(i, Hint::caption) > 2;
}

/// The first line below the headline, with author or date below it.
bool stands_between_headline_and_signature(const PassInput& in, const Verdicts& verdicts,
                                           std::size_t headline, std::size_t i) {
  for (std::size_t between = headline + 1; between < i; ++between)
    if (!is_wordless(in.block(between))) return false;
  return in.at(i, Feature::tokens) >= kMinUnnamedTokens && is_signed_below(in, verdicts, i);
}

/// Whether the block says what the article is about. Where its place tells, words as of a teaser
/// ("Learn how to ...") tell nothing.
bool is_summary(const PassInput& in, const Verdicts& verdicts, std::size_t headline,
                std::size_t i) {
  if (is_other_line(in, i)) return false;
  if (stands_between_headline_and_signature(in, verdicts, headline, i))
    return verdicts[i].keep >= kMinLikelyUnnamed || is_named_summary(in, i);
  return (is_named_summary(in, i) || is_in_description(in, i)) && !is_of_the_page(in, i);
}

/// "The main points", and below it the list of them.
bool heads_list(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return in.block(i).shape == Shape::heading && i + 1 < in.size() &&
         verdicts[i + 1].kind == Kind::list_item;
}

} // namespace

int find_summary(const PassInput& in, const Verdicts& verdicts, int headline) {
  const int end = std::min(static_cast<int>(in.size()), headline + 1 + kMaxHeaderBlocks);
  for (int i = headline + 1; i < end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const float tokens = in.at(at, Feature::tokens);
    const Shape shape = in.block(at).shape;
    if (is_wordless(in.block(at))) continue;
    const bool is_line = shape == Shape::paragraph || shape == Shape::heading;
    // What was judged to be text stays text: a lost paragraph is worse than a summary among the
    // body.
    if (is_line && !is_body(verdicts[at].kind) && !heads_list(in, verdicts, at) &&
        tokens >= kMinTokens && tokens <= kMaxTokens &&
        is_summary(in, verdicts, static_cast<std::size_t>(headline), at)) {
      // The next prose decides whether it stands apart.
      for (int j = i + 1; j < end; ++j) {
        const auto next = static_cast<std::size_t>(j);
        if (!is_body(verdicts[next].kind) || in.at(next, Feature::tokens) < kMinTokens ||
            in.block(next).shape == Shape::figure)
          continue;
        const bool may_share = is_named_summary(in, at) && shape != Shape::heading;
        return shares_parent(in, at, next) && !may_share ? -1 : i;
      }
      return -1;
    }
    if (is_body(verdicts[at].kind) && tokens >= kMinTokens && shape == Shape::paragraph) return -1;
  }
  return -1;
}

void show_summary_as_text(const PassInput& in, Verdicts& verdicts, int headline) {
  const std::size_t first = static_cast<std::size_t>(headline) + 1;
  if (first < in.size() && verdicts[first].kind == Kind::heading &&
      in.at(first, Feature::tokens) >= kMinTokens &&
      (is_in_description(in, first) || is_signed_below(in, verdicts, first)))
    verdicts[first].kind = Kind::paragraph;
  // What the page says of its article is the article's, however the line looks.
  const std::size_t end = std::min(in.size(), first + kMaxHeaderBlocks);
  for (std::size_t i = first; i < end; ++i) {
    if (!is_body(verdicts[i].kind) || in.at(i, Feature::tokens) < kMinTokens) continue;
    if (is_in_description(in, i)) verdicts[i].uncertain = false;
    return;
  }
}

} // namespace lectern
