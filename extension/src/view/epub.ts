// An article as an EPUB 3 book: one chapter, its pictures, the table of contents, no style but the reader's own.

import type {Article} from "../shared/article";
import type {BookPicture} from "./book_pictures";
import {zip, type ZipEntry} from "../shared/zip";

const kXmlEscapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"};

/** XML knows no way to write most control characters, so they are left out. */
export function escapeXml(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "").replace(/[&<>"]/g, (character) => kXmlEscapes[character] ?? "");
}

export interface BookText {
  /** The body as well-formed XHTML; it shows no pictures but those of the book. */
  xhtml: string;
  pictures: readonly BookPicture[];
  headings: readonly {id: string; text: string}[];
}

function page(language: string, title: string, body: string): string {
  const lang = escapeXml(language || "en");
  return `<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${lang}" xml:lang="${lang}">
<head><title>${escapeXml(title)}</title></head>
<body>${body}</body>
</html>`;
}

const kContainer = `<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`;

export function makeEpub(article: Article, {xhtml, pictures, headings}: BookText, contentsTitle: string, changed = new Date()): Uint8Array<ArrayBuffer> {
  const title = article.title ?? article.site_name ?? "";
  const language = article.language ?? "en";
  const direction = article.direction === "rtl" ? ' page-progression-direction="rtl"' : "";
  const creators = article.byline.map((name) => `<dc:creator>${escapeXml(name)}</dc:creator>`).join("");
  const source = article.url ? `<dc:source>${escapeXml(article.url)}</dc:source>` : "";
  const publisher = article.site_name ? `<dc:publisher>${escapeXml(article.site_name)}</dc:publisher>` : "";
  const day = article.published ? `<dc:date>${escapeXml(article.published)}</dc:date>` : "";
  const book = `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="${escapeXml(language)}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">${escapeXml(article.url ?? title)}</dc:identifier><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language>
${creators}${source}${publisher}${day}
<meta property="dcterms:modified">${changed.toISOString().slice(0, 19)}Z</meta>
</metadata>
<manifest>
<item id="text" href="text.xhtml" media-type="application/xhtml+xml"/>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
${pictures.map(({name, type}, index) => `<item id="picture-${index + 1}" href="${name}" media-type="${type}"/>`).join("\n")}
</manifest>
<spine${direction}><itemref idref="text"/></spine>
</package>`;
  const byline = article.byline.length > 0 ? `<p>${escapeXml(article.byline.join(", "))}</p>` : "";
  const dek = article.dek ? `<p><em>${escapeXml(article.dek)}</em></p>` : "";
  const origin = article.url ? `<hr/><p><a href="${escapeXml(article.url)}">${escapeXml(article.url)}</a></p>` : "";
  const text = page(language, title, `<h1 id="start">${escapeXml(title)}</h1>${dek}${byline}${xhtml}${origin}`);
  const links = [{id: "start", text: title}, ...headings].map(({id, text: name}) => `<li><a href="text.xhtml#${escapeXml(id)}">${escapeXml(name)}</a></li>`).join("");
  const contents = page(language, contentsTitle, `<nav epub:type="toc"><h1>${escapeXml(contentsTitle)}</h1><ol>${links}</ol></nav>`);

  const encode = (name: string, words: string): ZipEntry => ({name, data: new TextEncoder().encode(words)});
  return zip([
    encode("mimetype", "application/epub+zip"), // first and uncompressed, as readers expect
    encode("META-INF/container.xml", kContainer),
    encode("book.opf", book),
    encode("contents.xhtml", contents),
    encode("text.xhtml", text),
    ...pictures.map(({name, data}) => ({name, data})),
  ]);
}
