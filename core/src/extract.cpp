// The pipeline as a table of contents; the only file that names every stage.
#include "lectern/extract.hpp"

#include <algorithm>

#include "analysis.hpp"
#include "annotate/annotate.hpp"
#include "assemble/assemble.hpp"
#include "base/url.hpp"
#include "base/utf8.hpp"
#include "classify/classify.hpp"
#include "classify/neighbour_votes.hpp"
#include "classify/thresholds.hpp"
#include "document/build_document.hpp"
#include "document/build_text_document.hpp"
#include "lectern/phrases.hpp"
#include "lectern/readable.hpp"
#include "metadata/read_page_data.hpp"
#include "metadata/read_text_data.hpp"
#include "parse/encoding.hpp"
#include "parse/html_parser.hpp"

namespace lectern {
namespace {

/// Notes how long the stages of one page take, where someone asked for it.
class StageClock {
 public:
  explicit StageClock(Timings* timings) : timings_(timings) {
    if (timings_ != nullptr) begin_ = thread_milliseconds();
  }

  /// `stage` is what ran since the last call.
  void lap(const char* stage) {
    if (timings_ == nullptr) return;
    const double now = thread_milliseconds();
    timings_->push_back({stage, now - begin_});
    begin_ = now;
  }

 private:
  Timings* timings_;
  double begin_ = 0;
};

ParseBudget budget_of(const ExtractOptions& options) {
  return {options.max_nodes, options.max_depth, options.max_milliseconds, options.max_text_bytes};
}

Document read_text(std::string_view text, const ExtractOptions& options) {
  const std::string_view kept = first_bytes(text, options.max_text_bytes);
  Document document = build_text_document(kept, options.max_blocks);
  document.is_partial = document.is_partial || kept.size() < text.size();
  return document;
}

const BlockModel& model_of(const ExtractOptions& options, BlockModel& own) {
  if (options.development_model.empty()) return shipped_model(options.input == InputFormat::text);
  own = BlockModel::parse(options.development_model);
  return own;
}

JudgeBy judge_of(const ExtractOptions& options) {
  if (options.development_judge == "rules") return JudgeBy::rules;
  if (options.development_judge == "model") return JudgeBy::model;
  return JudgeBy::rules_and_model;
}

/// An article has some text of its own: links alone are a list of other pages. A page that says
/// little else may be short; what one says to a browser without scripts is then no article.
bool has_article(const Analysis& a) {
  float tokens = 0, all = 0;
  for (std::size_t i = 0; i < a.result.verdicts.size(); ++i) {
    const Kind kind = a.result.verdicts[i].kind;
    all += a.features.at(i, Feature::tokens);
    if (!is_kept(kind) || kind < Kind::paragraph || kind == Kind::heading) continue;
    // A sentence is text even inside a link that is never closed; dates and labels are none.
    const bool is_sentence = a.features.at(i, Feature::ends_strictly) > 0;
    if (!is_sentence && a.features.at(i, Feature::tokens) < kMinTokensOfOpenLine) continue;
    const float linked =
        is_sentence ? 0.0F : std::max(0.0F, a.features.at(i, Feature::link_density));
    tokens += a.features.at(i, Feature::tokens) * (1.0F - linked);
  }
  if (tokens >= kMinArticleTokens) return true;
  return !a.reads_noscript && tokens >= kMinShortArticleTokens &&
         tokens >= kMinShareOfShortPage * all;
}

void judge(Analysis& a, const Url& page_url, const BlockModel& model, const ExtractOptions& options,
           StageClock& clock) {
  clock.lap("document");
  a.features = annotate(a.dom, a.document, a.page_data, page_url);
  clock.lap("annotate");
  a.result = classify(a.dom, a.document, a.features, a.page_data, model, judge_of(options));
  clock.lap("classify");
}

/// Whether the phrases of the page's language are there to be matched.
bool has_phrases(const Analysis& a, const ExtractOptions& options) {
  std::vector<std::string> missing = missing_phrases(a.page_data.metadata.language);
  const bool has_all = missing.empty();
  if (options.missing_phrases != nullptr) *options.missing_phrases = std::move(missing);
  return has_all;
}

} // namespace

Result<Analysis> analyse(std::string_view page, const ExtractOptions& options,
                         const Url& page_url) {
  if (page.size() > options.max_input_bytes) return ExtractError::input_too_large;
  StageClock clock(options.timings);
  const bool is_text = options.input == InputFormat::text;
  const Result<DecodedText> text = decode_page(page, !is_text, options.encoding);
  if (!text) return text.error();
  clock.lap("decode");

  Analysis a;
  BlockModel own;
  const BlockModel& model = model_of(options, own);
  if (is_text) {
    if (options.development_model.empty() && !model.is_valid()) return ExtractError::model_missing;
    a.document = read_text(text->view(), options);
    a.page_data = read_text_data(a.document, page_url);
    if (!has_phrases(a, options)) return ExtractError::phrases_missing;
    judge(a, page_url, model, options, clock);
    return a;
  }
  a.dom = parse_html(text->view(), budget_of(options));
  clock.lap("parse");
  a.page_data = read_page_data(a.dom, page_url);
  clock.lap("metadata");
  if (!has_phrases(a, options)) return ExtractError::phrases_missing;
  a.document = build_document(a.dom, {.max_blocks = options.max_blocks});
  judge(a, page_url, model, options, clock);
  if (has_article(a)) return a;

  // Nothing to read: the text may stand in noscript alone, or in the page's data when that is free.
  a.document = build_document(a.dom, {.read_noscript = true, .max_blocks = options.max_blocks});
  a.reads_noscript = true;
  judge(a, page_url, model, options, clock);
  if (has_article(a)) return a;
  if (a.page_data.article_body.empty() || !a.page_data.metadata.is_free) {
    // A doubtful article is more to a reader than none, all the more where there should be one.
    const bool looks_like_one = looks_readable(text->view(), options).is_readable;
    a.result = classify(a.dom, a.document, a.features, a.page_data, model, judge_of(options),
                        looks_like_one ? kShareOfDemandOnArticle : kShareOfDemandElsewhere);
    return a;
  }
  if (!shipped_model(true).is_valid()) return ExtractError::model_missing;
  a.dom = Dom();
  a.reads_noscript = false;
  // With its headline above it, so that its first paragraph is not taken for one.
  a.document = read_text(a.page_data.metadata.title + "\n\n" + a.page_data.article_body, options);
  judge(a, page_url, shipped_model(true), options, clock);
  return a;
}

namespace {

/// "div.story > p.text", innermost last, for people who read the block table.
std::string path_of(const Dom& dom, NodeId node) {
  constexpr int kLevels = 4;
  constexpr std::size_t kMaxClassBytes = 40;
  std::string path;
  for (int level = 0; node != kNoNode && level < kLevels; ++level, node = dom.parent(node)) {
    std::string step(dom[node].text);
    std::string_view classes = dom.attribute(node, "class");
    if (!classes.empty()) step.append(1, '.').append(first_bytes(classes, kMaxClassBytes));
    path = level == 0 ? step : step + " > " + path;
  }
  return path;
}

} // namespace

Result<Article> extract(std::string_view page, const ExtractOptions& options) {
  const Url page_url = parse_url(options.url);
  Result<Analysis> analysis = analyse(page, options, page_url);
  if (!analysis) return analysis.error();
  if (!has_article(*analysis))
    return analysis->dom.is_partial() || analysis->document.is_partial ? ExtractError::over_budget
                                                                       : ExtractError::no_article;
  StageClock clock(options.timings);
  analysis->features = FeatureTable(0, false); // of a long page most of what is in memory
  Article article =
      assemble(analysis->dom, analysis->document, analysis->result, analysis->page_data, page_url);
  clock.lap("assemble");
  return article;
}

Result<std::vector<ExplainedBlock>> explain(std::string_view page, const ExtractOptions& options) {
  const Result<Analysis> analysis = analyse(page, options, parse_url(options.url));
  if (!analysis) return analysis.error();
  std::vector<ExplainedBlock> blocks;
  for (std::size_t i = 0; i < analysis->document.blocks.size(); ++i) {
    const Block& block = analysis->document.blocks[i];
    const Verdict& verdict = analysis->result.verdicts[i];
    ExplainedBlock out;
    out.id = static_cast<int>(i);
    out.kind = verdict.kind;
    out.confidence = verdict.keep;
    out.reason = verdict.reason;
    if (block.node != kNoNode) out.path = path_of(analysis->dom, block.node);
    out.text = analysis->document.text_of(block);
    out.features = analysis->features.row(i);
    blocks.push_back(std::move(out));
  }
  return blocks;
}

const std::vector<std::string>& feature_names() { return model_columns(0); }

} // namespace lectern
