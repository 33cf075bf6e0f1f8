#include "assemble/article_header.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "assemble/inline_text.hpp"
#include "assemble/inlines.hpp"
#include "assemble/srcset.hpp"
#include "base/text.hpp"
#include "rules/dates.hpp"
#include "rules/names.hpp"

namespace lectern {
namespace {

void set_if_empty(std::string& field, MetadataSource& source, std::string_view text) {
  if (!field.empty() || text.empty()) return;
  field = std::string(text);
  source = MetadataSource::text;
}

/// The block's text with the joiners that some scripts are spelled with: the document's own text,
/// which words are counted in, leaves them out.
std::string spelled_text(const Page& page, const Document& document, const Block& block) {
  if (block.node == kNoNode) return std::string(document.text_of(block));
  return fold_space(text_of(build_inlines(page, block.first, block.last)));
}

/// "Ann Lee - Dec 21, 2023 1:00 pm"
bool begins_with_name(std::string_view text, std::string_view language) {
  const auto date = find_date(text, language);
  if (!date || date->begin == 0) return false;
  std::string_view before = trim(text.substr(0, date->begin));
  while (!before.empty() && (before.back() == '-' || before.back() == '|' || before.back() == ','))
    before = trim(before.substr(0, before.size() - 1));
  return before.find(' ') != std::string_view::npos && looks_like_name(before, language);
}

/// "coast-logo.png", "og_default.jpg": one of the words of the file's name says so.
bool names_a_mark(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  const std::string name = ascii_lower(url.substr(url.rfind('/') + 1));
  static constexpr std::string_view kMarks[] = {"logo", "favicon", "placeholder", "default",
                                                "fallback"};
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    if (at < name.size() && name[at] >= 'a' && name[at] <= 'z') continue;
    const std::string_view word = std::string_view(name).substr(begin, at - begin);
    if (std::find(std::begin(kMarks), std::end(kMarks), word) != std::end(kMarks)) return true;
    begin = at + 1;
  }
  return false;
}

/// "Updated May 9, 2024 / Published May 3, 2024": the words before a date say which one it is.
void fill_dates(std::string_view line, Metadata& metadata) {
  constexpr int kMostDates = 3;
  std::string unlabelled;
  std::size_t from = 0;
  for (int i = 0; i < kMostDates; ++i) {
    const auto found = find_date(line, metadata.language, from);
    if (!found) break;
    const DateLabel label = date_label(line.substr(from, found->begin - from));
    from = found->end;
    if (label == DateLabel::modified)
      set_if_empty(metadata.modified, metadata.sources.modified, to_iso(found->date));
    else if (label == DateLabel::published)
      set_if_empty(metadata.published, metadata.sources.published, to_iso(found->date));
    else if (unlabelled.empty())
      unlabelled = to_iso(found->date);
  }
  set_if_empty(metadata.published, metadata.sources.published, unlabelled);
}

} // namespace

void replace_stated_logo(Article& article) {
  Metadata& metadata = article.metadata;
  if (metadata.lead_image.empty() || !names_a_mark(metadata.lead_image)) return;
  const std::string stated = image_identity(metadata.lead_image);
  std::string_view first;
  for (const ArticleBlock& block : article.blocks)
    for (const Image& image : block.images) {
      if (image_identity(image.url) == stated) return;
      if (first.empty() && !names_a_mark(image.url)) first = image.url;
    }
  metadata.lead_image = std::string(first);
  metadata.sources.lead_image = first.empty() ? MetadataSource::none : MetadataSource::markup;
}

void fill_from_header(const Page& page, const Document& document, const Verdicts& verdicts,
                      Metadata& metadata) {
  static_assert(Kind::headline < Kind::paragraph);
  for (std::size_t i = 0; i < verdicts.size() && i < document.blocks.size(); ++i) {
    const std::string_view text = document.text_of(document.blocks[i]);
    switch (verdicts[i].kind) {
      case Kind::headline:
        set_if_empty(metadata.title, metadata.sources.title, text);
        break;
      case Kind::dek:
        if (metadata.dek.empty())
          set_if_empty(metadata.dek, metadata.sources.dek,
                       spelled_text(page, document, document.blocks[i]));
        break;
      case Kind::byline:
        if (!metadata.byline.empty()) break;
        metadata.byline = names_in_byline(text, metadata.language);
        if (const std::size_t colon = text.find(':');
            metadata.byline.empty() && colon != std::string_view::npos)
          metadata.byline = names_in_byline(text.substr(colon + 1), metadata.language);
        if (!metadata.byline.empty()) metadata.sources.byline = MetadataSource::text;
        [[fallthrough]]; // a byline often ends in the date, and a date's line may begin with a name
      case Kind::dateline:
        if (metadata.byline.empty() && begins_with_name(text, metadata.language)) {
          metadata.byline = names_in_byline(text, metadata.language);
          metadata.sources.byline = MetadataSource::text;
        }
        fill_dates(text, metadata);
        break;
      default:
        // A summary that stands in the body as well is shown there.
        if (is_kept(verdicts[i].kind) && !metadata.dek.empty() && text == metadata.dek) {
          metadata.dek.clear();
          metadata.sources.dek = MetadataSource::none;
        }
        break;
    }
  }
  // A page that only says when it was changed is of that day, as in its data.
  set_if_empty(metadata.published, metadata.sources.published, metadata.modified);
}

} // namespace lectern
