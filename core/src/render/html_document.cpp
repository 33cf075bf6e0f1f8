// The standalone document: the body with its headline, byline and dates, readable in any browser
// without Lectern, and with the metadata where other programs look for them.

#include "render/allowed_markup.hpp"
#include "render/html_parts.hpp"

namespace lectern {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1d1d1b; --soft: #5e5c57; --paper: #fdfcf9; --rule: #d9d6ce; --link: #1a4f8b }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e2dfd8; --soft: #a09c93; --paper: #191917; --rule: #3a3833; --link: #8fb8ea }
}
* { box-sizing: border-box }
body { margin: 0; padding: 3rem 1.25rem 5rem; background: var(--paper); color: var(--ink);
  font: 1.1875rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif; overflow-wrap: break-word }
body > * { max-width: 40rem; margin-inline: auto }
header { margin-bottom: 2.25rem }
h1 { margin: 0 0 .6rem; font-size: 2.1rem; line-height: 1.15; text-wrap: balance }
h2, h3, h4, h5, h6 { margin: 2.2em 0 .6em; line-height: 1.25; text-wrap: balance }
h2 { font-size: 1.4rem } h3 { font-size: 1.2rem } h4, h5, h6 { font-size: 1rem }
p, ul, ol, dl, pre, table, blockquote, details { margin: 0 0 1.1em }
.dek { color: var(--soft); font-size: 1.3rem; line-height: 1.4 }
.byline, figcaption, caption, small, [role=note] { color: var(--soft) }
.byline, figcaption, caption, footer { font: .875rem/1.45 system-ui, sans-serif }
a { color: var(--link); text-underline-offset: .15em }
img { max-width: 100%; height: auto }
figure { margin: 2em 0 } figure > img, figure > a > img { display: block } figcaption { margin-top: .5em }
figure[data-embed] { padding: 1em 1.2em; border: 1px solid var(--rule); border-radius: .4em }
blockquote { padding-inline-start: 1.1em; border-inline-start: .2em solid var(--rule) }
aside { margin: 2em 0; padding: 1em 1.2em; border: 1px solid var(--rule); border-radius: .4em }
[data-style=small-caps] { font-variant-caps: small-caps }
li { margin-bottom: .35em } dt { font-weight: bold }
pre { padding: 1em; overflow-x: auto; border: 1px solid var(--rule); border-radius: .4em; font-size: .9rem; line-height: 1.45 }
code, kbd { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em }
table { display: block; overflow-x: auto; border-collapse: collapse; font: .9375rem/1.4 system-ui, sans-serif }
th, td { padding: .4em .7em; border-bottom: 1px solid var(--rule); text-align: start; vertical-align: top }
hr { width: 6em; margin: 2.5em auto; border: 0; border-top: 1px solid var(--rule) }
sup, sub { line-height: 0 } [role=doc-endnotes] { margin-top: 3em; border-top: 1px solid var(--rule); padding-top: 1em; font-size: .9em }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--rule); color: var(--soft) }
@media print { body { padding: 0; font-size: 11pt } }
)";

// The document asks for images and nothing else, and runs nothing.
constexpr std::string_view kContentPolicy =
    "default-src 'none'; img-src http: https: data:; style-src 'unsafe-inline'";

void append_meta(std::string& out, std::string_view key_attribute, std::string_view key,
                 std::string_view value) {
  if (value.empty()) return;
  out += "<meta";
  append_attribute(out, key_attribute, key);
  append_attribute(out, "content", value);
  out += ">\n";
}

void append_head(std::string& out, const Metadata& metadata) {
  out += "<head>\n<meta charset=\"utf-8\">\n";
  append_meta(out, "http-equiv", "Content-Security-Policy", kContentPolicy);
  append_meta(out, "name", "viewport", "width=device-width, initial-scale=1");
  out += "<title>";
  append_escaped(out, metadata.title);
  out += "</title>\n";
  for (const std::string& name : metadata.byline) append_meta(out, "name", "author", name);
  append_meta(out, "name", "description", metadata.dek);
  append_meta(out, "property", "og:type", "article");
  append_meta(out, "property", "og:title", metadata.title);
  append_meta(out, "property", "og:site_name", metadata.site_name);
  if (is_allowed_address(metadata.lead_image, true))
    append_meta(out, "property", "og:image", metadata.lead_image);
  append_meta(out, "property", "article:published_time", metadata.published);
  append_meta(out, "property", "article:modified_time", metadata.modified);
  append_meta(out, "property", "article:section", metadata.section);
  for (const std::string& tag : metadata.tags) append_meta(out, "property", "article:tag", tag);
  if (is_allowed_address(metadata.url, false)) {
    out += "<link rel=\"canonical\"";
    append_attribute(out, "href", metadata.url);
    out += ">\n";
  }
  out.append("<style>").append(kStyle).append("</style>\n</head>\n");
}

void append_time(std::string& out, std::string_view time) {
  constexpr std::size_t kDayLength = 10; // 2026-11-22
  out += "<time";
  if (time.find_first_not_of("0123456789-:+TZ.") == std::string_view::npos)
    append_attribute(out, "datetime", time);
  out += '>';
  append_escaped(out, time.substr(0, kDayLength));
  out += "</time>";
}

void append_header(std::string& out, const Metadata& metadata) {
  out += "<header>\n";
  if (!metadata.title.empty()) {
    out += "<h1>";
    append_escaped(out, metadata.title);
    out += "</h1>\n";
  }
  if (!metadata.dek.empty()) {
    out += "<p class=\"dek\">";
    append_escaped(out, metadata.dek);
    out += "</p>\n";
  }
  std::string line;
  for (const std::string& name : metadata.byline) {
    if (!line.empty()) line += ", ";
    append_escaped(line, name);
  }
  constexpr std::string_view kDot = " &#183; ";
  if (!metadata.published.empty()) {
    if (!line.empty()) line += kDot;
    append_time(line, metadata.published);
  }
  if (!metadata.site_name.empty()) {
    if (!line.empty()) line += kDot;
    append_escaped(line, metadata.site_name);
  }
  if (!line.empty()) out.append("<p class=\"byline\">").append(line).append("</p>\n");
  out += "</header>\n";
}

} // namespace

std::string html_document(const Article& article, std::string_view body) {
  const Metadata& metadata = article.metadata;
  std::string out = "<!DOCTYPE html>\n<html";
  append_language(out, metadata.language, metadata.direction);
  out += ">\n";
  append_head(out, metadata);
  out += "<body>\n";
  append_header(out, metadata);
  out.append("<main>\n").append(body).append("\n</main>\n");
  const bool has_address = is_allowed_address(metadata.url, false);
  if (has_address || !article.withheld_notice.empty()) {
    out += "<footer>\n";
    if (!article.withheld_notice.empty()) {
      out += "<p>";
      append_escaped(out, article.withheld_notice);
      out += "</p>\n";
    }
    if (has_address) {
      out += "<p><a";
      append_attribute(out, "href", metadata.url);
      out += '>';
      append_escaped(out, metadata.url);
      out += "</a></p>\n";
    }
    out += "</footer>\n";
  }
  out += "</body>\n</html>\n";
  return out;
}

} // namespace lectern
