#pragma once
// The passes of `classify`, in the order in which they run. Each is one decision in one file: it
// reads facts and the verdicts so far and changes only what its name says.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "classify/block_model.hpp"
#include "document/block.hpp"
#include "document/features.hpp"
#include "document/page_data.hpp"
#include "document/verdict.hpp"
#include "rules/lexicon.hpp"

namespace lectern {

/// What is asked of a line of text again and again, and takes reading it.
enum class LineQuestion : std::uint8_t { is_byline, is_byline_label, is_name, is_date, count };
inline constexpr std::size_t kLineQuestions = static_cast<std::size_t>(LineQuestion::count);

struct PassInput {
  const Dom& dom;
  const Document& document;
  const FeatureTable& features;
  const PageData& page_data;
  // Headers are tried at many lines of a text, and each asks the same of those below: by question
  // and line, what the answer was (text_lines.cpp).
  mutable std::array<std::vector<std::optional<bool>>, kLineQuestions> answers{};

  bool is_text() const { return dom.size() == 0; }
  std::size_t size() const { return document.blocks.size(); }
  const Block& block(std::size_t i) const { return document.blocks[i]; }
  std::string_view text(std::size_t i) const { return document.text_of(document.blocks[i]); }
  float at(std::size_t i, Feature feature) const { return features.at(i, feature); }
  float at(std::size_t i, Lexicon lexicon) const { return features.at(i, lexicon); }
  float at(std::size_t i, Hint hint) const { return features.at(i, hint); }
  bool hits(std::size_t i, Lexicon lexicon) const { return features.at(i, lexicon) > 0; }
};

void judge_by_model(const PassInput& in, const BlockModel& model, Verdicts& verdicts);
void judge_by_rules(const PassInput& in, Verdicts& verdicts);
void keep_by_likelihood(const PassInput& in, float share_of_demand, Verdicts& verdicts);
void drop_call_boxes(const PassInput& in, Verdicts& verdicts);
void keep_source_lists(const PassInput& in, Verdicts& verdicts);
void drop_link_lists(const PassInput& in, Verdicts& verdicts);
void drop_contents_list(const PassInput& in, Verdicts& verdicts);
void drop_prompts(const PassInput& in, Verdicts& verdicts);
void keep_told_prose(const PassInput& in, Verdicts& verdicts);
void drop_appeals(const PassInput& in, Verdicts& verdicts);
void assign_header_roles(const PassInput& in, Classification& result);
void keep_lines_among_text(const PassInput& in, Verdicts& verdicts);
void keep_missed_prose(const PassInput& in, Verdicts& verdicts);
void drop_text_boxes(const PassInput& in, Verdicts& verdicts);
void assign_text_header(const PassInput& in, Classification& result);
void find_second_articles(const PassInput& in, Classification& result);
void mark_following_articles(const PassInput& in, Classification& result);
void drop_hidden_withheld_text(const PassInput& in, Verdicts& verdicts);
void drop_headings_of_dropped_text(const PassInput& in, Verdicts& verdicts);
void attach_text_captions(const PassInput& in, Verdicts& verdicts);
void drop_text_teasers(const PassInput& in, Verdicts& verdicts);
void drop_text_rails(const PassInput& in, Verdicts& verdicts);
void drop_text_contents(const PassInput& in, Verdicts& verdicts);
void drop_islands_below_text(const PassInput& in, Verdicts& verdicts);
void drop_islands_above_text(const PassInput& in, Verdicts& verdicts);
void trim_text_tail(const PassInput& in, Verdicts& verdicts);
void keep_headings_of_kept_text(const PassInput& in, Verdicts& verdicts);
void find_bold_headings(const PassInput& in, Verdicts& verdicts);
void find_text_headings(const PassInput& in, Verdicts& verdicts);
/// The first prose right below the headline and beside it opens the article.
void keep_lead(const PassInput& in, Verdicts& verdicts, std::size_t headline);
void keep_among_siblings(const PassInput& in, Verdicts& verdicts);
void keep_boxes_among_text(const PassInput& in, Verdicts& verdicts);
void keep_rest_of_lists(const PassInput& in, Verdicts& verdicts);
void drop_consent_boxes(const PassInput& in, Classification& result);
void drop_reply_threads(const PassInput& in, Classification& result);
void drop_headed_comments(const PassInput& in, Verdicts& verdicts);
void drop_author_notes(const PassInput& in, Verdicts& verdicts);
void drop_repeated_text(const PassInput& in, Verdicts& verdicts);
void drop_pull_quotes(const PassInput& in, Verdicts& verdicts);
void keep_figures_with_text(const PassInput& in, Verdicts& verdicts);
void drop_page_pictures(const PassInput& in, Classification& result);
/// Lines among the text with a mark that leads to a note.
void keep_marked_lines(const PassInput& in, Verdicts& verdicts);
void keep_referenced_notes(const PassInput& in, Verdicts& verdicts);
void keep_sources_and_captions(const PassInput& in, Verdicts& verdicts);
void keep_defined_terms(const PassInput& in, Verdicts& verdicts);
void keep_corrections(const PassInput& in, Verdicts& verdicts);
void attach_captions(const PassInput& in, Verdicts& verdicts);
void keep_informing_paragraphs(const PassInput& in, Verdicts& verdicts);
void cut_attached_calls(const PassInput& in, Verdicts& verdicts);
void name_removed_kinds(const PassInput& in, Verdicts& verdicts);
void report_region(const PassInput& in, Classification& result);
void find_withheld_notice(const PassInput& in, Classification& result);
void measure_confidence(const PassInput& in, Classification& result);

// Shared by the passes.

/// True for kinds that stand in the article's body (header roles stand above it).
inline bool is_body(Kind kind) { return is_kept(kind) && kind >= Kind::paragraph; }

/// Shows what the model was in doubt of, as sure as the model was, and marks it so.
inline void keep_in_doubt(Verdict& verdict, Kind kind) {
  verdict.kind = kind;
  verdict.reason = "among_text";
  verdict.confidence = verdict.keep;
  verdict.uncertain = true;
}

/// Takes a block out of the article for a reason; name_removed_kinds() says what it is.
inline void drop_block(Verdict& verdict, const char* reason) {
  verdict.kind = Kind::furniture;
  verdict.reason = reason;
  verdict.confidence = 1.0F - verdict.keep * 0.5F;
  verdict.uncertain = false;
}

/// First and last block of the body, or {-1, -1}.
struct BodyRange {
  int first = -1, last = -1;
};
BodyRange body_range(const Verdicts& verdicts);

/// The first block whose content begins at `node` or after it: the blocks of an element are those
/// from here to the first one from its end.
std::size_t first_block_from(const PassInput& in, NodeId node);

/// True for a paragraph that informs and only then, in a last sentence of its own, calls the
/// reader.
bool informs_before_it_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons);
/// The share of the block's words that stand in sentences with a call to the reader, 0..1.
float called_share(const PassInput& in, std::size_t i, const LexiconSet& lexicons);
/// True where all calls and offers of the block stand in quotation marks, and words around them.
bool only_quotes_calls(const PassInput& in, std::size_t i, const LexiconSet& lexicons);

/// Pictures, players, posts of other sites, formulas and dividers: what words they have are no
/// prose of the article, so what stands around them decides.
inline bool is_wordless(const Block& block) {
  return block.shape == Shape::figure || block.shape == Shape::divider ||
         block.shape == Shape::embed || block.is_formula;
}

/// The kind that a block's shape has when it is shown.
Kind kind_of_shape(Shape shape);

} // namespace lectern
