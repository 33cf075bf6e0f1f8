#pragma once
// Numbers that the passes decide by. Each names what it was set on; the folds are those of
// scripts/train.

#include <cstddef>

namespace lectern {

// A block is shown from this likelihood on, a line that is no sentence from the other: a lost
// paragraph is worse than a lost line. Set by the folds.
inline constexpr float kKeepLikelihood = 0.45F, kKeepLineLikelihood = 0.55F;
inline constexpr float kMinTokensOfSentence = 8;
// Plain text tells less, and a lost paragraph is worse than a foreign line: by how a line ends
// and whether it is prose. Set on the labelled lines, out of fold.
inline constexpr float kKeepProseLikelihood = 0.25F;
inline constexpr float kKeepSentenceLikelihood = 0.45F;
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
inline constexpr float kSureDespiteBenefits = 0.95F;
inline constexpr float kSureDespiteMention = 0.62F;
inline constexpr float kSureDespiteLabelOfPromo = 0.80F;
inline constexpr float kSureDespiteLinkedPromo = 0.70F;
inline constexpr float kSureDespiteCopies = 0.75F;
inline constexpr float kSureDespiteOffer = 0.80F;
inline constexpr float kSureDespiteComment = 0.80F;
inline constexpr float kSureDespiteFurniture = 0.75F;
inline constexpr float kSureDespiteShareLine = 0.90F;
inline constexpr float kSureDespiteAdvertisement = 0.95F;
inline constexpr float kSureDespiteLink = 0.60F;
inline constexpr float kSureDespiteCallBox = 0.85F;
inline constexpr float kSureDespiteLinkList = 0.75F;
inline constexpr float kSureDespiteAddressBox = 0.80F;
inline constexpr float kSureDespiteAppeal = 0.97F;
// The model of plain text weighs words itself, so that what is asked beyond it is less: a share of
// the above, and for a short call no more than this.
inline constexpr float kShareOfDemandInText = 0.5F;
inline constexpr float kSureDespiteCallInText = 0.62F;
inline constexpr float kSureDespitePlainCallInText = 0.90F; // most of its words are the call
// Its form says it in any language, so the model may be surer and still be wrong.
inline constexpr float kSureDespiteLabel = 0.97F;

// A heading agrees with the title when this share of either's words stands in the other.
inline constexpr float kTitleAgreement = 0.6F;

// Where nothing stays otherwise: what is asked of a block then, as a share of all that is asked
// above, on a page that looks like an article and on any other.
inline constexpr float kShareOfDemandOnArticle = 0.25F, kShareOfDemandElsewhere = 0.6F;

// Fewer words than this are no article, unless they are most of what the page says. Shorter lines
// than that, which end no sentence, do not count: dates and labels.
inline constexpr float kMinArticleTokens = 20;
inline constexpr float kMinShortArticleTokens = 6, kMinShareOfShortPage = 0.5F;
inline constexpr float kMinTokensOfOpenLine = 4;

} // namespace lectern
