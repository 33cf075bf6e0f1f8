// Columns that need no more than the block's own text, the phrase lexicons and the page's title.
#include <algorithm>

#include "annotate/feature_groups.hpp"
#include "rules/appeal.hpp"

namespace lectern {
namespace {

float share(int part, int whole) {
  return static_cast<float>(part) / static_cast<float>(std::max(1, whole));
}

constexpr int kUnspacedCharacters = 2; // a word, at the most, of scripts without spaces

void add_phrases(const LexiconSet& lexicons, std::string_view text, const TextMetrics& metrics,
                 std::size_t i, FeatureTable& table) {
  const PhraseHits hits = lexicons.match(text);
  int any = 0;
  for (std::size_t kind = 0; kind < kLexiconCount; ++kind) {
    table.at(i, static_cast<Lexicon>(kind)) = hits.count[kind];
    if (kind < kPhraseLexicons) any += hits.count[kind];
  }
  // Of the words that phrases are made of: a Korean one is one there, and as many tokens as
  // letters.
  table.at(i, Feature::prompt_cover) = std::max(hits.coverage(Lexicon::subscription_prompt),
                                                hits.coverage(Lexicon::subscription_benefit));
  table.at(i, Feature::promo_cover) = hits.coverage(Lexicon::promo);
  table.at(i, Feature::any_phrase) = static_cast<float>(any);
  const bool is_unspaced = metrics.characters <= kUnspacedCharacters * hits.token_count;
  const auto words = static_cast<float>(hits.token_count);
  table.at(i, Feature::appeal) = appeal_of(hits, is_unspaced ? words / 2 : words);
  table.at(i, Feature::appeal_cover) = appeal_cover(hits);
}

/// Share of the block's word triples that the stated body holds, or kUnknown where none is stated.
float share_in_stated_body(const PageIndex& index, std::size_t i) {
  if (index.stated_trigrams.empty()) return kUnknown;
  const std::vector<std::uint64_t> own = trigrams_of(index.tokens_begin(i), index.tokens_end(i));
  if (own.empty()) return kUnknown;
  int found = 0;
  for (std::uint64_t trigram : own)
    found +=
        std::binary_search(index.stated_trigrams.begin(), index.stated_trigrams.end(), trigram);
  return share(found, static_cast<int>(own.size()));
}

} // namespace

void add_text_features(const AnnotateInput& input, FeatureTable& table) {
  const LexiconSet& lexicons = LexiconSet::for_language(input.page_data.metadata.language);
  const PageIndex& index = input.index;
  for (std::size_t i = 0; i < table.size(); ++i) {
    const Block& block = input.document.blocks[i];
    const TextMetrics& m = index.metrics(i);
    const auto set = [&](Feature feature, float value) { table.at(i, feature) = value; };
    set(Feature::tokens, static_cast<float>(m.tokens));
    set(Feature::characters, static_cast<float>(m.characters));
    set(Feature::word_length, share(m.characters, m.words));
    set(Feature::sentences, static_cast<float>(m.sentences));
    set(Feature::ends_sentence, m.ends_sentence);
    set(Feature::ends_strictly, m.ends_strictly);
    set(Feature::ends_with_colon, m.ends_with_colon);
    set(Feature::ends_with_question, m.ends_with_question);
    set(Feature::digit_share, share(m.digits, m.characters));
    set(Feature::capital_share, share(m.capital_words, m.words));
    set(Feature::all_caps_share, share(m.all_caps_words, m.words));
    set(Feature::comma_share, share(m.commas, m.words));
    set(Feature::punctuation_share, share(m.punctuation, m.characters));
    set(Feature::begins_quoted, m.begins_quoted);
    set(Feature::begins_lower, m.begins_lower);
    set(Feature::begins_number, m.begins_number);
    set(Feature::has_separator, m.has_separator);
    set(Feature::has_price, m.has_price);
    const SharedWords& words = index.shared_words(i);
    set(Feature::common_word_share, share(words.common, m.tokens));

    set(Feature::link_density, index.link_density(i));
    set(Feature::bold_density, block.text_length
                                   ? std::min(1.0F, static_cast<float>(block.bold_bytes) /
                                                        static_cast<float>(block.text_length))
                                   : 0);
    set(Feature::links, block.link_count);
    set(Feature::images, block.image_count);
    set(Feature::has_time, block.has_time);
    set(Feature::has_control, block.has_control);
    set(Feature::lines_before, static_cast<float>(block.lines_before));
    set(Feature::shape, static_cast<float>(block.shape));
    set(Feature::heading_level, block.heading_level);
    set(Feature::is_hidden, block.is_hidden);

    set(Feature::in_title, share(words.with_title, words.distinct));
    set(Feature::covers_title, share(words.with_title, static_cast<int>(index.title.size())));
    set(Feature::in_description, share(words.with_description, words.distinct));
    set(Feature::covers_description,
        share(words.with_description, static_cast<int>(index.description.size())));
    set(Feature::in_stated_body, share_in_stated_body(index, i));
    add_phrases(lexicons, input.document.text_of(block), m, i, table);
  }
}

} // namespace lectern
