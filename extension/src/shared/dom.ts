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
  appearance: ["M3 18l4.5-12h1l4.5 12M4.7 14h6.6", "M21 11.5v6.5M21 14.8a3.2 3.2 0 1 1-6.4 0a3.2 3.2 0 1 1 6.4 0z"],
  removed: ["M4 6h16M4 11h16M4 16h7", "M15 14.5l5 5M20 14.5l-5 5"],
  outline: ["M9 6h11M9 12h11M9 18h11", "M4.5 6h.01M4.5 12h.01M4.5 18h.01"],
  listen: ["M4 10v4h3.5l4.5 4V6l-4.5 4z", "M15.5 9a4 4 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"],
  keep: ["M12 4v11M7.5 10.5L12 15l4.5-4.5", "M5 19h14"],
  search: ["M10.5 4.5a6 6 0 1 1 0 12a6 6 0 1 1 0-12z", "M15 15l5 5"],
  up: ["M6 15l6-6l6 6"],
  down: ["M6 9l6 6l6-6"],
  previous: ["M15 5l-7 7l7 7"],
  next: ["M9 5l7 7l-7 7"],
  minus: ["M6 12h12"],
  plus: ["M6 12h12M12 6v12"],
  play: ["M8 5.5v13l10.5-6.5z"],
  pause: ["M8.5 6v12M15.5 6v12"],
  back: ["M18 6l-8 6l8 6zM6.5 6v12"],
  forward: ["M6 6l8 6l-8 6zM17.5 6v12"],
  marker: ["M5 19h14", "M8 15l-1-3l8-8l4 4l-8 8l-3-1z"],
  help: ["M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M9.6 10a2.4 2.4 0 1 1 3.6 2.1c-.8.4-1.2.9-1.2 1.7", "M12 16.4h.01"],
  note: ["M5 5h14v10h-7l-4 4v-4H5z", "M8.5 10h7"],
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
