// Pictures, embeds and dividers have no words to judge, tables and code have words that are not
// prose: they belong to the article when they stand among its text, in a part of the page that
// holds article text and little else.
#include <algorithm>
#include <string_view>

#include "classify/passes.hpp"
#include "classify/passes/text_names.hpp"

namespace lectern {
namespace {

constexpr int kBlocksAboveBody = 12; // how far above the first paragraph a lead image may stand
constexpr int kMaxWordless = 400;    // hint distance stand-ins are small; this bounds odd pages
constexpr float kFarHint = 4;
// Of a caption and a credit that share a box with their picture.
constexpr float kMaxTokensBeside = 60;
constexpr std::size_t kMaxPictures = 100; // of a gallery
constexpr float kMaxTokensOfOrigin = 12;  // "crossing.py hosted with love by ..."
constexpr std::size_t kMaxBytesOfFileName = 80, kMaxBytesOfSuffix = 6;
constexpr int kMaxBoxesAroundListing = 3;
constexpr std::size_t kMinBytesOfStem = 8; // of a file's name, or it says nothing

// A data table or code: judged by where it stands when its words speak against it.
bool is_apart_from_prose(const PassInput& in, std::size_t i) {
  const Shape shape = in.block(i).shape;
  return shape == Shape::table || shape == Shape::code;
}

/// Kept and all tokens before each block, so that an element's share is two subtractions.
class KeptText {
 public:
  KeptText(const PassInput& in, const Verdicts& verdicts)
      : in_(in), verdicts_(verdicts), kept_(in.size() + 1), all_(in.size() + 1) {
    for (std::size_t i = 0; i < in.size(); ++i) {
      const bool counts = !is_wordless(in.block(i)) && !is_apart_from_prose(in, i) &&
                          in.block(i).shape != Shape::caption;
      const float tokens = counts ? in.at(i, Feature::tokens) : 0.0F;
      all_[i + 1] = all_[i] + tokens;
      kept_[i + 1] = kept_[i] + (is_kept(verdicts[i].kind) ? tokens : 0.0F);
    }
  }

  /// Whether the nearest element around block `i` that holds any text holds mostly article text. A
  /// caption that was not taken for text does not speak against its picture.
  bool surrounds(std::size_t i) const {
    NodeId element = in_.block(i).node;
    for (; element != kNoNode; element = in_.dom.parent(element)) {
      const std::size_t from = first_block_from(in_, element),
                        to = first_block_from(in_, in_.dom.end(element));
      const float all = all_[to] - all_[from];
      if (all <= 0) continue;
      if ((kept_[to] - kept_[from]) * 2 >= all) return true;
      if (!holds_pictures_with_captions(from, to, all)) return false;
    }
    return false;
  }

 private:
  /// Pictures, and for each of them no more than a caption and a credit that lead nowhere: a
  /// figure, or a gallery; a listing with its file's name and a button. Buttons between the
  /// pictures are its controls.
  bool holds_pictures_with_captions(std::size_t from, std::size_t to, float tokens) const {
    std::size_t pictures = 0, lines = 0;
    bool has_code = false; // below one there may be where it comes from, with links
    for (std::size_t i = from; i < to; ++i) {
      const Block& block = in_.block(i);
      has_code = has_code || block.shape == Shape::code;
      if (is_wordless(block) || is_apart_from_prose(in_, i)) {
        if (++pictures > kMaxPictures) return false;
        continue;
      }
      if (block.has_control) continue;
      ++lines;
      const Kind kind = verdicts_[i].kind;
      const bool is_plain = is_kept(kind) || kind == Kind::furniture || kind == Kind::share_bar;
      const bool is_origin = has_code && in_.at(i, Feature::tokens) <= kMaxTokensOfOrigin;
      if (!is_plain || block.shape == Shape::heading ||
          (block.linked_bytes * 2 > block.text_length && !is_origin))
        return false;
    }
    return lines <= 2 * pictures && tokens <= kMaxTokensBeside * static_cast<float>(pictures);
  }

