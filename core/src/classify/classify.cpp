#include "classify/classify.hpp"

#include <algorithm>

#include "classify/passes.hpp"

namespace lectern {

BodyRange body_range(const Verdicts& verdicts) {
  BodyRange range;
  for (std::size_t i = 0; i < verdicts.size(); ++i) {
    if (!is_body(verdicts[i].kind)) continue;
    if (range.first < 0) range.first = static_cast<int>(i);
    range.last = static_cast<int>(i);
  }
  return range;
}

std::size_t first_block_from(const PassInput& in, NodeId node) {
  const auto& blocks = in.document.blocks;
  return static_cast<std::size_t>(
      std::lower_bound(blocks.begin(), blocks.end(), node,
                       [](const Block& block, NodeId at) { return block.first < at; }) -
      blocks.begin());
}

Kind kind_of_shape(Shape shape) {
  switch (shape) {
    case Shape::paragraph:
      return Kind::paragraph;
    case Shape::heading:
      return Kind::heading;
    case Shape::list_item:
      return Kind::list_item;
    case Shape::quote:
      return Kind::quote;
    case Shape::code:
      return Kind::code;
    case Shape::table:
      return Kind::table;
    case Shape::figure:
      return Kind::figure;
    case Shape::embed:
      return Kind::embed;
    case Shape::caption:
      return Kind::note;
    case Shape::divider:
      return Kind::divider;
  }
  return Kind::paragraph;
}

Classification classify(const Dom& dom, const Document& document, const FeatureTable& features,
                        const PageData& page_data, const BlockModel& model, JudgeBy judge,
                        float share_of_demand) {
  const PassInput in{dom, document, features, page_data};
  Classification result;
  Verdicts& verdicts = result.verdicts;
  verdicts.resize(document.blocks.size());

  if (judge == JudgeBy::rules || !model.is_valid())
    judge_by_rules(in, verdicts);
  else
    judge_by_model(in, model, verdicts);
  keep_by_likelihood(in, share_of_demand, verdicts);
  if (judge == JudgeBy::rules_and_model) {
    drop_prompts(in, verdicts);
    drop_link_lists(in, verdicts);
    drop_contents_list(in, verdicts);
    drop_call_boxes(in, verdicts);
  }
  if (in.is_text()) {
    if (judge != JudgeBy::model) {
      keep_lines_among_text(in, verdicts);
      keep_told_prose(in, verdicts);
      keep_missed_prose(in, verdicts);
      drop_text_boxes(in, verdicts);
      drop_text_contents(in, verdicts);
      drop_islands_below_text(in, verdicts);
      if (judge == JudgeBy::rules_and_model) drop_appeals(in, verdicts);
    }
    assign_text_header(in, result);
    find_second_articles(in, result);
    attach_text_captions(in, verdicts);
    if (judge != JudgeBy::model) {
      drop_islands_above_text(in, verdicts); // where a header may begin, so not before it is read
      drop_text_teasers(in, verdicts);
      drop_text_rails(in, verdicts);
      drop_author_notes(in, verdicts);
      trim_text_tail(in, verdicts);
    }
  } else {
    drop_hidden_withheld_text(in, verdicts);
    assign_header_roles(in, result);
    drop_consent_boxes(in, result);
    drop_reply_threads(in, result);
    drop_headed_comments(in, verdicts);
    mark_following_articles(in, result);
    keep_among_siblings(in, verdicts);
    keep_informing_paragraphs(in, verdicts);
    keep_told_prose(in, verdicts);
    keep_rest_of_lists(in, verdicts);
    keep_boxes_among_text(in, verdicts);
    keep_marked_lines(in, verdicts);
    keep_source_lists(in, verdicts);
    if (judge == JudgeBy::rules_and_model) drop_appeals(in, verdicts);
    drop_author_notes(in, verdicts);
    drop_headings_of_dropped_text(in, verdicts);
    keep_headings_of_kept_text(in, verdicts);
  }
  if (judge != JudgeBy::model) {
    drop_repeated_text(in, verdicts);
    drop_pull_quotes(in, verdicts);
  }
  if (in.is_text()) {
    find_text_headings(in, verdicts);
  } else {
    find_bold_headings(in, verdicts);
    keep_defined_terms(in, verdicts);
    keep_corrections(in, verdicts);
    keep_figures_with_text(in, verdicts);
    keep_sources_and_captions(in, verdicts);
    attach_captions(in, verdicts);
    drop_page_pictures(in, result);
    keep_referenced_notes(in, verdicts);
  }
  if (judge == JudgeBy::rules_and_model) cut_attached_calls(in, verdicts);
  name_removed_kinds(in, verdicts);
  find_withheld_notice(in, result);
  report_region(in, result);
  measure_confidence(in, result);
  return result;
}

} // namespace lectern
