// Each extractor: a list of pages in, {html, title} of their articles out, in order; empty where none was found.
import {spawnSync} from "node:child_process";
import {readFileSync} from "node:fs";

export function lectern(pages, command = "build/native/lectern") {
  const input = pages.map((page) => JSON.stringify({id: page.key, url: page.url, html: readFileSync(page.file, "utf8")})).join("\n");
  const run = spawnSync(command, ["batch", "--format", "json", "--jobs", "2"], {input, maxBuffer: 1 << 30, encoding: "utf8"});
  if (run.error || run.status !== 0) throw new Error(`${command}: ${run.error?.message ?? run.stderr}`);
  const found = new Map();
  for (const line of run.stdout.split("\n").filter(Boolean)) {
    const answer = JSON.parse(line);
    found.set(answer.id, {html: answer.article?.html ?? "", title: answer.article?.title ?? ""});
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
