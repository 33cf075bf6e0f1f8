#include "annotate/annotate.hpp"

#include "annotate/feature_groups.hpp"

namespace lectern {

FeatureTable annotate(const Dom& dom, const Document& document, const PageData& page_data,
                      const Url& page_url) {
  FeatureTable table(document.blocks.size(), dom.size() == 0);
  if (document.blocks.empty()) return table;
  const PageIndex index(dom, document, page_data);
  const AnnotateInput input{dom, document, page_data, page_url, index};
  add_text_features(input, table);
  add_place_features(input, table);
  if (dom.size() > 0) {
    add_page_features(input, table);
    add_link_features(input, table);
    add_structure_features(input, table);
  }
  add_repetition_features(input, table);
  add_neighbour_features(input, table);
  if (dom.size() == 0) {
    add_line_run_features(input, table);
    add_line_word_features(input, table);
    add_line_mark_features(input, table);
  }
  return table;
}

} // namespace lectern
