// Pictures that a page draws as the background of an element with little or nothing in it: lazy ones, and posters of players.

const kDrawsPicture = /\bbackground(?:-image)?\s*:[^;]*url\(/i;
/** What a button on a poster says is shorter than this. */
const kLongestLabel = 40;
const kFirstAddress = /url\("((?:https?:|data:image\/)[^"]+)"\)/;

/** The declaration that the engine reads, with the whole address; empty where there is none. The style is asked for only where one is said. */
export function backgroundPicture(element: Element): string {
  const isSaid = kDrawsPicture.test(element.getAttribute("style") ?? "") || element.getAttribute("role") === "img";
  if (!isSaid || (element.textContent ?? "").trim().length > kLongestLabel) return "";
  const address = kFirstAddress.exec(getComputedStyle(element).backgroundImage)?.[1];
  return address === undefined ? "" : `background-image: url('${address.replace(/'/g, "%27")}')`;
}
