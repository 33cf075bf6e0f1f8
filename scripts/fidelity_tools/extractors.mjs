// Each extractor: a list of pages in, {html, title} of their articles out, in order; empty where none was found.
import {spawnSync} from "node:child_process";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

/**
 * The fold of each page by its key, as scripts/train parts them: the models of a fold never saw its
 * sites. Null where the models are missing; then the compiled-in one judges, which saw all pages.
 */
function foldsOf(pages, models) {
  if (!existsSync(join(models, "html.fold0.model"))) return null;
  const program = "import json, sys; sys.path.insert(0, 'scripts/training'); import corpus\n" +
    "print(json.dumps([corpus.fold_of(page) for page in json.load(sys.stdin)]))";
  const run = spawnSync(process.env.PYTHON ?? "/usr/bin/python3", ["-c", program], {input: JSON.stringify(pages), encoding: "utf8", maxBuffer: 1 << 28});
  if (run.error || run.status !== 0) throw new Error(`scripts/training/corpus.py: ${run.error?.message ?? run.stderr}`);
  return JSON.parse(run.stdout);
}

export const judgeOf = (models) => (existsSync(join(models, "html.fold0.model")) ? "models out of fold" : "the compiled-in model");

export function lectern(pages, {command, models}) {
  const folds = foldsOf(pages, models);
  const found = new Map();
  for (const fold of new Set(folds ?? [null])) {
    const judged = folds ? pages.filter((page, i) => folds[i] === fold) : pages;
    const input = judged.map((page) => JSON.stringify({id: page.key, url: page.url, html: readFileSync(page.file, "utf8")})).join("\n");
    const model = folds ? ["--development-model", join(models, `html.fold${fold}.model`)] : [];
    const run = spawnSync(command, ["batch", "--format", "json", "--jobs", "2", ...model], {input, maxBuffer: 1 << 30, encoding: "utf8"});
    if (run.error || run.status !== 0) throw new Error(`${command}: ${run.error?.message ?? run.stderr}`);
    for (const line of run.stdout.split("\n").filter(Boolean)) {
      const answer = JSON.parse(line);
      found.set(answer.id, {html: answer.article?.html ?? "", title: answer.article?.title ?? ""});
    }
  }
  return pages.map((page) => found.get(page.key) ?? {html: "", title: ""});
}

export async function readability(pages) {
  const {JSDOM, VirtualConsole} = await import("jsdom");
  const {Readability} = await import("@mozilla/readability");
  return pages.map((page) => {
    const dom = new JSDOM(readFileSync(page.file, "utf8"), {url: page.url, virtualConsole: new VirtualConsole()});
    const article = new Readability(dom.window.document).parse();
    dom.window.close();
    return {html: article?.content ?? "", title: article?.title ?? ""};
  });
}

export async function defuddle(pages) {
  const {parseHTML} = await import("linkedom");
  const {Defuddle} = await import("defuddle/node");
  const articles = [];
  for (const page of pages) {
    const {document} = parseHTML(readFileSync(page.file, "utf8"));
    const article = await Defuddle(document, page.url, {useAsync: false}); // no request leaves the machine
    articles.push({html: article?.content ?? "", title: article?.title ?? ""});
  }
  return articles;
}
