#pragma once
// The result of an extraction: metadata, the blocks of the article in reading order, the blocks
// that were removed from its region, and what the page withholds. Everything here is plain data
// that owns its text; all text is valid UTF-8 and is text, never markup.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lectern {

/// What a block is. The kinds up to `divider` are shown, the others are removed and reported.
enum class Kind : std::uint8_t {
  headline,
  dek,
  byline,
  dateline,
  paragraph,
  heading,
  list_item,
  quote,
  code,
  table,
  figure,
  embed,
  note,
  divider,
  subscription_prompt,
  promo,
  advertisement,
  share_bar,
  consent,
  comment,
  navigation,
  author_bio,
  tag_list,
  pull_quote,
  other_article,
  furniture,
};

/// True for the kinds that a reader is shown.
constexpr bool is_kept(Kind kind) { return kind <= Kind::divider; }

/// The name used in JSON and in `lectern explain`, such as "list_item".
std::string_view name_of(Kind kind);

/// The kind of that name, or nothing.
std::optional<Kind> kind_named(std::string_view name);

/// The inline elements that survive extraction; each has one allow-listed HTML element.
enum class InlineTag : std::uint8_t {
  link, // url
  strong,
  emphasis,
  code,
  sub,
  sup,
  mark,
  small,
  strike, // deleted text
  insert,
  quote,        // q
  abbreviation, // title in `url`'s place is not kept
  cite,
  keyboard,
  variable,
  time,
  ruby,
  ruby_text,
  ruby_parenthesis,
  unordered_list, // this and the next two in the cells of a table alone
  ordered_list,
  list_item,
  small_caps, // a span with data-style
  span,       // only to carry lang or dir
};

/// True for what makes a list inside the cell of a table.
constexpr bool is_list_part(InlineTag tag) {
  return tag == InlineTag::unordered_list || tag == InlineTag::ordered_list ||
         tag == InlineTag::list_item;
}

/// One step of a flat inline sequence. Opens and closes are balanced within one block.
struct Inline {
  enum class Type : std::uint8_t {
    text,
    open,
    close,
    line_break,
    image,
    math,
    anchor,
    note_reference
  };
  Type type = Type::text;
  InlineTag tag = InlineTag::span; // open and close
  std::string text;                // text; image: alt text; math: the TeX; note_reference: its mark
  std::string url;       // link target, image address, or the id that an anchor sets; else empty
  std::string language;  // on open: lang where it differs from what surrounds it
  std::string direction; // on open: "ltr", "rtl" or empty
  std::string markup;    // math: MathML, already rebuilt from allow-listed parts; else empty
  int width = 0;         // image, in CSS pixels; 0 when unknown
  int height = 0;
};

using Inlines = std::vector<Inline>;

/// One candidate of a responsive image.
struct ImageSource {
  std::string url;
  int width = 0;      // of the file in pixels, from a `w` descriptor; 0 when unknown
  double density = 0; // from an `x` descriptor; 0 when unknown
};

struct Image {
  std::string url; // the best address for an ordinary screen, absolute
  std::string alt;
  std::string link;                 // the page or larger image that it links to, or empty
  std::vector<ImageSource> sources; // all candidates, smallest first; may be empty
  int width = 0;                    // CSS pixels as the page states them; 0 when unknown
  int height = 0;
};

/// A thing of another site inside the article: nothing of it is requested before the reader asks.
struct Embed {
  std::string url;      // the address a reader can open
  std::string provider; // "YouTube", or the host of `url`
  std::string title;
  std::string poster; // an image address, or empty
  std::string type;   // "video", "audio", "post", "chart", "frame"
};

struct TableCell {
  Inlines content;
  bool is_header = false;
  int column_span = 1;
  int row_span = 1;
};

struct TableRow {
  std::vector<TableCell> cells;
  bool in_head = false;
};

/// What surrounds blocks: lists, items, quotations and boxes. A forest; `parent` is an index into
/// Article::containers, or -1. Blocks of one container stand next to each other in reading order.
struct Container {
  enum class Type : std::uint8_t {
    unordered_list,
    ordered_list,
    list_item,
    quote,
    details,
    summary,
    definition_list,
    definition_term,
    definition_details,
    aside, // a fact box that belongs to the article
    notes, // the list of footnotes
  };
  Type type = Type::quote;
  int parent = -1;
  int start = 1;         // ordered_list
  bool reversed = false; // ordered_list
  char numbering = '1';  // ordered_list: '1', 'a', 'A', 'i' or 'I'
  std::string cite;      // quote: its source's address, or empty
  std::string anchor;    // notes' list_item: the id that references point to, or empty
};

struct ArticleBlock {
  int id = 0; // place in reading order among kept and removed blocks together; unique, ascending
  Kind kind = Kind::paragraph;
  int container = -1;         // innermost index into Article::containers, or -1
  int level = 0;              // heading: 2 to 6
  Inlines content;            // of everything made of text; code: one text run, line breaks kept
  Inlines caption;            // figure, table, embed
  Inlines credit;             // figure
  std::vector<Image> images;  // figure
  std::vector<TableRow> rows; // table
  Embed embed;                // embed
  std::string code_language;  // code, or empty
  std::string anchor;         // an id that links inside the article point to, or empty
  std::string language;       // where it differs from the article's
  std::string direction;      // where it differs from the article's
  float confidence = 1;       // 0..1, how sure the verdict is
  bool uncertain = false;     // kept, but a reader should look twice
  std::string reason;         // the rule or feature that decided: a key of `describe_reason`
};

/// Where a metadata field came from.
enum class MetadataSource : std::uint8_t { none, json_ld, open_graph, meta_tag, markup, url, text };
std::string_view name_of(MetadataSource source);

/// What the page says about the article. Empty strings mean "not said".
struct Metadata {
  std::string title;
  std::vector<std::string> byline; // one name an entry, roles and "By" cut
  std::string dek;
  std::string site_name;
  std::string published; // ISO 8601: a day, or a time with its zone when known
  std::string modified;
  std::string section;
  std::vector<std::string> tags;
  std::string url; // canonical when the page names one on its own host, else the one given
  std::string lead_image;
  std::string language;  // BCP 47, as the page says or as detected
  std::string direction; // "ltr" or "rtl"
  bool is_free = true;   // false when the page's own data says that the text is not free

  struct Sources {
    MetadataSource title = MetadataSource::none, byline = MetadataSource::none,
                   dek = MetadataSource::none, site_name = MetadataSource::none,
                   published = MetadataSource::none, modified = MetadataSource::none,
                   section = MetadataSource::none, tags = MetadataSource::none,
                   url = MetadataSource::none, lead_image = MetadataSource::none,
                   language = MetadataSource::none;
  } sources;
};

/// An article that follows this one on the page and is not shown.
struct OtherArticle {
  std::string title;
  std::vector<std::string> byline;
  int paragraphs = 0;
};

struct Article {
  Metadata metadata;
  std::vector<Container> containers;
  std::vector<ArticleBlock> blocks; // shown, in reading order, ids ascending
  std::vector<ArticleBlock>
      removed;        // dropped from the article's region, ids ascending among `blocks`
  int word_count = 0; // of the blocks shown; a CJK or Thai character counts as half a word
  int reading_minutes = 0;
  float confidence = 0;        // 0..1: the expected share of the page that is right
  std::string withheld_notice; // the page's own words, or empty
  std::vector<OtherArticle> other_articles;
  bool partial = false; // a budget was reached: the end may be missing
};

} // namespace lectern
