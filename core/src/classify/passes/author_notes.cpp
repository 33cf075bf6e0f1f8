// The last paragraph of an article often says who wrote it, and reads like the text. It begins with
// the author's name, or stands right below a line that announces it; in plain text it may also take
// up the name on the line above.
#include <algorithm>
#include <string_view>
#include <vector>

#include "classify/passes.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr float kMaxNoteTokens = 90;
constexpr float kMaxLabelTokens = 5;  // "About the author"
constexpr float kMinBodyTokens = 120; // above the note
constexpr std::size_t kMinNameBytes = 6;
// In plain text: the last lines shown, below a name that the first of them takes up again.
constexpr std::size_t kMaxNoteLines = 3;
constexpr float kSureText = 0.80F, kMinNoteWords = 8, kMaxNameTokens = 5;

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

void set_note(Verdict& verdict) {
  verdict.kind = Kind::author_bio;
  verdict.reason = "phrase_author";
  verdict.confidence = 1.0F - verdict.keep * 0.5F;
  verdict.uncertain = false;
}

/// "Jane Doe" above "Jane lives by the sea ..." or "Doe has written ...".
bool takes_up_name_above(const PassInput& in, std::size_t i) {
  const std::size_t above = i - 1;
  const std::string_view name = in.text(above), text = in.text(i);
  if (in.at(above, Feature::tokens) > kMaxNameTokens || !is_name_line(in, above)) return false;
  const std::size_t first_end = name.find(' '), last_begin = name.rfind(' ');
  if (first_end == std::string_view::npos) return false;
  const auto begins_with = [&](std::string_view word) {
    return text.size() > word.size() && text.starts_with(word) &&
           (text[word.size()] == ' ' || text[word.size()] == ',' || text[word.size()] == '\'' ||
            static_cast<unsigned char>(text[word.size()]) >= 0x80);
  };
  return begins_with(name.substr(0, first_end)) || begins_with(name.substr(last_begin + 1));
}

void drop_text_author_notes(const PassInput& in, Verdicts& verdicts) {
  std::size_t begin = in.size();
  float body = 0;
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (!is_body(verdicts[i].kind)) continue;
    shown.push_back(i);
    body += in.at(i, Feature::tokens);
  }
  const std::size_t last = shown.size() - std::min(shown.size(), kMaxNoteLines);
  for (std::size_t at = last; at < shown.size() && begin == in.size(); ++at) {
    const std::size_t i = shown[at];
    if (i > 0 && verdicts[i].keep < kSureText && ends_as_sentence(in, i) &&
        words_of(in, i) >= kMinNoteWords && takes_up_name_above(in, i))
      begin = i;
  }
  if (begin == in.size()) return;
  for (std::size_t i = begin; i < in.size(); ++i)
    if (is_body(verdicts[i].kind)) body -= in.at(i, Feature::tokens);
  if (body < kMinBodyTokens) return;
  if (is_body(verdicts[begin - 1].kind)) set_note(verdicts[begin - 1]);
  for (std::size_t i = begin; i < in.size(); ++i)
    if (is_body(verdicts[i].kind) && verdicts[i].keep < kSureText) set_note(verdicts[i]);
}

bool is_announced(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  return i > 0 && !is_kept(verdicts[i - 1].kind) && in.hits(i - 1, Lexicon::author_bio) &&
         in.at(i - 1, Feature::tokens) <= kMaxLabelTokens;
}

} // namespace

void drop_author_notes(const PassInput& in, Verdicts& verdicts) {
  if (in.is_text()) drop_text_author_notes(in, verdicts);
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
    set_note(verdicts[i]);
  }
}

} // namespace lectern
