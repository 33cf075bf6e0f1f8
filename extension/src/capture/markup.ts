// Writing HTML text: escapes, and which attributes of the page are worth passing on.

const kTextEscapes: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;"};
const kValueEscapes: Record<string, string> = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"};

export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (character) => kTextEscapes[character] ?? "") : text;
}

export function escapeValue(value: string): string {
  return /[&"<>]/.test(value) ? value.replace(/[&"<>]/g, (character) => kValueEscapes[character] ?? "") : value;
}

/** Longer values are data for the page's scripts, except where they are addresses. */
const kLongestValue = 1000;
const kLongestAddress = 100_000;
const kAddresses = new Set(["href", "src", "srcset", "poster", "data-src", "data-srcset", "content", "datetime"]);

/** Page code, style and our own marks, which no page may forge; `hidden`, because visibility is decided here. */
function isLeftOut(name: string): boolean {
  return name.startsWith("on") || name === "style" || name === "nonce" || name === "hidden" || name === "srcdoc" ||
    name.startsWith("data-lectern-") || !/^[a-z][a-z0-9:_.-]*$/i.test(name);
}

/** The attributes of one element as they stand in a start tag, `own` in place of the page's. */
export function writeAttributes(element: Element, own: ReadonlyMap<string, string>): string {
  let written = "";
  for (const {name, value} of element.attributes) {
    if (own.has(name) || isLeftOut(name)) continue;
    const limit = kAddresses.has(name) ? kLongestAddress : kLongestValue;
    if (value.length > limit) continue;
    written += value === "" ? ` ${name}` : ` ${name}="${escapeValue(value)}"`;
  }
  for (const [name, value] of own) written += ` ${name}="${escapeValue(value)}"`;
  return written;
}
