// Credit, byline and date are told by their words and form, and hold the header together: what
// stands between the headline and the last of them is dek, picture text and caption, in the order
// in which pages have them. What stands below them is the body.
#include "classify/text_header.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "classify/text_lines.hpp"

namespace lectern {
namespace {

constexpr int kMaxHeaderLines = 14;
constexpr float kMaxButtonWords = 6; // "Share", "Listen (4 min)"
constexpr int kMaxCalls = 2;         // longer calls between the parts
constexpr float kMinContentWords = 3;
constexpr float kMinDekWords = 6, kMinOpenDekWords = 8, kMaxDekWords = 90;
constexpr float kMinLoneDekWords = 15;

constexpr float kLongHeadline = 6;
// What stands under a headline, and what does not.
constexpr float kDekWeight = 0.25F, kOpenDekWeight = 0.1F, kBylineWeight = 0.35F,
                kDateWeight = 0.2F, kPictureWeight = 0.2F, kProseWeight = 0.2F;
constexpr float kUnexplainedPenalty = 0.12F, kOfferPenalty = 0.4F, kCaptionPenalty = 0.8F;
constexpr int kMaxUnexplained = 5;
constexpr float kMinBodyWords = 12;

/// Reads the lines of one header from the top.
class HeaderReader {
 public:
  HeaderReader(const PassInput& in, int headline) : in_(in) { header_.headline = headline; }

  TextHeader read() {
    const int count = static_cast<int>(in_.size());
    const int end = std::min(count, header_.headline + 1 + kMaxHeaderLines);
    int i = header_.headline + 1;
    for (; i < end && take(i); ++i) {
    }
    assign_content();
    header_.body = first_body_line();
    for (int c : content_)
      if (c < last_part_ && c != header_.dek && c != header_.caption && c != header_.alt &&
          !speaks_of_making(c))
        ++header_.unexplained;
    return header_;
  }

 private:
  // False when the header ended above line `i`.
  bool take(int i) {
    const auto at = static_cast<std::size_t>(i);
    if (header_.alt < 0 && is_alt_line(in_, at)) return take_part(header_.alt, i);
    if (header_.credit < 0 &&
        (is_credit_line(in_, at) || (!content_.empty() && is_name_and_agency(in_, at))))
      return take_part(header_.credit, i);
    if (header_.byline < 0 && is_byline_line(in_, at)) return take_part(header_.byline, i);
    if (header_.byline < 0 && i > 0 && is_byline_label_line(in_, at - 1) && is_name_line(in_, at))
      return take_part(header_.byline, i);
    if (header_.date < 0 && is_date_line(in_, at)) return take_part(header_.date, i);
    if (header_.date_again < 0 && header_.date == i - 1 && is_date_line(in_, at))
      return take_part(header_.date_again, i);
    if (repeats_headline(at)) return true;
    // "Text: Ann Lee" in any language; of two such lines the first made the picture.
    if (is_labelled_name(in_, at)) {
      const bool follows_name = header_.byline >= 0 && header_.byline == i - 1;
      if (header_.credit < 0 && follows_name && is_content(i - 2))
        header_.credit = std::exchange(header_.byline, -1);
      if (header_.credit < 0 && !content_.empty() && names_someone(at + 1))
        return take_part(header_.credit, i);
      if (header_.byline < 0) return take_part(header_.byline, i);
    }
    if (header_.byline < 0 && may_be_author(i) && is_name_line(in_, at)) {
      // Of two names under a caption the first made the picture.
      const bool next_is_name = header_.credit < 0 && !content_.empty() && names_someone(at + 1);
      return take_part(next_is_name ? header_.credit : header_.byline, i);
    }
    const float words = words_of(in_, at);
    if (asks_or_leads(in_, at) && !is_prose(in_, at)) {
      if (is_offer_line(in_, at)) ++offers_;
      return words <= kMaxButtonWords || ++calls_ < kMaxCalls;
    }
    if (words < kMinContentWords) {
      ++short_lines_;
      return true;
    }
    // A dek may be as long as a paragraph, a second one like it is the body.
    if (is_prose(in_, at) && ++prose_lines_ > 1) return false;
    if (ends_as_sentence(in_, at) && ++sentence_lines_ > 2) return false;
    content_.push_back(i);
    return true;
  }

  bool repeats_headline(std::size_t at) const {
    return equals_ignoring_case(in_.text(at), in_.text(static_cast<std::size_t>(header_.headline)));
  }

  bool names_someone(std::size_t at) const {
    return at < in_.size() &&
           (is_name_line(in_, at) || is_byline_line(in_, at) || is_labelled_name(in_, at));
  }

  /// A name alone is the author's below other parts or above a date; above a paragraph it may be a
  /// heading.
  bool may_be_author(int i) const {
    const auto next = static_cast<std::size_t>(i) + 1;
    return header_.credit >= 0 || header_.date >= 0 || header_.alt >= 0 || !content_.empty() ||
           (next < in_.size() && (is_date_line(in_, next) ||
                                  (i == header_.headline + 1 && !ends_as_sentence(in_, next))));
  }

  bool take_part(int& part, int i) {
    part = last_part_ = i;
    header_.unexplained += std::exchange(short_lines_, 0);
    header_.offers += std::exchange(offers_, 0);
    prose_lines_ = sentence_lines_ = 0;
    return true;
  }

  bool is_content(int i) const {
    return std::find(content_.begin(), content_.end(), i) != content_.end();
  }

