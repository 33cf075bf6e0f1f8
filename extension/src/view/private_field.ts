// A field for words that are nobody's business but the reader's. A page that listens on its window hears every key
// that is pressed in it, before any script of ours does; what is typed in a frame it does not hear. The frame is
// empty, stands in the closed shadow root, and no list of the page's frames names it. Where the page is in a sandbox
// nobody may reach into a frame of it, and an ordinary field has to do. Frames are dear: each is made when it is first
// written in.

import {element} from "../shared/dom";

type Field = HTMLInputElement | HTMLTextAreaElement;

const kStyle = `
  html, body { block-size: 100%; margin: 0; overflow: hidden; background: transparent; }
  input, textarea { box-sizing: border-box; display: block; inline-size: 100%; block-size: 100%; margin: 0; padding: 6px 10px; border: 0; outline: 0; resize: none; background: transparent; color: inherit; font: inherit; }
  input { padding-block: 0; }
  input::-webkit-search-cancel-button { display: none; }
  ::placeholder { color: inherit; opacity: .72; }`;

export class PrivateField {
  readonly root = element("div", {class: "private-field"});
  private readonly frame: HTMLIFrameElement;
  onInput: () => void = () => undefined;
  /** What hears the keys pressed in the field; the view's own work here as anywhere in it. */
  readonly listeners: ((event: KeyboardEvent) => void)[] = [];
  private words = "";
  private field: Field | null = null;

  constructor(private readonly kind: "input" | "textarea", private readonly label: string, private readonly placeholder: string) {
    this.frame = element("iframe", {attributes: {title: label}});
    // It loads anew, empty, whenever it is put somewhere else.
    this.frame.addEventListener("load", () => this.fill());
  }

  get value(): string {
    return this.words;
  }

  set value(words: string) {
    this.words = words;
    if (this.field) this.field.value = words;
  }

  get hasFocus(): boolean {
    const {activeElement} = this.root.getRootNode() as ShadowRoot;
    return activeElement !== null && this.root.contains(activeElement);
  }

  focus({selects = false} = {}): void {
    const field = this.current();
    this.frame.focus();
    field?.focus();
    if (selects) field?.select();
  }

  /** The field, as long as the frame has not been loaded anew. */
  private current(): Field | null {
    if (this.root.childElementCount === 0) this.root.append(this.frame);
    this.fill();
    this.dress();
    return this.field;
  }

  private fill(): void {
    if (!this.frame.isConnected || this.field?.ownerDocument.defaultView) return;
    const inner = this.frame.contentDocument;
    if (!inner) {
      this.field = this.make(document);
      this.frame.replaceWith(this.field);
      return;
    }
    this.field = this.make(inner);
    const window = inner.defaultView as (Window & typeof globalThis) | null;
    if (window) {
      const sheet = new window.CSSStyleSheet();
      sheet.replaceSync(kStyle);
      inner.adoptedStyleSheets = [sheet];
    }
    inner.body.replaceChildren(this.field);
    this.dress();
  }

  private make(owner: Document): Field {
    const field = owner.createElement(this.kind);
    field.setAttribute("aria-label", this.label);
    field.setAttribute("placeholder", this.placeholder);
    field.setAttribute("autocomplete", "off");
    if (this.kind === "input") {
      field.setAttribute("type", "search");
      field.setAttribute("enterkeyhint", "search");
    }
    field.value = this.words;
    field.addEventListener("keydown", (event) => {
      for (const listen of this.listeners) if (!event.defaultPrevented) listen(event as KeyboardEvent);
    });
    // Not every browser counts a frame as focused while what is in it is.
    for (const [type, isIn] of [["focus", true], ["blur", false]] as const) field.addEventListener(type, () => this.root.classList.toggle("focused", isIn));
    field.addEventListener("input", () => {
      this.words = field.value;
      this.onInput();
    });
    return field;
  }

  /** Wears what the frame wears: styles do not reach into it. */
  private dress(): void {
    const root = this.frame.contentDocument?.documentElement;
    if (!root || !this.field) return;
    const {color, fontSize, fontFamily, direction, colorScheme} = getComputedStyle(this.root);
    Object.assign(root.style, {color, fontSize, fontFamily, lineHeight: "1.4", colorScheme});
    root.dir = direction;
  }
}
