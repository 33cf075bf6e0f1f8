// Building elements by DOM calls. No markup text, no `style` attribute: pages may forbid both.

export type Child = Node | string | null | undefined | false;

export interface Properties {
  class?: string;
  /** Attributes; a value of false or undefined leaves the attribute out, true writes it empty. */
  attributes?: Record<string, string | number | boolean | undefined>;
  on?: {[Name in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[Name]) => void};
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name, properties: Properties = {}, ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (properties.class) made.className = properties.class;
  for (const [key, value] of Object.entries(properties.attributes ?? {})) {
    if (value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  for (const [type, listener] of Object.entries(properties.on ?? {})) {
    made.addEventListener(type, listener as EventListener);
  }
  for (const child of children) if (child) made.append(child);
  return made;
}

const kSvg = "http://www.w3.org/2000/svg";

/** Line icons on a grid of 24, drawn with round strokes of the text's colour. */
const kIcons = {
  close: ["M6 6l12 12M18 6L6 18"],
  appearance: ["M3.5 18l4.6-12h.8l4.6 12M5 14h7", "M16 18c-2.6 0-2.6-3.4 0-3.6 2-.2 3.9.1 3.9.1v2.200c-.6.9-2.200 1.300-3.900 1.300zM14.300 11.300c1.500-1.500 5.600-1.700 5.600 1.700v5"],
  removed: ["M4 6h16M4 11h16M4 16h6", "M15 14.500l5 5M20 14.500l-5 5"],
  minus: ["M6 12h12"],
  plus: ["M6 12h12M12 6v12"],
} as const;

export type IconName = keyof typeof kIcons;

export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(kSvg, "svg");
  for (const [key, value] of [["viewBox", "0 0 24 24"], ["class", "icon"], ["aria-hidden", "true"]] as const) svg.setAttribute(key, value);
  for (const shape of kIcons[name]) {
    const path = document.createElementNS(kSvg, "path");
    path.setAttribute("d", shape);
    svg.append(path);
  }
  return svg;
}
