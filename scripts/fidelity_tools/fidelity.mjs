// Share of the truth's images, links, tables, lists, code blocks and headings that each extractor keeps.
import {existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {parseArgs} from "node:util";
import {contentsOf, missingOf} from "./contents.mjs";
import * as extractors from "./extractors.mjs";

const {values: options} = parseArgs({options: {
  corpus: {type: "string", default: "build/corpus"},
  dataset: {type: "string", default: "mozilla,fundus"},
  lectern: {type: "string", default: "build/native/lectern"},
  models: {type: "string", default: "build/train"}, // Lectern's judges, from scripts/train --folds
  extractors: {type: "string", default: "lectern,readability,defuddle"},
  missing: {type: "string"}, // list what Lectern misses of this kind
  "keep-peers": {type: "boolean", default: false}, // read the peers' answers of the run before
}});

const kinds = ["images", "links", "tables", "lists", "code", "headings"];
const names = options.extractors.split(",");
// The corpus names no address for pages that were made to be served from this one.
const unnamedPage = "http://fakehost/test/page.html";

function pagesOf(dataset) {
  return readFileSync(join(options.corpus, "manifest.jsonl"), "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line))
    .filter((page) => page.dataset === dataset)
    .map((page) => ({...page, key: `${page.dataset}/${page.id}`, folder: join(options.corpus, page.dataset, page.id)}))
    .map((page) => ({...page, file: join(page.folder, "page.html"), url: page.url || unnamedPage}))
    .filter((page) => existsSync(join(page.folder, "truth.html")));
}

async function answersOf(name, pages, dataset) {
  const cache = join("build/fidelity", `${name}-${dataset}.json`);
  if (name !== "lectern" && options["keep-peers"] && existsSync(cache)) return JSON.parse(readFileSync(cache, "utf8"));
  const answers = await extractors[name](pages, {command: options.lectern, models: options.models});
  mkdirSync(dirname(cache), {recursive: true});
  writeFileSync(cache, JSON.stringify(answers));
  return answers;
}

const share = ([kept, all]) => (all === 0 ? "-" : `${((100 * kept) / all).toFixed(1)} %`);

for (const dataset of options.dataset.split(",")) {
  const pages = pagesOf(dataset);
  const truths = pages.map((page) => contentsOf(readFileSync(join(page.folder, "truth.html"), "utf8"), page.url, "", false));
  const table = {};
  for (const name of names) {
    const answers = await answersOf(name, pages, dataset);
    table[name] = Object.fromEntries(kinds.map((kind) => [kind, [0, 0]]));
    pages.forEach((page, i) => {
      const found = contentsOf(answers[i].html, page.url, answers[i].title);
      for (const kind of kinds) {
        const missing = missingOf(kind, truths[i][kind], found[kind]);
        table[name][kind][0] += truths[i][kind].length - missing.length;
        table[name][kind][1] += truths[i][kind].length;
        if (name === "lectern" && options.missing === kind) {
          for (const thing of missing) console.log(`  ${page.key}: ${thing instanceof Set ? [...thing].join(" | ") : Array.isArray(thing) ? thing.join(" / ").slice(0, 160) : thing.slice(0, 160)}`);
        }
      }
    });
  }
  console.log(`\n${dataset}, ${pages.length} pages; Lectern judged by ${extractors.judgeOf(options.models)}\n`);
  console.log(`| | in the truth | ${names.map((name) => name[0].toUpperCase() + name.slice(1)).join(" | ")} |\n|---|---:|${names.map(() => "---:").join("|")}|`);
  for (const kind of kinds.filter((kind) => table[names[0]][kind][1] > 0)) console.log(`| ${kind} | ${table[names[0]][kind][1]} | ${names.map((name) => share(table[name][kind])).join(" | ")} |`);
}
