// An EPUB 3: the article as one XHTML file, a table of contents of its headings, and the package
// file that names them. Pictures must stand in the file or be links.

#include <algorithm>

#include "lectern/render.hpp"
#include "render/html_parts.hpp"
#include "render/xhtml.hpp"
#include "render/zip_writer.hpp"

namespace lectern {
namespace {

constexpr std::string_view kContainer =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n"
    "<rootfiles><rootfile full-path=\"book/package.opf\" "
    "media-type=\"application/oebps-package+xml\"/></rootfiles>\n</container>\n";

constexpr std::string_view kStyle =
    "body { margin: 5%; line-height: 1.5 }\n"
    "h1 { margin: 0 0 .6em; line-height: 1.15 }\n"
    "h2, h3, h4, h5, h6 { line-height: 1.25 }\n"
    ".dek { font-size: 1.15em }\n"
    ".byline, figcaption, caption, small { font-size: .85em }\n"
    "[data-style=small-caps] { font-variant: small-caps }\n"
    "img { max-width: 100%; height: auto }\n"
    "figure { margin: 1.5em 0 }\n"
    "blockquote { margin: 1em 0 1em 1.5em }\n"
    "aside, figure[data-embed] { border: 1px solid; padding: .5em 1em }\n"
    "pre { white-space: pre-wrap; font-size: .85em }\n"
    "table { border-collapse: collapse }\n"
    "th, td { border-bottom: 1px solid; padding: .25em .5em; text-align: start }\n";

struct PackedImage {
  std::string path; // in book/
  std::string_view media_type;
  const ImageFile* file;
};

// Of the kinds of picture that every reading system shows; empty for others.
std::string_view media_type_of(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xFF\xD8\xFF") return "image/jpeg";
  if (bytes.substr(0, 8) == "\x89PNG\r\n\x1A\n") return "image/png";
  if (bytes.substr(0, 6) == "GIF87a" || bytes.substr(0, 6) == "GIF89a") return "image/gif";
  return {};
}

std::vector<PackedImage> pack(const std::vector<ImageFile>& images) {
  std::vector<PackedImage> packed;
  for (const ImageFile& file : images) {
    const std::string_view media_type = media_type_of(file.bytes);
    const bool is_known =
        std::any_of(packed.begin(), packed.end(),
                    [&file](const PackedImage& image) { return image.file->url == file.url; });
    if (media_type.empty() || is_known) continue;
    const std::string_view kind = media_type.substr(media_type.find('/') + 1);
    packed.push_back({"image-" + std::to_string(packed.size() + 1) + "." + std::string(kind),
                      media_type, &file});
  }
  return packed;
}

// A day as the formats of metadata write it, or nothing.
std::string day_of(std::string_view time) {
  constexpr std::string_view kForm = "0000-00-00";
  if (time.size() < kForm.size()) return {};
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    const bool is_digit = time[i] >= '0' && time[i] <= '9';
    if (kForm[i] == '-' ? time[i] != '-' : !is_digit) return {};
  }
  return std::string(time.substr(0, kForm.size()));
}

std::string page(std::string_view language, std::string_view direction, std::string_view title,
                 std::string_view body) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n"
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\"";
  append_attribute(out, "lang", language);
  append_attribute(out, "xml:lang", language);
  if (is_direction(direction)) append_attribute(out, "dir", direction);
  out += ">\n<head><meta charset=\"utf-8\"/><title>" + xml_escaped(title);
  out += "</title><link rel=\"stylesheet\" href=\"style.css\" type=\"text/css\"/></head>\n<body>\n";
  out.append(body).append("\n</body>\n</html>\n");
  return out;
}

void append_element(std::string& out, std::string_view element, std::string_view text) {
  if (text.empty()) return;
  const std::string_view name = element.substr(0, element.find(' '));
  out.append("<").append(element).append(">").append(xml_escaped(text));
  out.append("</").append(name).append(">\n");
}

std::string header_of(const Metadata& metadata, std::string_view title) {
  std::string out = "<header>\n";
  append_element(out, "h1", title);
  append_element(out, "p class=\"dek\"", metadata.dek);
  std::string line;
  const auto add = [&line](std::string_view part, std::string_view between) {
    if (part.empty()) return;
    if (!line.empty()) line += between;
    line += part;
  };
  for (const std::string& name : metadata.byline) add(name, ", ");
  add(day_of(metadata.published), " | ");
  add(metadata.site_name, " | ");
  append_element(out, "p class=\"byline\"", line);
  return out + "</header>\n";
}

