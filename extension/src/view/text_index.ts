// The text of an element as one string, and ranges by offsets in it. Blocks that the reader put back do not
// count: what is stored by offset must not move when they come and go.

const kLeftOut = "[data-removed], .place-mark";
/** Words of the reader itself among those of the article. */
const kOwnWords = ".welcome";

export class TextIndex {
  readonly text: string;
  private readonly nodes: {node: Text; start: number}[] = [];

  /** With "all", what the reader put back counts too: for what is looked at once and not stored. */
  constructor(readonly root: Element, scope: "own" | "all" = "own") {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
      node instanceof Element && node.matches(scope === "own" ? `${kLeftOut}, ${kOwnWords}` : kOwnWords) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    let text = "";
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!(node instanceof Text)) continue;
      this.nodes.push({node, start: text.length});
      text += node.data;
    }
    this.text = text;
  }

  /** The parts of text nodes between two offsets, in order. */
  *parts(start: number, end: number): Generator<{node: Text; from: number; to: number}> {
    for (const {node, start: at} of this.nodes) {
      const from = Math.max(0, start - at);
      const to = Math.min(node.length, end - at);
      if (from < to) yield {node, from, to};
    }
  }

  range(start: number, end: number): Range | null {
    const parts = [...this.parts(start, end)];
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) return null;
    const range = document.createRange();
    range.setStart(first.node, first.from);
    range.setEnd(last.node, last.to);
    return range;
  }

  /** The offset of a place in the tree; the nearest text after it when the place is no text. */
  offsetOf(container: Node, offset: number): number | null {
    const range = document.createRange();
    range.setStart(container, offset);
    for (const {node, start} of this.nodes) {
      if (node === container) return start + offset;
      if (range.comparePoint(node, 0) >= 0) return start;
    }
    return this.root.contains(container) ? this.text.length : null;
  }
}
