// Reads back the Article that to_json wrote. The object may have travelled, so nothing in it is
// trusted: kinds and containers are checked, and markup is read as the few elements that we write.

#include <nlohmann/json.hpp>

#include "lectern/render.hpp"
#include "render/allowed_markup.hpp"
#include "render/block_steps.hpp"
#include "render/container_names.hpp"
#include "render/html_parts.hpp"
#include "render/inline_reader.hpp"
#include "render/markup_scanner.hpp"

namespace lectern {
namespace {

using Json = nlohmann::json;

const Json* member(const Json& object, std::string_view name) {
  const auto found = object.find(name);
  return found == object.end() ? nullptr : &*found;
}

std::string string_at(const Json& object, std::string_view name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_string() ? *value->get_ptr<const std::string*>()
                                                : std::string();
}

int number_at(const Json& object, std::string_view name, int otherwise) {
  constexpr double kLargest = 1e9;
  const Json* value = member(object, name);
  if (value == nullptr || !value->is_number()) return otherwise;
  const double number = value->get<double>();
  return number > -kLargest && number < kLargest ? static_cast<int>(number) : otherwise;
}

double fraction_at(const Json& object, std::string_view name, double otherwise) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_number() ? value->get<double>() : otherwise;
}

bool flag_at(const Json& object, std::string_view name, bool otherwise) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_boolean() ? value->get<bool>() : otherwise;
}

// The objects of an array; what else is in it is skipped.
template <typename Take>
void for_each_object(const Json& object, std::string_view name, Take take) {
  const Json* list = member(object, name);
  if (list == nullptr || !list->is_array()) return;
  for (const Json& item : *list)
    if (item.is_object()) take(item);
}

std::vector<std::string> strings_at(const Json& object, std::string_view name) {
  std::vector<std::string> strings;
  const Json* list = member(object, name);
  if (list == nullptr || !list->is_array()) return strings;
  for (const Json& item : *list)
    if (item.is_string()) strings.push_back(item.get<std::string>());
  return strings;
}

std::string address_at(const Json& object, std::string_view name, bool is_image) {
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
Inlines inlines_at(const Json& object, std::string_view name, bool in_cell = false) {
  const std::string html = string_at(object, std::string(name) + "_html");
  Inlines inlines;
  if (!html.empty() && read_inlines(html, inlines, in_cell)) return inlines;
  return text_alone(string_at(object, name));
}

Image read_image(const Json& object) {
  Image image;
  image.url = address_at(object, "url", true);
  image.alt = string_at(object, "alt");
  image.link = address_at(object, "link", false);
  image.width = number_at(object, "width", 0);
  image.height = number_at(object, "height", 0);
  for_each_object(object, "sources", [&image](const Json& item) {
    ImageSource source;
    source.url = address_at(item, "url", true);
    source.width = number_at(item, "width", 0);
    source.density = fraction_at(item, "density", 0);
    if (!source.url.empty()) image.sources.push_back(std::move(source));
  });
  return image;
}

TableRow read_row(const Json& object) {
  TableRow row;
  row.in_head = flag_at(object, "in_head", false);
  for_each_object(object, "cells", [&row](const Json& item) {
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

void read_embed(const Json& object, ArticleBlock& block) {
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

void read_content(const Json& object, ArticleBlock& block) {
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
std::string direction_at(const Json& object) {
  std::string direction = string_at(object, "direction");
  return is_direction(direction) ? direction : std::string();
}

bool read_block(const Json& object, ArticleBlock& block) {
  if (!object.is_object()) return false;
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
                  [&block](const Json& item) { block.images.push_back(read_image(item)); });
  for_each_object(object, "rows",
                  [&block](const Json& item) { block.rows.push_back(read_row(item)); });
  const Json* embed = member(object, "embed");
  // Its words are the block's: what is no embed has its own.
  if (embed != nullptr && embed->is_object() && form_of(block) == Form::embed)
    read_embed(*embed, block);
  read_content(object, block);
  return true;
}

// False when the list is not there or holds something that is no block.
bool read_blocks(const Json& object, std::string_view name, std::vector<ArticleBlock>& blocks) {
  const Json* list = member(object, name);
  if (list == nullptr || !list->is_array()) return false;
  for (const Json& item : *list) {
    blocks.emplace_back();
    if (!read_block(item, blocks.back())) return false;
    const std::size_t count = blocks.size();
    if (count > 1 && blocks[count - 2].id >= blocks[count - 1].id) return false;
  }
  return true;
}

bool read_containers(const Json& object, std::vector<Container>& containers) {
  bool is_valid = true;
  for_each_object(object, "containers", [&](const Json& item) {
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

MetadataSource source_at(const Json& sources, std::string_view name) {
  return metadata_source_named(string_at(sources, name)).value_or(MetadataSource::none);
}

Metadata read_metadata_members(const Json& object) {
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
  const Json* sources = member(object, "sources");
  if (sources == nullptr || !sources->is_object()) return metadata;
  metadata.sources = {source_at(*sources, "title"),     source_at(*sources, "byline"),
                      source_at(*sources, "dek"),       source_at(*sources, "site_name"),
                      source_at(*sources, "published"), source_at(*sources, "modified"),
                      source_at(*sources, "section"),   source_at(*sources, "tags"),
                      source_at(*sources, "url"),       source_at(*sources, "lead_image"),
                      source_at(*sources, "language")};
  return metadata;
}

} // namespace

std::optional<Article> parse_article(std::string_view json) {
  const Json object = Json::parse(json, nullptr, false);
  if (!object.is_object()) return std::nullopt;
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
  for_each_object(object, "other_articles", [&article](const Json& item) {
    article.other_articles.push_back(
        {string_at(item, "title"), strings_at(item, "byline"), number_at(item, "paragraphs", 0)});
  });
  return article;
}

} // namespace lectern
