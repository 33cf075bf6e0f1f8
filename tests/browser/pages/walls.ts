// Runs in a page of the test: each wall of the view by itself, on markup as no engine would write it.

import {purify, rebuild} from "../../../extension/src/view/safe_markup";

const kAddresses = new Set(["href", "src", "cite", "poster", "action", "formaction", "xlink:href", "data", "background"]);
const kForbidden = /^(?:script|style|iframe|frame|object|embed|applet|form|input|button|select|textarea|svg|base|link|meta|template|noscript|foreignobject|video|audio|mglyph|malignmark|annotation-xml)$/i;
const kForbiddenAttributes = /^(?:on|style$|srcdoc$|ping$|target$|formaction$|name$|class$|is$|slot$|contenteditable$|autofocus$)/i;
/** As browsers find it: control characters and spaces before it count for nothing, line breaks and tabs nowhere. */
const kScheme = /^[\u0000-\u0020]*[a-z][a-z0-9+.\t\n\r-]*:/i;
const kSafeAddress = /^(?:https?:|mailto:|tel:|#|data:image\/(?:png|jpeg|gif|webp|avif)[;,])/i;

/** What may not stand in a tree that the view shows, one line each. */
function faultsOf(tree: ParentNode): string[] {
  return [...tree.querySelectorAll("*")].flatMap((element) => [
    ...(kForbidden.test(element.localName) ? [`<${element.localName}>`] : []),
    ...[...element.attributes].flatMap(({name, value}) => [
      ...(kForbiddenAttributes.test(name) ? [`${name}="${value}"`] : []),
      // What the first wall leaves relative is an address of the page.
      ...(kAddresses.has(name) && kScheme.test(value) && !kSafeAddress.test(value.trim()) ? [`${name}="${value}"`] : []),
    ]),
  ]);
}

function attached(node: Node): HTMLElement {
  const place = document.createElement("div");
  place.append(node);
  document.body.append(place);
  return place;
}

/** Puts it into the page, and its markup once more, as an editor or another reader would. */
function show(node: Node): string[] {
  const first = attached(node);
  const second = document.createElement("div");
  second.innerHTML = first.innerHTML;
  document.body.append(second);
  const faults = [...faultsOf(first), ...faultsOf(second).map((fault) => `parsed once more: ${fault}`)];
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    element.dispatchEvent(new Event("focus"));
    element.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}));
  }
  first.remove();
  second.remove();
  return faults;
}

const kWalls: Record<string, (html: string) => Node> = {
  "the engine's output, with no wall": (html) => document.createRange().createContextualFragment(html),
  "DOMPurify alone": (html) => purify(html),
  "the rebuilding alone": (html) => rebuild(new DOMParser().parseFromString(html, "text/html").body, document),
};

Object.assign(globalThis, {
  /** What the two walls leave of a piece as the engine writes it. */
  keptBy: (wall: string, html: string): string => attached(kWalls[wall]!(html)).innerHTML,
  tryWall: (wall: string, html: string): string[] => show(kWalls[wall]!(html)),
});
