// The last paragraph of an article often says who wrote it, and reads like the text. It begins with
// the author's name, or stands right below a line that announces it.
#include <algorithm>
#include <string_view>

#include "classify/passes.hpp"

namespace lectern {
namespace {

constexpr float kMaxNoteTokens = 90;
constexpr float kMaxLabelTokens = 5;  // "About the author"
constexpr float kMinBodyTokens = 120; // above the note
constexpr std::size_t kMinNameBytes = 6;

bool begins_with_author(const PassInput& in, std::size_t i) {
  const std::string_view text = in.text(i);
  const auto& byline = in.page_data.metadata.byline;
  return std::any_of(byline.begin(), byline.end(), [&](const std::string& name) {
    // One word may be the beginning of anything.
    return name.size() >= kMinNameBytes && name.find(' ') != std::string::npos &&
           text.size() > name.size() && text.starts_with(name) &&
           (text[name.size()] == ' ' || text[name.size()] == ',');
  });
}

/// A note is a line or two of prose.
bool may_be_note(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return verdicts[i].kind == Kind::paragraph && in.at(i, Feature::tokens) <= kMaxNoteTokens &&
         in.at(i, Feature::sentences) > 0;
}

bool is_announced(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return i > 0 && !is_kept(verdicts[i - 1].kind) && in.hits(i - 1, Lexicon::author_bio) &&
         in.at(i - 1, Feature::tokens) <= kMaxLabelTokens;
}

} // namespace

void drop_author_notes(const PassInput& in, Verdicts& verdicts) {
  float body = 0;
  for (std::size_t i = 0; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) body += in.at(i, Feature::tokens);
  // Several authors have a note each.
  for (std::size_t i = in.size(); i-- > 0;) {
    if (!is_body(verdicts[i].kind) || in.at(i, Feature::tokens) <= 0) continue;
    if (!may_be_note(in, verdicts, i) ||
        (!begins_with_author(in, i) && !is_announced(in, verdicts, i)))
      return;
    body -= in.at(i, Feature::tokens);
    if (body < kMinBodyTokens) return;
    verdicts[i].kind = Kind::author_bio;
    verdicts[i].reason = "phrase_author";
    verdicts[i].confidence = 1.0F - verdicts[i].keep * 0.5F;
    verdicts[i].uncertain = false;
  }
}

} // namespace lectern
