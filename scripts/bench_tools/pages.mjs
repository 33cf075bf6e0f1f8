// The pages that are measured on: the corpus' at even distances, and long ones made of them.
import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';

const MOST_BYTES = 2_000_000; // of one page of the set; larger ones are measured on their own

export function readPages(root, wanted) {
  const corpus = join(root, 'build/corpus');
  const files = existsSync(join(corpus, 'manifest.jsonl'))
    ? readFileSync(join(corpus, 'manifest.jsonl'), 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line))
        .map(({dataset, id, url, encoding}) => ({key: `${dataset}/${id}`, url: url ?? '', encoding, file: join(corpus, dataset, id, 'page.html')}))
    : readdirSync(join(root, 'tests/corpus')).sort()
        .map((name) => ({key: name, url: `https://news.example/${name}`, encoding: 'utf-8', file: join(root, 'tests/corpus', name, 'page.html')}));
  const present = files.filter(({file}) => existsSync(file));
  const step = Math.max(1, present.length / wanted);
  const chosen = [];
  for (let at = 0; Math.floor(at) < present.length && chosen.length < wanted; at += step) chosen.push(present[Math.floor(at)]);
  return chosen.map(({key, url, encoding, file}) => ({key, url, html: decode(readFileSync(file), encoding)}))
    .filter(({html}) => Buffer.byteLength(html) <= MOST_BYTES);
}

function decode(bytes, encoding) {
  try {
    return new TextDecoder(encoding || 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

function bodyOf(html) {
  const lower = html.toLowerCase();
  const open = lower.indexOf('<body'), close = lower.lastIndexOf('</body>');
  return html.slice(open < 0 ? 0 : html.indexOf('>', open) + 1, close < 0 ? undefined : close);
}

function withoutScripts(html) {
  const lower = html.toLowerCase(), parts = [];
  for (let at = 0; at >= 0;) {
    const script = lower.indexOf('<script', at);
    parts.push(html.slice(at, script < 0 ? undefined : script));
    const end = script < 0 ? -1 : lower.indexOf('</script>', script);
    at = end < 0 ? -1 : end + '</script>'.length;
  }
  return parts.join('');
}

/** A page of that many bytes: bodies one after another, without the scripts that are most of some. */
export function longPage(pages, bytes) {
  const bodies = pages.map(({html}) => withoutScripts(bodyOf(html)));
  const parts = [];
  let size = 0;
  for (let i = 0; size < bytes; i = (i + 1) % bodies.length) {
    parts.push(bodies[i]);
    size += Buffer.byteLength(bodies[i]);
  }
  return `<!doctype html><html><head><title>A long page</title></head><body>${Buffer.from(parts.join('')).subarray(0, bytes).toString()}</body></html>`;
}

export const asLines = (pages) => pages.map(({key, url, html}) => JSON.stringify({id: key, url, html})).join('\n') + '\n';
