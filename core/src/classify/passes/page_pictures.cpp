// Pictures that belong to the page: its logo above the text, the author's portrait beside it, the
// same button or badge again and again. They stand among the article's pictures and have no words
// to be told by but their alternative text. One that shares its figure with others leaves these.
#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "classify/passes.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

constexpr int kFewestAlike = 3;
constexpr int kMostTextBeyond = 3; // blocks of text between the portrait and the article's edge
constexpr std::size_t kMostLinesBelow = 4;      // a caption, a credit
constexpr std::size_t kMaxBytesBesideName = 20; // "photo of", a role

/// Where the image comes from, whichever attribute says so: pictures that wait for a script share
/// the one that stands in for them, and differ in the others. Empty where nothing tells.
std::string sources_of(const Dom& dom, NodeId image) {
  std::string key;
  for (const Attribute* at = dom.attributes_begin(image); at != dom.attributes_end(image); ++at) {
    const bool may_lead =
        at->name == "src" || at->name == "srcset" || at->name.starts_with("data-");
    if (!may_lead || at->value.starts_with("data:") ||
        at->value.find('/') == std::string_view::npos)
      continue;
    key.append(at->value).push_back('\n');
  }
  return key;
}

/// A drawing or a file that says what it is: photographs are repeated on purpose.
bool may_be_mark(std::string_view sources) {
  constexpr std::string_view kParts[] = {".svg", ".gif", "icon", "logo", "badge", "button"};
  return std::any_of(std::begin(kParts), std::end(kParts),
                     [&](std::string_view part) { return contains_ignoring_case(sources, part); });
}

/// "Ann Lee", "Ann Lee, editor"; or the caption is a byline of that name, and no credit.
bool is_of_author(const PassInput& in, std::size_t i, std::string_view caption,
                  std::string_view alt) {
  const Metadata& metadata = in.page_data.metadata;
  if (!caption.empty() &&
      (in.hits(i, Lexicon::credit) || !looks_like_byline(caption, metadata.language)))
    return false;
  return std::any_of(metadata.byline.begin(), metadata.byline.end(), [&](const std::string& name) {
    if (name.find(' ') == std::string::npos) return false;
    if (!caption.empty()) return caption.find(name) != std::string_view::npos;
    return starts_with_ignoring_case(alt, name) && alt.size() <= name.size() + kMaxBytesBesideName;
  });
}

/// A portrait beside the author's name, above the text: the box around the picture holds the name,
/// and what else it holds is short.
bool stands_by_author(const PassInput& in, const Verdicts& verdicts, std::size_t i) {
  constexpr int kMaxBoxes = 3;
  constexpr float kMaxTokens = 20;
  const Metadata& metadata = in.page_data.metadata;
  NodeId box = in.block(i).node;
  for (int level = 0; level < kMaxBoxes && box != kNoNode; ++level, box = in.dom.parent(box)) {
    float tokens = 0;
    bool is_named = false, is_header = true;
    const std::size_t end = first_block_from(in, in.dom.end(box));
    for (std::size_t j = first_block_from(in, box); j < end && tokens <= kMaxTokens; ++j) {
      if (j == i) continue;
      tokens += std::max(1.0F, in.at(j, Feature::tokens));
      is_header = is_header && !is_body(verdicts[j].kind) && in.block(j).shape != Shape::heading;
      is_named = is_named || std::any_of(metadata.byline.begin(), metadata.byline.end(),
                                         [&](const std::string& name) {
                                           return in.text(j).find(name) != std::string_view::npos;
                                         });
    }
    if (tokens > kMaxTokens) return false;
    if (tokens > 0) return is_header && is_named;
  }
  return false;
}

/// "Coast News", "Coast News logo"
bool is_of_site(const PassInput& in, std::string_view alt, std::string_view source) {
  const std::string& site = in.page_data.metadata.site_name;
  const bool is_named_mark = contains_ignoring_case(alt, "logo") ||
                             contains_ignoring_case(alt, "icon") ||
                             contains_ignoring_case(source, "logo");
  if (contains_ignoring_case(source, ".svg") && is_named_mark) return true;
  return !site.empty() && starts_with_ignoring_case(alt, site) &&
         (alt.size() == site.size() || is_named_mark);
}

struct Picture {
  std::size_t block;
  NodeId image;
  std::string sources;
  const char* reason = ""; // when it is the page's
};

