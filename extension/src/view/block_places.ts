// Which element shows which kept block. The engine's markup and its list of blocks are two renderings of
// the same thing in the same order, so one walk over both finds each block's element by its text.

import type {ArticleBlock} from "../shared/article";

const kBlockElements = "p, h2, h3, h4, h5, h6, li, dt, dd, figure, table, pre, hr, blockquote, summary, div, aside, section";
/** How far ahead of its turn an element may stand. */
const kLookAhead = 40;

function plain(text: string | null): string {
  return (text ?? "").replace(/\s+/g, "");
}

interface Candidate {
  readonly element: Element;
  readonly text: string;
}

/** Blocks without text of their own are known by their element. */
function showsWithoutText(block: ArticleBlock, element: Element): boolean {
  if (block.kind === "divider") return element.localName === "hr";
  return (block.kind === "figure" || block.kind === "embed") && element.localName === "figure";
}

function shows(block: ArticleBlock, text: string, {element, text: shown}: Candidate): boolean {
  if (block.kind === "figure" || block.kind === "embed" || block.kind === "divider") return showsWithoutText(block, element);
  if (text === "") return false;
  if (shown === text) return true;
  return block.kind === "list_item" && element.localName === "li" && shown.startsWith(text);
}

/** The element of each kept block's id; blocks that the markup does not show as one element are missing. */
export function findBlockPlaces(body: ParentNode, blocks: readonly ArticleBlock[]): Map<number, Element> {
  const places = new Map<number, Element>();
  for (const element of body.querySelectorAll("[data-block]")) places.set(Number(element.getAttribute("data-block")), element);
  if (places.size > 0) return places;

  const candidates: Candidate[] = [...body.querySelectorAll(kBlockElements)].map((element) => ({element, text: plain(element.textContent)}));
  let next = 0;
  for (const block of blocks) {
    const text = plain(block.text);
    const end = Math.min(candidates.length, next + kLookAhead);
    for (let i = next; i < end; ++i) {
      const candidate = candidates[i];
      if (!candidate || !shows(block, text, candidate)) continue;
      // Of nested elements with the same text the innermost is the block.
      let innermost = i;
      while (block.kind !== "figure" && candidates[innermost + 1]?.text === candidate.text &&
             candidate.element.contains(candidates[innermost + 1]?.element ?? null)) ++innermost;
      const found = candidates[innermost];
      if (found) places.set(block.id, found.element);
      next = innermost + 1;
      break;
    }
  }
  return places;
}
