// A page to paste text into and read it: from a mail, a document, or a page that lets no extension in.

import {interfaceDirection, interfaceLanguage, text} from "../shared/browser";
import {element} from "../shared/dom";
import {send, type Snapshot} from "../shared/messages";
import {crc32} from "../shared/zip";

/** What was pasted with its markup, as long as its text is what the field holds. */
let pasted: {html: string; text: string} | null = null;

const field = element("textarea", {attributes: {id: "pasted", rows: 16, spellcheck: "false", autofocus: true, placeholder: text("pasteNote")}});

function snapshot(): Snapshot {
  const words = field.value;
  const isMarkup = pasted !== null && pasted.text === words;
  return {url: "", input: isMarkup ? "html" : "text", content: isMarkup ? (pasted?.html ?? "") : words, truncated: false};
}

/** The same text is the same article, so that highlights are found again. */
function addressOf(words: string): string {
  return `pasted:${crc32(new TextEncoder().encode(words)).toString(16)}`;
}

/** The script that reads pages reads this, too, when it finds it here. */
function read(): void {
  if (field.value.trim() === "") {
    field.focus();
    return;
  }
  (globalThis as {lecternWhat?: object}).lecternWhat = {snapshot: snapshot(), url: addressOf(field.value)};
  const script = element("script", {attributes: {src: "reader.js"}});
  script.addEventListener("load", () => script.remove());
  document.head.append(script);
}

field.addEventListener("paste", (event) => {
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (html === "" || field.value.trim() !== "") return;
  setTimeout(() => {
    pasted = {html, text: field.value};
  }, 0);
});

async function fill(): Promise<void> {
  document.documentElement.lang = interfaceLanguage();
  document.documentElement.dir = interfaceDirection();
  document.title = text("menuPaste");
  const {theme} = await send("settings.get", null).catch(() => ({theme: "auto"}));
  document.body.dataset["theme"] = theme;
  document.body.append(
    element(
      "main", {},
      element("h1", {}, element("label", {attributes: {for: "pasted"}}, text("menuPaste"))),
      field,
      element("p", {}, element("button", {class: "main-button", attributes: {type: "button", "data-action": "read"}, on: {click: read}}, text("pasteRead"))),
      element("p", {class: "soft"}, text("privacyTitle")),
    ),
  );
  field.focus();
}

void fill();
