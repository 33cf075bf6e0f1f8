// The article as the JSON object that core/data/article.schema.json describes. It holds enough to
// read the Article back: text content is read from each block's HTML.

#include <algorithm>
#include <array>

#include "lectern/render.hpp"
#include "render/block_steps.hpp"
#include "render/container_names.hpp"
#include "render/html_parts.hpp"
#include "render/json_text.hpp"
#include "render/plain_text.hpp"

namespace lectern {
namespace {

void write_strings(JsonText& json, std::string_view name, const std::vector<std::string>& list) {
  json.key(name);
  json.begin_array();
  for (const std::string& text : list) json.string(text);
  json.end_array();
}

// Only what plain text cannot say needs its markup beside it.
bool is_plain_text(const Inlines& inlines) {
  return std::all_of(inlines.begin(), inlines.end(),
                     [](const Inline& part) { return part.type == Inline::Type::text; });
}

std::string inlines_to_html(const Inlines& inlines) {
  std::string html;
  NoteLinks no_notes;
  append_inlines_html(html, inlines, no_notes);
  return html;
}

// `name` with the text and, where there is more to it, `name_html`.
void write_inlines(JsonText& json, std::string_view name, const Inlines& inlines) {
  if (inlines.empty()) return;
  json.member(name, plain_text(inlines));
  if (!is_plain_text(inlines)) json.member(std::string(name) + "_html", inlines_to_html(inlines));
}

void write_size(JsonText& json, int width, int height) {
  if (width > 0) json.key("width"), json.number(long{width});
  if (height > 0) json.key("height"), json.number(long{height});
}

void write_images(JsonText& json, const std::vector<Image>& images) {
  json.key("images");
  json.begin_array();
  for (const Image& image : images) {
    json.begin_object();
    json.member("url", image.url);
    json.member("alt", image.alt);
    json.member_if("link", image.link);
    write_size(json, image.width, image.height);
    if (!image.sources.empty()) {
      json.key("sources");
      json.begin_array();
      for (const ImageSource& source : image.sources) {
        json.begin_object();
        json.member("url", source.url);
        if (source.width > 0) json.key("width"), json.number(long{source.width});
        if (source.density > 0) json.key("density"), json.number(source.density);
        json.end_object();
      }
      json.end_array();
    }
    json.end_object();
  }
  json.end_array();
}

void write_rows(JsonText& json, const std::vector<TableRow>& rows) {
  json.key("rows");
  json.begin_array();
  for (const TableRow& row : rows) {
    json.begin_object();
    json.key("in_head"), json.boolean(row.in_head);
    json.key("cells");
    json.begin_array();
    for (const TableCell& cell : row.cells) {
      json.begin_object();
      json.member("text", plain_text(cell.content));
      if (!is_plain_text(cell.content)) json.member("text_html", inlines_to_html(cell.content));
      if (cell.is_header) json.key("is_header"), json.boolean(true);
      if (cell.column_span > 1) json.key("column_span"), json.number(long{cell.column_span});
      if (cell.row_span > 1) json.key("row_span"), json.number(long{cell.row_span});
      json.end_object();
    }
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_embed(JsonText& json, const ArticleBlock& block) {
  json.key("embed");
  json.begin_object();
  json.member("url", block.embed.url);
  json.member("type", block.embed.type.empty() ? "frame" : block.embed.type);
  json.member_if("provider", block.embed.provider);
  json.member_if("title", block.embed.title);
  json.member_if("poster", block.embed.poster);
  write_inlines(json, "content", block.content);
  json.end_object();
}

// What kept and removed blocks share, without the braces.
void write_block_members(JsonText& json, const ArticleBlock& block) {
  json.member("kind", name_of(block.kind));
  json.member_if("reason", block.reason);
  json.key("confidence"), json.number(static_cast<double>(block.confidence));
  if (block.uncertain) json.key("uncertain"), json.boolean(true);
  if (block.container >= 0) json.key("container"), json.number(long{block.container});
  if (form_of(block) == Form::heading)
    json.key("level"), json.number(long{std::clamp(block.level, 2, 6)});
  json.member_if("anchor", block.anchor);
  json.member_if("language", block.language);
  json.member_if("direction", block.direction);
  json.member_if("code_language", block.code_language);
  write_inlines(json, "caption", block.caption);
  write_inlines(json, "credit", block.credit);
  if (!block.images.empty() || block.kind == Kind::figure) write_images(json, block.images);
  if (!block.embed.url.empty() || block.kind == Kind::embed) write_embed(json, block);
  if (!block.rows.empty() || block.kind == Kind::table) write_rows(json, block.rows);
  json.member("html", block_to_html(block));
  json.member("text", block_to_text(block));
}

void write_containers(JsonText& json, const std::vector<Container>& containers) {
  json.key("containers");
  json.begin_array();
  for (const Container& container : containers) {
    json.begin_object();
    json.member("type", name_of(container.type));
    json.key("parent");
    if (container.parent < 0)
      json.null();
    else
      json.number(long{container.parent});
    if (container.type == Container::Type::ordered_list) {
      json.key("start"), json.number(long{container.start});
      json.key("reversed"), json.boolean(container.reversed);
      json.member("numbering", std::string_view(&container.numbering, 1));
    }
    json.member_if("cite", container.cite);
    json.member_if("anchor", container.anchor);
    json.end_object();
  }
  json.end_array();
}

void write_sources(JsonText& json, const Metadata::Sources& sources) {
  const std::array<std::pair<std::string_view, MetadataSource>, 11> fields = {
      {{"title", sources.title},
       {"byline", sources.byline},
       {"dek", sources.dek},
       {"site_name", sources.site_name},
       {"published", sources.published},
       {"modified", sources.modified},
       {"section", sources.section},
       {"tags", sources.tags},
       {"url", sources.url},
       {"lead_image", sources.lead_image},
       {"language", sources.language}}};
  json.key("sources");
  json.begin_object();
  for (const auto& [name, source] : fields) json.member(name, name_of(source));
  json.end_object();
}

void write_metadata(JsonText& json, const Metadata& metadata) {
  json.member_or_null("title", metadata.title);
  write_strings(json, "byline", metadata.byline);
  json.member_or_null("dek", metadata.dek);
  json.member_or_null("site_name", metadata.site_name);
  json.member_or_null("published", metadata.published);
  json.member_or_null("modified", metadata.modified);
  json.member_or_null("section", metadata.section);
  write_strings(json, "tags", metadata.tags);
  json.member_or_null("url", metadata.url);
  json.member_or_null("lead_image", metadata.lead_image);
  json.member_or_null("language", metadata.language);
  json.member_or_null("direction", metadata.direction);
  json.key("is_free"), json.boolean(metadata.is_free);
}

void write_other_articles(JsonText& json, const std::vector<OtherArticle>& others) {
  json.key("other_articles");
  json.begin_array();
  for (const OtherArticle& other : others) {
    json.begin_object();
    json.member("title", other.title);
    write_strings(json, "byline", other.byline);
    json.key("paragraphs"), json.number(long{other.paragraphs});
    json.end_object();
  }
  json.end_array();
}

// Restored blocks are shown ones; they keep the kind that they were removed by.
void write_blocks(JsonText& json, const Article& article, const std::vector<int>& restored) {
  const auto is_restored = [&restored](const ArticleBlock& block) {
    return std::find(restored.begin(), restored.end(), block.id) != restored.end();
  };
  const auto write_shown = [&json](const ArticleBlock& block) {
    json.begin_object();
    json.key("id"), json.number(long{block.id});
    write_block_members(json, block);
    json.end_object();
  };
  json.key("blocks");
  json.begin_array();
  auto removed = article.removed.begin();
  const auto write_restored_before = [&](const ArticleBlock* next) {
    for (; removed != article.removed.end() && (next == nullptr || removed->id < next->id);
         ++removed)
      if (is_restored(*removed)) write_shown(*removed);
  };
  for (const ArticleBlock& block : article.blocks) {
    write_restored_before(&block);
    write_shown(block);
  }
  write_restored_before(nullptr);
  json.end_array();

  json.key("removed");
  json.begin_array();
  std::size_t shown = 0;
  for (const ArticleBlock& block : article.removed) {
    if (is_restored(block)) continue;
    while (shown < article.blocks.size() && article.blocks[shown].id < block.id) ++shown;
    json.begin_object();
    json.key("id"), json.number(long{block.id});
    json.key("after");
    if (shown == 0)
      json.null();
    else
      json.number(long{article.blocks[shown - 1].id});
    write_block_members(json, block);
    json.end_object();
  }
  json.end_array();
}

} // namespace

std::string to_json(const Article& article, const RenderOptions& options) {
  std::string out;
  JsonText json(out);
  json.begin_object();
  write_metadata(json, article.metadata);
  json.key("word_count"), json.number(long{article.word_count});
  json.key("reading_minutes"), json.number(long{article.reading_minutes});
  json.key("confidence"), json.number(static_cast<double>(article.confidence));
  json.key("partial"), json.boolean(article.partial);
  json.member_or_null("withheld_notice", article.withheld_notice);
  RenderOptions body_options = options;
  body_options.standalone = false;
  json.member("html", to_html(article, body_options));
  write_blocks(json, article, options.restored);
  write_containers(json, article.containers);
  write_other_articles(json, article.other_articles);
  write_sources(json, article.metadata.sources);
  json.end_object();
  return out;
}

} // namespace lectern
