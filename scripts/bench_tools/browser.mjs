// Headless Chromium: the wasm package against DOMParser, clone and Readability, page by page in turn.
import {existsSync, readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {join} from 'node:path';
import puppeteer from 'puppeteer-core';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export async function measureInBrowser(root, pages, rounds) {
  const readability = readFileSync(join(root, 'scripts/fidelity_tools/node_modules/@mozilla/readability/Readability.js'), 'utf8');
  const files = {
    '/': ['text/html', '<!doctype html><title>bench</title>'],
    '/index.mjs': ['text/javascript', readFileSync(join(root, 'build/wasm/index.mjs'))],
    '/lectern.wasm': ['application/wasm', readFileSync(join(root, 'build/wasm/lectern.wasm'))],
    '/readability.js': ['text/javascript', readability],
    '/pages.json': ['application/json', JSON.stringify(pages)],
  };
  const server = createServer((request, response) => {
    const isBeside = request.url.startsWith('/phrases/') || ['/text.model', '/formats.wasm'].includes(request.url);
    const file = isBeside ? ['text/plain', readFileSync(join(root, 'build/wasm', request.url))] : files[request.url];
    response.writeHead(file ? 200 : 404, {'Content-Type': file?.[0] ?? 'text/plain'}).end(file?.[1]);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${server.address().port}`;
  const executablePath = process.env.LECTERN_CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync);
  const browser = await puppeteer.launch({executablePath, pipe: true, args: ARGUMENTS, protocolTimeout: 900_000});
  try {
    const page = await browser.newPage();
    await page.goto(address);
    const perPage = await page.evaluate(compare, rounds);
    const cold = [];
    for (let round = 0; round < rounds; ++round) {
      for (const what of round % 2 ? ['readability', 'lectern'] : ['lectern', 'readability']) {
        const fresh = await (await browser.createBrowserContext()).newPage();
        await fresh.goto(address);
        cold.push({what, ms: await fresh.evaluate(coldStart, what)});
        await fresh.browserContext().close();
      }
    }
    return {perPage, cold};
  } finally {
    await browser.close();
    server.close();
  }
}

// In the page: rounds of [lectern, readability] milliseconds for each page.
async function compare(rounds) {
  const pages = await (await fetch('/pages.json')).json();
  const {loadReader} = await import('/index.mjs');
  const reader = await loadReader({wasm: '/lectern.wasm'});
  await new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement('script'), {src: '/readability.js', onload: resolve, onerror: reject});
    document.head.append(script);
  });
  const lectern = ({html, url}) => reader.extract(html, {url}).html;
  const readability = ({html}) => new Readability(new DOMParser().parseFromString(html, 'text/html').cloneNode(true)).parse()?.content;
  const time = (extract, page) => {
    const start = performance.now();
    try {
      extract(page);
    } catch {
      // no article
    }
    return performance.now() - start;
  };
  for (const page of pages.slice(0, 8)) time(lectern, page), time(readability, page);
  const results = [];
  for (let round = 0; round < rounds; ++round) {
    results.push(pages.map((page, i) => {
      if ((i + round) % 2) {
        const peer = time(readability, page);
        return [time(lectern, page), peer];
      }
      return [time(lectern, page), time(readability, page)];
    }));
    await new Promise((resolve) => setTimeout(resolve));
  }
  return results;
}

// In a fresh page: from nothing to the first page's clean HTML.
async function coldStart(what) {
  const page = (await (await fetch('/pages.json')).json())[0];
  const start = performance.now();
  if (what === 'lectern') {
    const wasm = fetch('/lectern.wasm');
    const {loadReader} = await import('/index.mjs');
    const reader = await loadReader({wasm, languages: []});
    try {
      await reader.extractAsync(page.html, {url: page.url});
    } catch {
      // no article
    }
  } else {
    await new Promise((resolve, reject) => {
      document.head.append(Object.assign(document.createElement('script'), {src: '/readability.js', onload: resolve, onerror: reject}));
    });
    new Readability(new DOMParser().parseFromString(page.html, 'text/html').cloneNode(true)).parse();
  }
  return performance.now() - start;
}
