// Reads back the Article that to_json wrote. The object may have travelled, so nothing in it is
// trusted: kinds and containers are checked, and markup is read as the few elements that we write.

#include "lectern/render.hpp"
#include "render/allowed_markup.hpp"
#include "render/block_steps.hpp"
#include "render/container_names.hpp"
#include "render/html_parts.hpp"
#include "render/inline_reader.hpp"
#include "render/json_input.hpp"
#include "render/markup_scanner.hpp"

namespace lectern {
namespace {

std::string string_at(JsonView object, std::string_view name) {
  const JsonView value = object.member(name);
  return value.is(JsonType::string) ? value.string() : std::string();
}

double fraction_at(JsonView object, std::string_view name, double otherwise) {
  const JsonView value = object.member(name);
  return value.is(JsonType::number) ? value.number() : otherwise;
}

int number_at(JsonView object, std::string_view name, int otherwise) {
  constexpr double kLargest = 1e9;
  const double number = fraction_at(object, name, otherwise);
  return number > -kLargest && number < kLargest ? static_cast<int>(number) : otherwise;
}

bool flag_at(JsonView object, std::string_view name, bool otherwise) {
  const JsonView value = object.member(name);
  return value.is(JsonType::boolean) ? value.boolean() : otherwise;
}

// The objects of an array; what else is in it is skipped.
template <typename Take>
void for_each_object(JsonView object, std::string_view name, Take take) {
  for (const JsonView item : object.member(name).items())
    if (item.is(JsonType::object)) take(item);
}

std::vector<std::string> strings_at(JsonView object, std::string_view name) {
  std::vector<std::string> strings;
  for (const JsonView item : object.member(name).items())
    if (item.is(JsonType::string)) strings.push_back(item.string());
  return strings;
}

std::string address_at(JsonView object, std::string_view name, bool is_image) {
  std::string address = string_at(object, name);
  if (!is_allowed_address(address, is_image)) address.clear();
  return address;
}

Inlines text_alone(std::string text) {
  if (text.empty()) return {};
  Inline part;
  part.text = std::move(text);
  return {part};
}

// `name_html` where it is there and ours, else the plain text of `name`.
Inlines inlines_at(JsonView object, std::string_view name, bool in_cell = false) {
  const std::string html = string_at(object, std::string(name) + "_html");
  Inlines inlines;
  if (!html.empty() && read_inlines(html, inlines, in_cell)) return inlines;
  return text_alone(string_at(object, name));
}

Image read_image(JsonView object) {
  Image image;
  image.url = address_at(object, "url", true);
  image.alt = string_at(object, "alt");
  image.link = address_at(object, "link", false);
  image.width = number_at(object, "width", 0);
  image.height = number_at(object, "height", 0);
  for_each_object(object, "sources", [&image](JsonView item) {
    ImageSource source;
    source.url = address_at(item, "url", true);
    source.width = number_at(item, "width", 0);
    source.density = fraction_at(item, "density", 0);
    if (!source.url.empty()) image.sources.push_back(std::move(source));
  });
  return image;
}

TableRow read_row(JsonView object) {
  TableRow row;
  row.in_head = flag_at(object, "in_head", false);
  for_each_object(object, "cells", [&row](JsonView item) {
    TableCell cell;
    constexpr bool kInCell = true; // where lists may stand
    cell.content = inlines_at(item, "text", kInCell);
    cell.is_header = flag_at(item, "is_header", false);
    cell.column_span = number_at(item, "column_span", 1);
    cell.row_span = number_at(item, "row_span", 1);
    row.cells.push_back(std::move(cell));
  });
  return row;
}

void read_embed(JsonView object, ArticleBlock& block) {
  block.embed.url = address_at(object, "url", false);
  block.embed.type = string_at(object, "type");
  block.embed.provider = string_at(object, "provider");
  block.embed.title = string_at(object, "title");
  block.embed.poster = address_at(object, "poster", true);
  block.content = inlines_at(object, "content");
}

std::string text_in(std::string_view html) {
  std::string text;
  MarkupScanner scanner(html);
  for (;;) {
    const MarkupScanner::Token token = scanner.next();
    if (token == MarkupScanner::Token::text) text += scanner.text();
    if (token == MarkupScanner::Token::end || token == MarkupScanner::Token::error) return text;
  }
}

void read_content(JsonView object, ArticleBlock& block) {
  switch (form_of(block)) {
    case Form::table:
    case Form::figure:
    case Form::embed:
    case Form::divider:
      return;
    case Form::code:
      block.content = text_alone(text_in(string_at(object, "html")));
      return;
    default:
      if (read_inlines(string_at(object, "html"), block.content)) return;
      block.content = text_alone(string_at(object, "text"));
  }
}

/// What is no direction is none: the article may come from anywhere.
std::string direction_at(JsonView object) {
  std::string direction = string_at(object, "direction");
  return is_direction(direction) ? direction : std::string();
}

bool read_block(JsonView object, ArticleBlock& block) {
  if (!object.is(JsonType::object)) return false;
  const std::optional<Kind> kind = kind_named(string_at(object, "kind"));
  const int id = number_at(object, "id", -1);
  if (!kind || id < 0) return false;
  block.id = id;
  block.kind = *kind;
  block.container = number_at(object, "container", -1);
  block.level = number_at(object, "level", 0);
  block.confidence = static_cast<float>(fraction_at(object, "confidence", 1));
  block.uncertain = flag_at(object, "uncertain", false);
  block.reason = string_at(object, "reason");
  block.anchor = string_at(object, "anchor");
  block.language = string_at(object, "language");
  block.direction = direction_at(object);
  block.code_language = string_at(object, "code_language");
  block.caption = inlines_at(object, "caption");
  block.credit = inlines_at(object, "credit");
  for_each_object(object, "images",
                  [&block](JsonView item) { block.images.push_back(read_image(item)); });
  for_each_object(object, "rows",
                  [&block](JsonView item) { block.rows.push_back(read_row(item)); });
  const JsonView embed = object.member("embed");
  // Its words are the block's: what is no embed has its own.
  if (embed.is(JsonType::object) && form_of(block) == Form::embed) read_embed(embed, block);
  read_content(object, block);
  return true;
}

// False when the list is not there or holds something that is no block.
bool read_blocks(JsonView object, std::string_view name, std::vector<ArticleBlock>& blocks) {
  const JsonView list = object.member(name);
  if (!list.is(JsonType::array)) return false;
  for (const JsonView item : list.items()) {
    blocks.emplace_back();
    if (!read_block(item, blocks.back())) return false;
    const std::size_t count = blocks.size();
    if (count > 1 && blocks[count - 2].id >= blocks[count - 1].id) return false;
  }
  return true;
}

bool read_containers(JsonView object, std::vector<Container>& containers) {
  bool is_valid = true;
  for_each_object(object, "containers", [&](JsonView item) {
    Container container;
    const std::optional<Container::Type> type = container_type_named(string_at(item, "type"));
    is_valid = is_valid && type.has_value();
    container.type = type.value_or(Container::Type::quote);
    container.parent = number_at(item, "parent", -1);
    container.start = number_at(item, "start", 1);
    container.reversed = flag_at(item, "reversed", false);
    const std::string numbering = string_at(item, "numbering");
    if (!numbering.empty()) container.numbering = numbering[0];
    container.cite = address_at(item, "cite", false);
    container.anchor = string_at(item, "anchor");
    containers.push_back(std::move(container));
  });
  return is_valid;
}

MetadataSource source_at(JsonView sources, std::string_view name) {
  return metadata_source_named(string_at(sources, name)).value_or(MetadataSource::none);
}

Metadata read_metadata_members(JsonView object) {
  Metadata metadata;
  metadata.title = string_at(object, "title");
  metadata.byline = strings_at(object, "byline");
  metadata.dek = string_at(object, "dek");
  metadata.site_name = string_at(object, "site_name");
  metadata.published = string_at(object, "published");
  metadata.modified = string_at(object, "modified");
  metadata.section = string_at(object, "section");
  metadata.tags = strings_at(object, "tags");
  metadata.url = address_at(object, "url", false);
  metadata.lead_image = address_at(object, "lead_image", true);
  metadata.language = string_at(object, "language");
  metadata.direction = direction_at(object);
  metadata.is_free = flag_at(object, "is_free", true);
  const JsonView sources = object.member("sources");
  metadata.sources = {source_at(sources, "title"),     source_at(sources, "byline"),
                      source_at(sources, "dek"),       source_at(sources, "site_name"),
                      source_at(sources, "published"), source_at(sources, "modified"),
                      source_at(sources, "section"),   source_at(sources, "tags"),
                      source_at(sources, "url"),       source_at(sources, "lead_image"),
                      source_at(sources, "language")};
  return metadata;
}

} // namespace

std::optional<Article> parse_article(std::string_view json) {
  const std::optional<JsonInput> input = JsonInput::read(json);
  if (!input || !input->root().is(JsonType::object)) return std::nullopt;
  const JsonView object = input->root();
  Article article;
  article.metadata = read_metadata_members(object);
  if (!read_blocks(object, "blocks", article.blocks)) return std::nullopt;
  if (!read_blocks(object, "removed", article.removed)) return std::nullopt;
  if (!read_containers(object, article.containers)) return std::nullopt;
  article.word_count = number_at(object, "word_count", 0);
  article.reading_minutes = number_at(object, "reading_minutes", 0);
  article.confidence = static_cast<float>(fraction_at(object, "confidence", 0));
  article.partial = flag_at(object, "partial", false);
  article.withheld_notice = string_at(object, "withheld_notice");
  for_each_object(object, "other_articles", [&article](JsonView item) {
    article.other_articles.push_back(
        {string_at(item, "title"), strings_at(item, "byline"), number_at(item, "paragraphs", 0)});
  });
  return article;
}

} // namespace lectern
