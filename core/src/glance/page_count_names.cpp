// The columns of the model's file. A test holds that there is a name for each; the order is that of
// the enumeration.
#include "base/text.hpp"
#include "glance/page_counts.hpp"

namespace lectern {

const std::vector<std::string>& page_count_names() {
  static const std::vector<std::string> kNames = [] {
    // In one text: made one by one they are six times as much code.
    constexpr std::string_view kList =
        "text_bytes link_share chrome_share prose_bytes prose_share prose_runs longest_run "
        "prose_in_p_share cluster_bytes cluster_share short_runs link_runs runs_a_prose "
        "sentences questions prices elements links paragraphs headings_1 headings_2 "
        "headings_3 headings_below list_items images figures inputs buttons forms text_areas "
        "articles times cells frames videos code_blocks quotes sections most_alike "
        "classes_repeated commerce_words forum_words comment_words article_words "
        "listing_words landing_words docs_words video_words open_graph_type says_published "
        "says_author data_article data_product data_list data_forum data_service "
        "data_questions data_video data_page data_organisation data_breadcrumb data_place "
        "address_known address_depth address_slug_words address_last_bytes "
        "address_has_number address_has_date address_has_query address_ends_in_slash "
        "address_article_words address_other_words";
    const std::vector<std::string_view> names = split(kList, ' ');
    return std::vector<std::string>(names.begin(), names.end());
  }();
  return kNames;
}

} // namespace lectern
