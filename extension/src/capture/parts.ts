// Parts of a page that the reader asks for by themselves.

/** More headings than this are looked through for no title. */
const kHeadingsSearched = 2000;

function plain(text: string | null | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim();
}

export interface SelectedPart {
  readonly range: Range;
  /** As it would be copied, line by line. */
  readonly text: string;
}

/** What the reader has selected on the page, or null. */
export function selectedPart(): SelectedPart | null {
  const selection = getSelection();
  const text = selection?.toString() ?? "";
  if (!selection || selection.rangeCount === 0 || text.trim() === "") return null;
  return {range: selection.getRangeAt(0).cloneRange(), text};
}

function headingOf(page: Document, title: string): Element | null {
  const wanted = plain(title);
  const headings = [...page.querySelectorAll("h1, h2, h3, h4, [role=heading]")].slice(0, kHeadingsSearched);
  return headings.find((heading) => plain(heading.textContent) === wanted) ?? null;
}

/**
 * Where the article with a title stands on a page that holds several: from the largest element around its
 * heading that holds no other of the titles; where they stand side by side, up to the next of them.
 */
export function partWithTitle(page: Document, title: string, others: readonly string[]): Range | null {
  const heading = headingOf(page, title);
  if (!heading) return null;
  const otherHeadings = others.map((other) => headingOf(page, other)).filter((other): other is Element => other !== null && other !== heading);
  let around = heading;
  while (around.parentElement && around.parentElement !== page.body && !otherHeadings.some((other) => around.parentElement?.contains(other))) {
    around = around.parentElement;
  }
  const part = page.createRange();
  part.setStartBefore(around);
  const next = otherHeadings.find((other) => heading.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
  const isWhole = plain(around.textContent).length > 2 * plain(heading.textContent).length;
  if (isWhole) part.setEndAfter(around);
  else if (next) part.setEndBefore(next);
  else part.setEndAfter(around.parentElement?.lastChild ?? around);
  return part;
}