  void assign_content() {
    // The caption stands below what the picture shows and above who made it.
    int caption = -1;
    if (header_.alt >= 0 && is_content(header_.alt + 1) && header_.alt + 1 <= last_part_ + 1 &&
        is_caption_like(in_, static_cast<std::size_t>(header_.alt + 1)))
      caption = header_.alt + 1;
    else if (header_.credit > 0 && is_content(header_.credit - 1) &&
             !may_be_dek_alone(header_.credit - 1) &&
             is_caption_like(in_, static_cast<std::size_t>(header_.credit - 1)))
      caption = header_.credit - 1;
    header_.caption = caption;
    last_part_ = std::max(last_part_, caption);

    const int picture = header_.alt >= 0 ? header_.alt : caption >= 0 ? caption : last_part_;
    std::vector<int> above;
    for (int c : content_)
      if (c < picture && c < last_part_) above.push_back(c);
    // Without a word for it, what the picture shows is an open line right above the caption; it
    // begins in lower case, or another line is the dek.
    if (header_.alt < 0 && caption >= 0 && !above.empty() && above.back() == caption - 1) {
      const auto at = static_cast<std::size_t>(above.back());
      if (is_lower_open_line(in_, at) || (above.size() >= 2 && !ends_as_sentence(in_, at))) {
        header_.alt = above.back();
        above.pop_back();
      }
    }
    for (int c : above) {
      if (!may_be_dek(c)) continue;
      header_.dek = c;
      break;
    }
  }

  /// The only line between the headline and a credit is the caption when it is short.
  bool may_be_dek_alone(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return i == header_.headline + 1 && ends_as_sentence(in_, at) &&
           words_of(in_, at) >= kMinLoneDekWords;
  }

  /// When the article was made or who made it, in more words than a line of the header has.
  bool speaks_of_making(int i) const {
    const auto at = static_cast<std::size_t>(i);
    return is_labelled_date(in_, at) || in_.hits(at, Lexicon::author_bio);
  }

  bool may_be_dek(int i) const {
    const auto at = static_cast<std::size_t>(i);
    if (speaks_of_making(i)) return false;
    const float words = words_of(in_, at);
    return words <= kMaxDekWords &&
           words >= (ends_as_sentence(in_, at) ? kMinDekWords : kMinOpenDekWords);
  }

  int first_body_line() const {
    for (int c : content_)
      if (c > last_part_) return c;
    return std::max(last_part_, header_.headline) + 1;
  }

  const PassInput& in_;
  TextHeader header_;
  std::vector<int> content_; // lines that may be dek, alternative text, caption or body
  int last_part_ = -1;
  int calls_ = 0;
  // Since the last part:
  int short_lines_ = 0, offers_ = 0, prose_lines_ = 0, sentence_lines_ = 0;
};

} // namespace

TextHeader read_text_header(const PassInput& in, int headline) {
  return HeaderReader(in, headline).read();
}

float score_of_header(const PassInput& in, const TextHeader& header) {
  const auto headline = static_cast<std::size_t>(header.headline);
  float score = std::min(words_of(in, headline), kLongHeadline) / kLongHeadline;
  if (header.dek >= 0)
    score +=
        ends_as_sentence(in, static_cast<std::size_t>(header.dek)) ? kDekWeight : kOpenDekWeight;
  if (header.byline >= 0) score += kBylineWeight;
  if (header.date >= 0) score += kDateWeight;
  if (header.has_picture()) score += kPictureWeight;
  const auto body = static_cast<std::size_t>(header.body);
  if (body < in.size() && ends_as_sentence(in, body) && words_of(in, body) >= kMinBodyWords)
    score += kProseWeight;
  // Right above a credit stands a caption.
  if (headline + 1 < in.size() && is_credit_line(in, headline + 1)) score -= kCaptionPenalty;
  score -= kUnexplainedPenalty * static_cast<float>(std::min(header.unexplained, kMaxUnexplained)) +
           kOfferPenalty * static_cast<float>(std::min(header.offers, 2));
  return score;
}

void set_line_kind(Verdicts& verdicts, int i, Kind kind, const char* reason) {
  if (i < 0) return;
  constexpr float kSureOfForm = 0.8F;
  Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
  verdict.kind = kind;
  verdict.reason = reason;
  verdict.confidence = kSureOfForm;
  verdict.uncertain = false;
}

void set_text_figure(Verdicts& verdicts, int alt, int caption, int credit) {
  const int figure = alt >= 0 ? alt : caption >= 0 ? caption : credit;
  for (int i : {alt, caption, credit}) {
    if (i < 0) continue;
    set_line_kind(verdicts, i, Kind::figure, "caption");
    Verdict& verdict = verdicts[static_cast<std::size_t>(i)];
    verdict.figure = figure;
    verdict.is_alt = i == alt;
    verdict.is_credit = i == credit;
  }
}

void mark_text_header(const TextHeader& header, Verdicts& verdicts) {
  set_line_kind(verdicts, header.headline, Kind::headline, "headline");
  set_line_kind(verdicts, header.dek, Kind::dek, "dek");
  set_line_kind(verdicts, header.byline, Kind::byline, "byline");
  set_line_kind(verdicts, header.date, Kind::dateline, "date");
  set_line_kind(verdicts, header.date_again, Kind::furniture, "date");
  // Who made a picture of which nothing else is left says nothing to a reader.
  if (header.alt >= 0 || header.caption >= 0)
    set_text_figure(verdicts, header.alt, header.caption, header.credit);
  else
    set_line_kind(verdicts, header.credit, Kind::furniture, "caption");
}

} // namespace lectern
