#pragma once
// Numbers that the passes decide by. Each names what it was set on; the folds are those of
// scripts/train.

#include <cstddef>

namespace lectern {

// A block is shown from this likelihood on; set by the folds for the best share of pages without a
// lost paragraph or a foreign block.
inline constexpr float kKeepLikelihood = 0.52F;
// Plain text tells less, and a lost paragraph is worse than a foreign line: by how a line ends
// and whether it is prose. Set on the labelled lines, out of fold.
inline constexpr float kKeepProseLikelihood = 0.30F;
inline constexpr float kKeepSentenceLikelihood = 0.50F;
inline constexpr float kKeepOpenLineLikelihood = 0.55F;
// Up to here a page of plain text is short: the lines around a line tell less of it than on the
// pages that the model learned from.
inline constexpr std::size_t kMaxShortPageBlocks = 60;

// Shown blocks below this likelihood, and dropped blocks above its mirror, are marked uncertain.
inline constexpr float kSureLikelihood = 0.75F;

// How likely a block must be article text to stay although its words call the reader, or it is one
// link elsewhere; set on the labelled lines, out of fold, so that prose that speaks of such things
// stays.
inline constexpr float kSureDespiteCall = 0.80F;
inline constexpr float kSureDespiteShortCall = 2.0F;
inline constexpr float kSureDespiteCalls = 0.80F;
inline constexpr float kSureDespiteMention = 0.62F;
inline constexpr float kSureDespiteLabelOfPromo = 0.70F;
inline constexpr float kSureDespiteComment = 0.80F;
inline constexpr float kSureDespiteFurniture = 0.75F;
inline constexpr float kSureDespiteShareLine = 0.90F;
inline constexpr float kSureDespiteAdvertisement = 0.95F;
inline constexpr float kSureDespiteLink = 0.60F;
inline constexpr float kSureDespiteCallBox = 0.85F;
inline constexpr float kSureDespiteLinkList = 0.75F;
inline constexpr float kSureDespiteAddressBox = 0.80F;
// The model of plain text weighs words itself, so that what is asked beyond it is less: a share of
// the above, and for a short call no more than this.
inline constexpr float kShareOfDemandInText = 0.6F;
inline constexpr float kSureDespiteCallInText = 0.75F;
// Its form says it in any language, so the model may be surer and still be wrong.
inline constexpr float kSureDespiteLabel = 0.97F;

// A heading agrees with the title when this share of either's words stands in the other.
inline constexpr float kTitleAgreement = 0.6F;

// Fewer words than this are no article, however sure the blocks are.
inline constexpr int kMinArticleTokens = 20;

} // namespace lectern
