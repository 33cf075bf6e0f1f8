// The page as the reader sees it, ready for the engine. Long pages are walked in slices, so that the page
// goes on; if it moves things meanwhile, one walk without pauses gives a consistent answer.

import type {Snapshot} from "../shared/messages";
import {nextTask} from "../shared/next_task";
import {ComposedTreeWriter} from "./composed_tree";

/** A slice leaves the rest of a frame to the page. */
const kSliceMilliseconds = 10;

/** The page, or a part of it: what the reader selected, or one of several articles. */
export async function takeSnapshot(page: Document, part: Range | null = null): Promise<Snapshot> {
  const url = page.location.href;
  if (page.contentType === "text/plain") {
    return {url, input: "text", content: part ? part.toString() : (page.body?.textContent ?? ""), truncated: false};
  }
  let writer = new ComposedTreeWriter(page, part);
  for (let isWritten = false; !isWritten;) {
    await nextTask(); // the first slice, too: the script has just taken its time
    const end = performance.now() + kSliceMilliseconds;
    isWritten = writer.write(() => performance.now() >= end);
  }
  if (writer.disturbed) {
    writer = new ComposedTreeWriter(page, part);
    writer.write(() => false);
  }
  return {url, input: "html", content: writer.html, truncated: writer.truncated};
}
