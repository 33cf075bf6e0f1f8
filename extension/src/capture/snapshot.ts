// The page as the reader sees it, ready for the engine. Long pages are walked in slices, so that the page
// goes on; if it moves things meanwhile, one walk without pauses gives a consistent answer.

import type {Snapshot} from "../shared/messages";
import {ComposedTreeWriter} from "./composed_tree";

/** A slice leaves the rest of a frame to the page. */
const kSliceMilliseconds = 10;

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** The page, or a part of it: what the reader selected, or one of several articles. */
export async function takeSnapshot(page: Document, part: Range | null = null): Promise<Snapshot> {
  const url = page.location.href;
  if (page.contentType === "text/plain") {
    return {url, input: "text", content: part ? part.toString() : (page.body?.textContent ?? ""), truncated: false};
  }
  let writer = new ComposedTreeWriter(page, part);
  for (;;) {
    const end = performance.now() + kSliceMilliseconds;
    if (writer.write(() => performance.now() >= end)) break;
    await nextTask();
  }
  if (writer.disturbed) {
    writer = new ComposedTreeWriter(page, part);
    writer.write(() => false);
  }
  return {url, input: "html", content: writer.html, truncated: writer.truncated};
}
