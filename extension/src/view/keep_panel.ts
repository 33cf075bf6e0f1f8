// What a reader takes along: copies, files, print, share, and the list of highlights and notes. Files are
// made on this machine.

import {text} from "../shared/browser";
import {CodedError, send} from "../shared/messages";
import type {ArticleView} from "./article_view";
import {element} from "../shared/dom";
import {bookPictures, placePictures} from "./book_pictures";
import {makeEpub, type BookText} from "./epub";
import type {Highlights} from "./highlights";

type FileFormat = "markdown" | "html" | "text";
const kFiles: Record<FileFormat, {type: string; ending: string}> = {
  markdown: {type: "text/markdown", ending: "md"},
  html: {type: "text/html", ending: "html"},
  text: {type: "text/plain", ending: "txt"},
};
const kLongestName = 80;

/** A file name that every system takes. */
export function fileName(title: string, ending: string): string {
  const name = title.replace(/[\u0000-\u001f<>:"/\\|?*]+/g, " ").replace(/\s+/g, " ").trim().slice(0, kLongestName).replace(/[. ]+$/, "");
  return `${name || "article"}.${ending}`;
}

export class KeepPanel {
  readonly root: HTMLElement;
  private readonly status = element("p", {class: "panel-status", attributes: {role: "status"}});
  private readonly notes = element("div", {class: "notes-list"});

  constructor(private readonly view: ArticleView, private readonly highlights: Highlights, private readonly onPrint: () => void, private readonly onGoTo: () => void) {
    const action = (name: string, label: string, act: () => Promise<void> | void): HTMLElement =>
      element("button", {class: "menu-item", attributes: {type: "button", "data-action": name}, on: {click: () => void this.attempt(act)}}, label);
    this.root = element(
      "section", {class: "panel keep", attributes: {"aria-label": text("keep"), role: "group", hidden: true}},
      action("copy-markdown", text("copyMarkdown"), () => this.copy()),
      action("save-markdown", text("saveMarkdown"), () => this.saveText("markdown")),
      action("save-html", text("saveHtml"), () => this.saveText("html")),
      action("save-epub", text("saveEpub"), () => this.saveEpub()),
      action("save-text", text("saveText"), () => this.saveText("text")),
      action("print", text("print"), () => this.onPrint()),
      typeof navigator.share === "function" && action("share", text("share"), () => this.share()),
      this.status,
      this.notes,
    );
    this.showNotes();
  }

  showNotes(): void {
    const list = [...this.highlights.all].sort((a, b) => a.start - b.start);
    this.notes.replaceChildren();
    if (list.length === 0) {
      this.notes.append(element("p", {class: "panel-note"}, text("noHighlights")));
      return;
    }
    this.notes.append(
      element("h2", {}, text("highlights")),
      element(
        "ul", {attributes: {role: "list"}},
        ...list.map(({id, quote, note}) =>
          element(
            "li", {},
            element(
              "button",
              {
                class: "note-link", attributes: {type: "button"},
                on: {
                  click: () => {
                    this.onGoTo();
                    this.highlights.goTo(id);
                  },
                },
              },
              element("span", {class: "note-quote"}, quote),
              note !== "" && element("span", {class: "note-text"}, note),
            ),
          ),
        ),
      ),
      element("button", {class: "text-button", attributes: {type: "button", "data-action": "save-notes"}, on: {click: () => void this.attempt(() => this.saveNotes())}}, text("saveNotes")),
    );
  }

  private async attempt(act: () => Promise<void> | void): Promise<void> {
    this.status.textContent = "";
    try {
      await act();
    } catch (error) {
      const isAlone = error instanceof CodedError && error.code === "disconnected";
      this.status.textContent = isAlone ? `${text("disconnectedTitle")}. ${text("disconnectedText")}` : text("didNotWork");
    }
  }

  private get title(): string {
    return this.view.article.title ?? this.view.article.site_name ?? "";
  }

  private render(format: FileFormat): Promise<string> {
    return send("export.render", {article: this.view.article, format, restored: this.view.restoredIds});
  }

  private async copy(): Promise<void> {
    const markdown = await this.render("markdown");
    if (navigator.clipboard) await navigator.clipboard.writeText(markdown);
    else this.copyOldWay(markdown);
    this.status.textContent = text("copied");
  }

  /** Pages without a secure connection have no clipboard object. */
  private copyOldWay(words: string): void {
    const field = element("textarea", {class: "hidden-label"});
    field.value = words;
    this.root.append(field);
    field.select();
    const isCopied = document.execCommand("copy");
    field.remove();
    if (!isCopied) throw new Error("the browser did not copy");
  }

  private async saveText(format: FileFormat): Promise<void> {
    const {type, ending} = kFiles[format];
    this.save([await this.render(format)], `${type};charset=utf-8`, ending);
  }

  private async saveEpub(): Promise<void> {
    this.save([makeEpub(this.view.article, await this.bookText(), text("outline"))], "application/epub+zip", "epub");
  }

  private async bookText(): Promise<BookText> {
    const body = this.view.ownBody();
    const pictures = await bookPictures(this.view.body);
    placePictures(body, pictures, text("picture"));
    const headings = [...body.querySelectorAll("h2, h3")].map((heading, index) => {
      heading.id = `part-${index + 1}`;
      return {id: heading.id, text: heading.textContent?.trim() ?? ""};
    });
    return {xhtml: new XMLSerializer().serializeToString(body), pictures: [...new Set(pictures)].filter((picture) => picture !== null), headings};
  }

  /** Needs nobody: what cannot be stored can still be taken along. */
  saveNotes(): void {
    const lines = [...this.highlights.all].sort((a, b) => a.start - b.start)
      .map(({quote, note}) => `> ${quote.replace(/\s+/g, " ")}\n${note === "" ? "" : `\n${note}\n`}`);
    const source = this.view.article.url ? `\n<${this.view.article.url}>\n` : "";
    this.save([`# ${this.title}\n${source}\n${lines.join("\n")}`], "text/markdown;charset=utf-8", "notes.md");
  }

  private save(parts: BlobPart[], type: string, ending: string): void {
    const address = URL.createObjectURL(new Blob(parts, {type}));
    const link = element("a", {attributes: {href: address, download: fileName(this.title, ending)}});
    this.root.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    this.status.textContent = text("saved", fileName(this.title, ending));
  }

  private async share(): Promise<void> {
    const url = this.view.article.url ?? location.href;
    try {
      await navigator.share({title: this.title, url});
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) throw error;
    }
  }
}
