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

/** A text of the interface in the reader's language. An unknown key gives the key, so that it is seen. */
export function text(key: string, ...values: (string | number)[]): string {
  return browser.i18n.getMessage(key, values.map(String)) || key;
}

/** The language of the interface, such as "en" or "pt-BR". */
export function interfaceLanguage(): string {
  return browser.i18n.getUILanguage();
}

/** "ltr" or "rtl": the direction of the interface. */
export function interfaceDirection(): "ltr" | "rtl" {
  return browser.i18n.getMessage("@@bidi_dir") === "rtl" ? "rtl" : "ltr";
}
