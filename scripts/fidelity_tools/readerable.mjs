// What Readability's isProbablyReaderable says of pages: file lists in, JSON Lines {"id", "readable"} out.
//   node readerable.mjs < pages.jsonl      each line {"id", "html"}
import {createInterface} from "node:readline";

const {parseHTML} = await import("linkedom");
const {isProbablyReaderable} = await import("@mozilla/readability");

for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
  const {id, html} = JSON.parse(line);
  let readable = false;
  try {
    readable = isProbablyReaderable(parseHTML(html).document);
  } catch {
    // It knows no such page; what it cannot read it does not offer.
  }
  process.stdout.write(JSON.stringify({id, readable}) + "\n");
}
