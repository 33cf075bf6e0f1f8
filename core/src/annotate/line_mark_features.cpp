// Columns of plain text alone: how far a line stands from those that name what they are ("Read
// also", "Comments", a list of tags), and from lines that are a date, a byline or a name: teasers
// have them in rows.
#include <algorithm>
#include <vector>

#include "annotate/feature_groups.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr float kFarthest = 60; // lines
constexpr int kNear = 4, kWide = 12;
constexpr float kMaxMarkTokens = 14; // of a line that is a mark, a date, a byline; else it informs

struct Distance {
  Lexicon lexicon;
  LineFeature feature;
};
constexpr Distance kSince[] = {{Lexicon::end_mark, LineFeature::since_end_mark},
                               {Lexicon::promo, LineFeature::since_promo},
                               {Lexicon::subscription_prompt, LineFeature::since_prompt},
                               {Lexicon::comment, LineFeature::since_comment},
                               {Lexicon::tag_list, LineFeature::since_tags},
                               {Lexicon::author_bio, LineFeature::since_author},
                               {Lexicon::share_bar, LineFeature::since_share}};
constexpr Distance kUntil[] = {{Lexicon::end_mark, LineFeature::until_end_mark},
                               {Lexicon::promo, LineFeature::until_promo},
                               {Lexicon::subscription_prompt, LineFeature::until_prompt}};

class Marks {
 public:
  Marks(const AnnotateInput& input, FeatureTable& table)
      : input_(input), table_(table), count_(static_cast<int>(table.size())) {}

  void add() {
    for (const auto& [lexicon, feature] : kSince) add_distance(marks(lexicon), true, feature);
    for (const auto& [lexicon, feature] : kUntil) add_distance(marks(lexicon), false, feature);
    std::vector<bool> phrases(table_.size());
    for (std::size_t i = 0; i < phrases.size(); ++i)
      phrases[i] = table_.at(i, Feature::any_phrase) > 0;
    add_share(phrases, kNear, LineFeature::phrases_near);
    add_share(phrases, kWide, LineFeature::phrases_wide);
    add_dates_and_names();
  }

 private:
  std::vector<bool> marks(Lexicon lexicon) const {
    std::vector<bool> found(table_.size());
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i] = table_.at(i, lexicon) > 0 && table_.at(i, Feature::tokens) <= kMaxMarkTokens;
    return found;
  }

  void add_distance(const std::vector<bool>& found, bool is_since, LineFeature feature) {
    float distance = kFarthest;
    for (int step = 0; step < count_; ++step) {
      const auto i = static_cast<std::size_t>(is_since ? step : count_ - 1 - step);
      table_.at(i, feature) = distance;
      distance = found[i] ? 1.0F : std::min(kFarthest, distance + 1);
    }
  }

  void add_share(const std::vector<bool>& found, int reach, LineFeature feature) {
    std::vector<float> sum(found.size() + 1, 0.0F);
    for (std::size_t i = 0; i < found.size(); ++i) sum[i + 1] = sum[i] + (found[i] ? 1.0F : 0.0F);
    for (int i = 0; i < count_; ++i) {
      const int from = std::max(0, i - reach), to = std::min(count_, i + reach + 1);
      table_.at(static_cast<std::size_t>(i), feature) =
          (sum[static_cast<std::size_t>(to)] - sum[static_cast<std::size_t>(from)]) /
          static_cast<float>(to - from);
    }
  }

  void add_dates_and_names() {
    const std::string& language = input_.page_data.metadata.language;
    std::vector<bool> dates(table_.size()), names(table_.size());
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const std::string_view text = input_.document.text_of(input_.document.blocks[i]);
      const bool is_line = table_.at(i, Feature::tokens) <= kMaxMarkTokens;
      const bool is_open = is_line && table_.at(i, Feature::ends_strictly) <= 0;
      dates[i] = is_line && table_.at(i, Feature::digit_share) > 0 &&
                 date_in_text(text, language).has_value();
      const bool is_byline = is_open && looks_like_byline(text, language);
      const bool is_name = is_open && looks_like_name(text, language);
      names[i] = is_byline || is_name;
      table_.at(i, LineFeature::is_date) = dates[i];
      table_.at(i, LineFeature::is_byline) = is_byline;
      table_.at(i, LineFeature::is_name) = is_name;
    }
    add_distance(dates, true, LineFeature::date_above);
    add_distance(dates, false, LineFeature::date_below);
    add_share(dates, kNear, LineFeature::dates_near);
    add_share(names, kNear, LineFeature::names_near);
  }

  const AnnotateInput& input_;
  FeatureTable& table_;
  const int count_;
};

} // namespace

void add_line_mark_features(const AnnotateInput& input, FeatureTable& table) {
  Marks(input, table).add();
}

} // namespace lectern
