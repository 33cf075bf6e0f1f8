// A thread of replies can be far longer than the article above it, and reads like text. It is told
// by its make: many elements alike side by side, nearly each with a line of its own that offers to
// reply.
#include <algorithm>
#include <map>

#include "classify/passes.hpp"
#include "classify/thresholds.hpp"

namespace lectern {
namespace {

constexpr float kMaxReplyLineTokens = 8; // "Reply", "12 likes Reply Report"
constexpr int kMinReplies = 8;
constexpr float kMinProseTokens = 8, kMaxLinkedProse = 0.3F;
constexpr int kMaxLevels = 6; // from the line up to the reply that it stands in
constexpr int kMaxHeadedShare =
    4; // one reply in so many may hold a heading; entries of a live blog do

struct Thread {
  NodeId first = kNoNode, last = kNoNode; // children that hold a reply line
  int replies = 0, headed = 0;
};

using Threads = std::map<NodeId, Thread>; // by parent, in the order of the page

void note_reply(const PassInput& in, std::size_t i, Threads& threads) {
  NodeId child = in.block(i).node;
  for (int level = 0; level < kMaxLevels; ++level) {
    const NodeId parent = in.dom.parent(child);
    if (parent == kNoNode) return;
    Thread& thread = threads[parent];
    if (thread.first == kNoNode) thread.first = child;
    if (thread.last != child) {
      thread.last = child;
      ++thread.replies;
      for (std::size_t b = first_block_from(in, child);
           b < in.size() && in.block(b).first < in.dom.end(child); ++b)
        if (in.block(b).shape == Shape::heading) {
          ++thread.headed;
          break;
        }
    }
    child = parent;
  }
}

/// Most of the elements from the first reply to the last are replies.
bool is_thread(const PassInput& in, const Thread& thread) {
  if (thread.replies < kMinReplies || thread.headed * kMaxHeadedShare > thread.replies)
    return false;
  int alike = 0, all = 0;
  for (NodeId child = thread.first; child != kNoNode && child <= thread.last;
       child = in.dom.next_sibling(child)) {
    if (in.dom.is_text(child)) continue;
    ++all;
    alike += in.dom.tag(child) == in.dom.tag(thread.first);
  }
  return thread.replies * 2 > all && alike * 2 > all;
}

/// The model sees a short article above thousands of replies as something beside the text. Prose
/// that stands between the headline and the thread is the article then.
float keep_prose_above(const PassInput& in, std::size_t from, std::size_t to, Verdicts& verdicts) {
  float tokens = 0;
  for (std::size_t i = from; i < to; ++i) {
    const bool is_prose =
        in.block(i).shape == Shape::paragraph && !in.block(i).is_hidden &&
        in.at(i, Feature::tokens) >= kMinProseTokens && in.at(i, Feature::ends_sentence) > 0 &&
        in.at(i, Feature::any_phrase) <= 0 && in.at(i, Feature::link_density) <= kMaxLinkedProse;
    if (!is_prose) continue;
    verdicts[i].kind = Kind::paragraph;
    verdicts[i].reason = "above_replies";
    verdicts[i].confidence = kSureLikelihood;
    verdicts[i].uncertain = true;
    tokens += in.at(i, Feature::tokens);
  }
  return tokens;
}

} // namespace

void drop_reply_threads(const PassInput& in, Classification& result) {
  Threads threads;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (in.hits(i, Lexicon::comment) && in.at(i, Feature::tokens) <= kMaxReplyLineTokens)
      note_reply(in, i, threads);
  for (const auto& [parent, thread] : threads) {
    if (!is_thread(in, thread)) continue;
    const std::size_t begin = first_block_from(in, thread.first),
                      end = first_block_from(in, in.dom.end(thread.last));
    if (result.headline >= 0 && begin <= static_cast<std::size_t>(result.headline) &&
        static_cast<std::size_t>(result.headline) < end)
      continue;
    float outside = 0;
    for (std::size_t i = 0; i < in.size(); ++i)
      if ((i < begin || i >= end) && is_body(result.verdicts[i].kind))
        outside += in.at(i, Feature::tokens);
    if (outside < kMinArticleTokens && result.headline >= 0 &&
        static_cast<std::size_t>(result.headline) < begin)
      outside += keep_prose_above(in, static_cast<std::size_t>(result.headline) + 1, begin,
                                  result.verdicts);
    // Where the replies are all there is, they are what the page is for.
    if (outside < kMinArticleTokens) continue;
    for (std::size_t i = begin; i < end; ++i) {
      Verdict& verdict = result.verdicts[i];
      if (!is_body(verdict.kind)) continue;
      verdict.kind = Kind::comment;
      verdict.reason = "reply_thread";
      verdict.confidence = kSureDespiteCall;
      verdict.uncertain = false;
    }
  }
}

} // namespace lectern
