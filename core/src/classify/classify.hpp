#pragma once
#include "classify/block_model.hpp"
#include "document/block.hpp"
#include "document/features.hpp"
#include "document/page_data.hpp"
#include "document/verdict.hpp"

namespace lectern {

/// Which parts take part: the shipped engine uses both; the others are for the ablation.
enum class JudgeBy : std::uint8_t { rules_and_model, rules, model };

/// Decides for every block what it is to a reader. `dom` is empty for plain text. An invalid model
/// leaves the rules alone to judge. `share_of_demand`: of the likelihood that a block must have to
/// stay, less than 1 where nothing stays otherwise.
Classification classify(const Dom& dom, const Document& document, const FeatureTable& features,
                        const PageData& page_data, const BlockModel& model,
                        JudgeBy judge = JudgeBy::rules_and_model, float share_of_demand = 1.0F);

/// The model that is compiled in for HTML or for plain text; parsed once.
const BlockModel& shipped_model(bool is_text);

} // namespace lectern
