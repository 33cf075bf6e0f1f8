// The only file that names the browser's extension API. Both browsers answer with promises here.

/** The extension API of the browser that runs us. */
export const browser: typeof chrome = (globalThis as {browser?: typeof chrome}).browser ?? globalThis.chrome;

interface FirefoxElement {
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
}

/** The shadow root of an element, closed ones too, or null. Nothing of the page can see that we asked. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const firefox = (element as FirefoxElement).openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  if (!(element instanceof HTMLElement)) return null;
  return browser.dom?.openOrClosedShadowRoot(element) ?? element.shadowRoot;
}

declare const kTextKeys: readonly string[];

/** Stand for the values of a text until it is used. */
const kMarks = ["\u0001", "\u0002", "\u0003"];
const templates = new Map<string, string>();

function templateOf(key: string): string {
  let template = templates.get(key);
  if (template === undefined) {
    try {
      template = browser.i18n.getMessage(key, kMarks);
    } catch {
      return ""; // the extension was updated; what was remembered before is all there is
    }
    templates.set(key, template);
  }
  return template;
}

/** A text of the interface in the reader's language. An unknown key gives the key, so that it is seen. */
export function text(key: string, ...values: (string | number)[]): string {
  const words = templateOf(key).replace(/[\u0001-\u0003]/g, (mark) => String(values[kMarks.indexOf(mark)] ?? ""));
  return words || key;
}

/** After an update the browser gives an old script no more texts: a view that is open by then needs all of them. */
export function rememberTexts(): void {
  for (const key of kTextKeys) templateOf(key);
}

/** True when the extension has been updated or taken away under this script: nobody answers it any more. */
export function isOrphaned(): boolean {
  try {
    return browser.runtime?.id === undefined;
  } catch {
    return true;
  }
}

/** The language of the interface's texts, such as "en" or "pt-BR"; with the browser's own region where it is the same. */
export function interfaceLanguage(): string {
  const language = text("language");
  const wanted = browser.i18n.getUILanguage();
  return wanted.split("-")[0] === language.split("-")[0] ? wanted : language;
}

/** The direction of those texts; that of the browser's own may be another, where it speaks a language that we do not. */
export function interfaceDirection(): "ltr" | "rtl" {
  return text("direction") === "rtl" ? "rtl" : "ltr";
}