std::string contents_of(std::string_view title, const std::vector<XhtmlHeading>& headings) {
  std::string out = "<nav epub:type=\"toc\" id=\"toc\">\n<h1>" + xml_escaped(title);
  out += "</h1>\n<ol>\n<li><a href=\"article.xhtml\">" + xml_escaped(title) + "</a></li>\n";
  for (const XhtmlHeading& heading : headings) {
    if (heading.text.find_first_not_of(" \n\t") == std::string::npos) continue;
    out += "<li><a";
    append_attribute(out, "href", "article.xhtml#" + heading.id);
    out += ">" + xml_escaped(heading.text) + "</a></li>\n";
  }
  return out + "</ol>\n</nav>";
}

void append_item(std::string& out, std::string_view id, std::string_view path,
                 std::string_view media_type, std::string_view properties) {
  out += "<item";
  append_attribute(out, "id", id);
  append_attribute(out, "href", path);
  append_attribute(out, "media-type", media_type);
  if (!properties.empty()) append_attribute(out, "properties", properties);
  out += "/>\n";
}

std::string package_of(const Metadata& metadata, std::string_view title, std::string_view language,
                       const Xhtml& article, const std::vector<PackedImage>& images) {
  std::string identifier = metadata.url;
  if (identifier.empty()) identifier = "urn:lectern:" + std::to_string(crc32_of(article.body));
  std::string day = day_of(metadata.modified);
  if (day.empty()) day = day_of(metadata.published);
  if (day.empty()) day = "2000-01-01"; // the format demands one

  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" "
      "version=\"3.0\" unique-identifier=\"id\"";
  append_attribute(out, "xml:lang", language);
  out += ">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n";
  append_element(out, "dc:identifier id=\"id\"", identifier);
  append_element(out, "dc:title", title);
  append_element(out, "dc:language", language);
  for (const std::string& name : metadata.byline) append_element(out, "dc:creator", name);
  append_element(out, "dc:date", day_of(metadata.published));
  append_element(out, "dc:publisher", metadata.site_name);
  append_element(out, "dc:description", metadata.dek);
  append_element(out, "dc:source", metadata.url);
  for (const std::string& tag : metadata.tags) append_element(out, "dc:subject", tag);
  append_element(out, "meta property=\"dcterms:modified\"", day + "T00:00:00Z");
  out += "</metadata>\n<manifest>\n";
  append_item(out, "article", "article.xhtml", "application/xhtml+xml",
              article.has_math ? "mathml" : "");
  append_item(out, "contents", "contents.xhtml", "application/xhtml+xml", "nav");
  append_item(out, "style", "style.css", "text/css", "");
  bool has_cover = false;
  for (std::size_t i = 0; i < images.size(); ++i) {
    const bool is_cover = !has_cover && images[i].file->url == metadata.lead_image;
    has_cover = has_cover || is_cover;
    append_item(out, "image-" + std::to_string(i + 1), images[i].path, images[i].media_type,
                is_cover ? "cover-image" : "");
  }
  out += "</manifest>\n<spine";
  if (metadata.direction == "rtl") append_attribute(out, "page-progression-direction", "rtl");
  return out + "><itemref idref=\"article\"/></spine>\n</package>\n";
}

} // namespace

std::string to_epub(const Article& article, const std::vector<ImageFile>& images,
                    const RenderOptions& options) {
  const Metadata& metadata = article.metadata;
  const std::vector<PackedImage> packed = pack(images);
  std::unordered_map<std::string, std::string> paths;
  for (const PackedImage& image : packed) paths.emplace(image.file->url, image.path);

  RenderOptions body_options = options;
  body_options.standalone = false;
  const std::string language = [&metadata] {
    const std::string known = valid_language(metadata.language);
    return known.empty() ? std::string("und") : known;
  }();
  // The title and the address are what a reader knows a book by; one of them is always there.
  std::string title = metadata.title.empty() ? metadata.url : metadata.title;
  if (title.empty()) title = "-";
  const Xhtml xhtml = to_xhtml(to_html(article, body_options), paths, "...");
  std::string body = header_of(metadata, title) + xhtml.body;
  if (!article.withheld_notice.empty()) append_element(body, "p", article.withheld_notice);

  ZipWriter zip;
  zip.add("mimetype", "application/epub+zip"); // first, so that the file can be told by its bytes
  zip.add("META-INF/container.xml", kContainer);
  zip.add("book/package.opf", package_of(metadata, title, language, xhtml, packed));
  zip.add("book/contents.xhtml",
          page(language, metadata.direction, title, contents_of(title, xhtml.headings)));
  zip.add("book/article.xhtml", page(language, metadata.direction, title, body));
  zip.add("book/style.css", kStyle);
  for (const PackedImage& image : packed) zip.add("book/" + image.path, image.file->bytes);
  return std::move(zip).finish();
}

} // namespace lectern