  const PassInput& in_;
  const Verdicts& verdicts_;
  std::vector<float> kept_, all_;
};

// A picture's own classes speak of the buttons laid over it ("figure--has-shares"); what holds the
// text of a post is named after the network, as share bars are.
bool is_beside(const PassInput& in, std::size_t i, Hint hint) {
  const Block& block = in.block(i);
  if (block.shape == Shape::embed && block.text_length > 0) return false;
  const bool is_own = in.at(i, hint) <= 0 && block.node != kNoNode &&
                      (in.dom.tag(block.node) == Tag::figure || block.shape == Shape::embed);
  return in.at(i, hint) < kFarHint && !is_own;
}

/// Whether the element that many levels above the picture, which a class name speaks of, holds the
/// picture alone: stories beside the article have words.
bool names_picture_alone(const PassInput& in, std::size_t i, Hint hint) {
  NodeId box = in.block(i).node;
  for (float level = in.at(i, hint); level >= 1 && box != kNoNode; --level)
    box = in.dom.parent(box);
  if (box == kNoNode || in.block(i).text_length > 0) return false;
  return (i == 0 || !in.dom.contains(box, in.block(i - 1).first)) &&
         (i + 1 >= in.size() || !in.dom.contains(box, in.block(i + 1).first));
}

bool is_in_furniture(const PassInput& in, const NamesOfText& names, std::size_t i) {
  if (in.at(i, Feature::up_nav) < kFarHint || in.at(i, Feature::up_footer) < kFarHint ||
      is_beside(in, i, Hint::share) ||
      (is_beside(in, i, Hint::comment) && !names.bear(Hint::comment)))
    return true;
  for (const Hint hint : {Hint::related, Hint::ad, Hint::newsletter, Hint::author, Hint::sidebar})
    if (in.at(i, hint) < kFarHint && !names.bear(hint) &&
        !(hint == Hint::related && names_picture_alone(in, i, hint)))
      return true;
  return false;
}

/// Whether the blocks behind it in the same box are the article's.
bool stands_among_paragraphs(const PassInput& in, const KeptText& text, std::size_t i) {
  const NodeId box = in.block(i).node == kNoNode ? kNoNode : in.dom.parent(in.block(i).node);
  if (box == kNoNode || i + 1 >= in.size() || !in.dom.contains(box, in.block(i + 1).first))
    return false;
  return text.surrounds(i);
}

void keep_table_or_code(const PassInput& in, const KeptText& text, const NamesOfText& names,
                        const BodyRange& body, std::size_t i, Verdict& verdict) {
  const Block& block = in.block(i);
  // A box of facts stands beside the paragraphs or above the first of them.
  const int at = static_cast<int>(i);
  const bool is_fact_box = in.at(i, Hint::factbox) <= 0 && at >= body.first - kBlocksAboveBody &&
                           at < body.last && stands_among_paragraphs(in, text, i);
  if (is_fact_box && verdict.kind == Kind::furniture && !block.is_hidden) {
    verdict.kind = kind_of_shape(block.shape);
    verdict.reason = "among_text";
    verdict.confidence = 0.6F;
    verdict.uncertain = true;
    return;
  }
  const bool is_inside = body.first < static_cast<int>(i) && static_cast<int>(i) <= body.last + 1;
  if (verdict.kind != Kind::furniture || !is_inside || block.is_hidden ||
      is_in_furniture(in, names, i))
    return;
  if (block.linked_bytes * 2 > block.text_length || !text.surrounds(i)) return;
  verdict.kind = kind_of_shape(block.shape);
  verdict.reason = "among_text";
  verdict.confidence = 0.7F;
  verdict.uncertain = true;
}

/// "src/ferry.ts": one word with a short ending after its last dot.
bool is_file_name(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  if (dot == std::string_view::npos || text.size() > kMaxBytesOfFileName) return false;
  const std::size_t suffix = text.size() - dot - 1;
  return suffix > 0 && suffix <= kMaxBytesOfSuffix &&
         std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                  c == '.' || c == '_' || c == '-' || c == '/' || c == '@';
         });
}

/// The name of the file that a listing shows stands right above it, in a box with nothing else.
void keep_name_of_listing(const PassInput& in, std::size_t i, Verdicts& verdicts) {
  if (i == 0 || verdicts[i].kind != Kind::code) return;
  Verdict& name = verdicts[i - 1];
  const Block& above = in.block(i - 1);
  if (above.is_hidden || (name.kind != Kind::furniture && name.kind != Kind::note) ||
      !is_file_name(in.text(i - 1)))
    return;
  NodeId box = in.block(i).node;
  for (int step = 0; step < kMaxBoxesAroundListing && box != kNoNode; ++step) {
    box = in.dom.parent(box);
    if (box == kNoNode || !in.dom.contains(box, above.first)) continue;
    name.kind = Kind::paragraph;
    name.reason = "among_text";
    name.confidence = 0.7F;
    name.uncertain = false;
    return;
  }
}

/// Whether a picture of the block is one that the page states for its article: by the name of the
/// file, as addresses differ by size and server.
bool shows_stated_image(const PassInput& in, std::size_t i) {
  const Block& block = in.block(i);
  for (const std::string_view address : in.page_data.image_candidates) {
    std::string_view name = address.substr(0, address.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1);
    name = name.substr(0, name.find('.'));
    if (name.size() < kMinBytesOfStem) continue;
    for (NodeId node = block.first; node < block.last; ++node) {
      if (in.dom.tag(node) != Tag::img && in.dom.tag(node) != Tag::source) continue;
      for (const Attribute* at = in.dom.attributes_begin(node); at != in.dom.attributes_end(node);
           ++at)
        if (at->value.find(name) != std::string_view::npos) return true;
    }
  }
  return false;
}

