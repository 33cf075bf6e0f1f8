#pragma once
// The groups of features that `annotate` fills in, one function and one file each. Each group reads
// the page and the index and writes its own columns; the window group comes last, because it copies
// columns.

#include "annotate/page_index.hpp"
#include "base/url.hpp"
#include "document/features.hpp"

namespace lectern {

struct AnnotateInput {
  const Dom& dom;
  const Document& document;
  const PageData& page_data;
  const Url& page_url;
  const PageIndex& index;
};

void add_text_features(const AnnotateInput& input, FeatureTable& table);
void add_page_features(const AnnotateInput& input, FeatureTable& table);
void add_place_features(const AnnotateInput& input, FeatureTable& table);
void add_link_features(const AnnotateInput& input, FeatureTable& table);
void add_structure_features(const AnnotateInput& input, FeatureTable& table);
void add_repetition_features(const AnnotateInput& input, FeatureTable& table);
void add_neighbour_features(const AnnotateInput& input, FeatureTable& table);
void add_line_run_features(const AnnotateInput& input, FeatureTable& table);
void add_line_word_features(const AnnotateInput& input, FeatureTable& table);
void add_line_mark_features(const AnnotateInput& input, FeatureTable& table);

} // namespace lectern