/// The images of all figures that are shown.
std::vector<Picture> pictures_of(const PassInput& in, const Verdicts& verdicts) {
  std::vector<Picture> pictures;
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (verdicts[i].kind != Kind::figure) continue;
    const Block& block = in.block(i);
    for (NodeId node = block.first; node < block.last; ++node)
      if (in.dom.tag(node) == Tag::img) pictures.push_back({i, node, sources_of(in.dom, node), ""});
  }
  return pictures;
}

/// The number of figures in which the same image stands, for each.
void mark_repeated(std::vector<Picture>& pictures) {
  std::unordered_map<std::string_view, std::pair<std::size_t, int>> seen; // last block, blocks
  for (const Picture& picture : pictures) {
    auto& [last, blocks] = seen.try_emplace(picture.sources, picture.block + 1, 0).first->second;
    if (last == picture.block && blocks > 0) continue;
    last = picture.block;
    ++blocks;
  }
  for (Picture& picture : pictures)
    if (may_be_mark(picture.sources) && seen[picture.sources].second >= kFewestAlike)
      picture.reason = "repeated_picture";
}

/// What is said below the figure, in it or right behind it.
std::string_view caption_of(const PassInput& in, const Verdicts& verdicts, std::size_t figure) {
  if (in.block(figure).text_length > 0) return in.text(figure);
  const std::size_t end = std::min(in.size(), figure + 1 + kMostLinesBelow);
  for (std::size_t i = figure + 1; i < end; ++i)
    if (verdicts[i].figure == static_cast<int>(figure) && !verdicts[i].is_credit) return in.text(i);
  return {};
}

void drop_figure(const PassInput& in, Verdicts& verdicts, std::size_t figure, Kind kind,
                 const char* reason) {
  const std::size_t end = std::min(in.size(), figure + 1 + kMostLinesBelow);
  for (std::size_t i = figure; i < end; ++i) {
    if (i != figure && verdicts[i].figure != static_cast<int>(figure)) continue;
    verdicts[i].figure = -1;
    drop_block(verdicts[i], reason);
    verdicts[i].kind = kind;
    verdicts[i].reported = true; // report_region() leaves out what has no words
  }
}

} // namespace

void drop_page_pictures(const PassInput& in, Classification& result) {
  Verdicts& verdicts = result.verdicts;
  std::vector<Picture> pictures = pictures_of(in, verdicts);
  if (pictures.empty()) return;
  mark_repeated(pictures);

  std::vector<int> text_above(in.size() + 1); // blocks of text before each block
  for (std::size_t i = 0; i < in.size(); ++i)
    text_above[i + 1] =
        text_above[i] + (is_body(verdicts[i].kind) && !is_wordless(in.block(i)) ? 1 : 0);
  for (std::size_t begin = 0, end = 0; begin < pictures.size(); begin = end) {
    const std::size_t block = pictures[begin].block;
    while (end < pictures.size() && pictures[end].block == block) ++end;
    const int above = text_above[block], below = text_above.back() - above;
    const std::string_view caption = caption_of(in, verdicts, block);
    std::size_t of_the_page = 0;
    for (std::size_t k = begin; k < end; ++k) {
      Picture& picture = pictures[k];
      const std::string alt = fold_space(in.dom.attribute(picture.image, "alt"));
      if (end - begin == 1 && std::min(above, below) < kMostTextBeyond &&
          (is_of_author(in, block, caption, alt) ||
           (above == 0 && caption.empty() && stands_by_author(in, verdicts, block))))
        picture.reason = "author_picture";
      else if (above == 0 && is_of_site(in, alt, in.dom.attribute(picture.image, "src")))
        picture.reason = "site_picture";
      of_the_page += picture.reason[0] != '\0' ? 1 : 0;
    }
    const std::string_view reason = pictures[begin].reason;
    if (of_the_page == end - begin && (caption.empty() || reason == "author_picture")) {
      const Kind kind = reason == "author_picture" ? Kind::author_bio : Kind::furniture;
      drop_figure(in, verdicts, block, kind, pictures[begin].reason);
      continue;
    }
    // Others stay in the figure.
    for (std::size_t k = begin; k < end; ++k)
      if (pictures[k].reason[0] != '\0' && of_the_page < end - begin)
        result.page_pictures.push_back(pictures[k].image);
  }
}

} // namespace lectern