/// A figure with words of its own was put there by an editor.
bool has_caption(const PassInput& in, std::size_t i) {
  const Block& block = in.block(i);
  if (block.node == kNoNode || in.dom.tag(block.node) != Tag::figure) return false;
  return block.text_length > 0 || (i + 1 < in.size() && in.block(i + 1).shape == Shape::caption);
}

/// Between the headline and the text, with a caption, or the picture that the page states: the
/// article's element may hold the paragraphs alone.
bool leads_text(const PassInput& in, const Verdicts& verdicts, const BodyRange& body,
                std::size_t i) {
  if (!has_caption(in, i) && !shows_stated_image(in, i)) return false;
  for (std::size_t j = i; j-- > 0 && static_cast<int>(j) >= body.first - kBlocksAboveBody;)
    if (verdicts[j].kind == Kind::headline) return true;
  return false;
}

bool shares_box(const PassInput& in, int last, std::size_t i) {
  const NodeId node = in.block(static_cast<std::size_t>(last)).node;
  if (node == kNoNode || in.block(i).node == kNoNode) return false;
  const NodeId box = in.dom.parent(node);
  return box != kNoNode && in.dom.contains(box, in.block(i).node);
}

/// What follows the last text at once and stands in the same box belongs to it, and so does what
/// follows that: in the box of what it follows, or in the text's.
bool continues_body(const PassInput& in, const BodyRange& body, int last_text, std::size_t i) {
  return static_cast<int>(i) == body.last + 1 &&
         (shares_box(in, body.last, i) || shares_box(in, last_text, i));
}

/// An advertisement between the pictures below the text.
bool parts_pictures(const PassInput& in, const Verdicts& verdicts, const BodyRange& body,
                    int last_text, std::size_t i) {
  return body.last > last_text && static_cast<int>(i) == body.last + 1 &&
         in.hits(i, Lexicon::advertisement) && !is_kept(verdicts[i].kind) &&
         shares_box(in, last_text, i);
}

} // namespace

void keep_figures_with_text(const PassInput& in, Verdicts& verdicts) {
  BodyRange body = body_range(verdicts);
  const int last_text = body.last;
  if (body.first < 0 || in.is_text()) return;
  const KeptText text(in, verdicts);
  const NamesOfText names(in, verdicts);
  int wordless = 0;
  for (std::size_t i = 0; i < in.size(); ++i) {
    // A chain of pictures below the last text: as long as each follows the one before.
    const bool extends = static_cast<int>(i) > 0 && static_cast<int>(i) - 1 == body.last + 1 &&
                         is_kept(verdicts[i - 1].kind) &&
                         continues_body(in, body, last_text, i - 1);
    if (extends) ++body.last;
    if (parts_pictures(in, verdicts, body, last_text, i)) ++body.last;
    if (is_apart_from_prose(in, i)) keep_table_or_code(in, text, names, body, i, verdicts[i]);
    keep_name_of_listing(in, i, verdicts);
    if (!is_wordless(in.block(i))) continue;
    const int at = static_cast<int>(i);
    const bool inside = body.first < at && at < last_text;
    const bool above = at < body.first && at >= body.first - kBlocksAboveBody;
    const bool below = at == body.last + 1;
    Verdict& verdict = verdicts[i];
    const Shape shape = in.block(i).shape;
    if (shape == Shape::divider) {
      if (inside && verdicts[i - 1].kind != Kind::divider && text.surrounds(i)) {
        verdict.kind = Kind::divider;
        verdict.reason = "among_text";
        verdict.confidence = 0.8F;
      }
      continue;
    }
    if (!(inside || above || below) || is_in_furniture(in, names, i) || ++wordless > kMaxWordless)
      continue;
    if (in.at(i, Feature::is_hidden) > 0) continue;
    if (above ? in.at(i, Feature::in_half) <= 0 && in.at(i, Hint::article) > 12 &&
                    in.at(i, Feature::up_article) > 12 && !leads_text(in, verdicts, body, i)
              : !text.surrounds(i))
      continue;
    verdict.kind = shape == Shape::figure  ? Kind::figure
                   : shape == Shape::embed ? Kind::embed
                                           : Kind::paragraph;
    verdict.reason = "among_text";
    verdict.confidence = inside ? 0.9F : 0.7F;
    verdict.uncertain = !inside && !shows_stated_image(in, i) && !has_caption(in, i);
  }
}

} // namespace lectern
