// Takes the pictures of the README and of the stores: scripts/take_pictures. Not a story; it asserts nothing.

import {writeFile} from "node:fs/promises";
import {join} from "node:path";
import puppeteer, {type Browser} from "puppeteer-core";
import {launchChromium} from "./support/chromium";
import {servePages} from "./support/server";
import {clickInView, closeReader, openReader, selectInView, sleep, until, type ReaderPage} from "./support/session";
import {kExtensionFolder} from "./support/stories";

const kReadme = "docs/pictures";
const kStore = "docs/store";
const kThemes = ["light", "sepia", "dark", "black", "contrast", "own"];
/** Chrome's store takes this size. */
const kStoreSize = {width: 1280, height: 800};
const kOwn = {"--paper": "#e8f0e6", "--ink": "#1d2a20", "--link": "#1f5a3a", "--accent": "#1f5a3a"};

/** By then it is stored that the reader has seen them. */
const kStoredMilliseconds = 1500;

interface Shot {
  width: number;
  height: number;
  theme?: string;
  scroll?: number;
  prepare?: (page: ReaderPage) => Promise<void>;
}

const server = await servePages({}, "demo");
const session = await launchChromium(kExtensionFolder);
const composer: Browser = await puppeteer.launch({executablePath: process.env["LECTERN_CHROMIUM"] ?? "/usr/bin/chromium", pipe: true, args: ["--no-sandbox", "--disable-gpu", "--hide-scrollbars"]});

const page = await session.open(`${server.origin}/index.html`);
// The words above the first article ever are not for pictures.
await openReader(page);
await clickInView(page, ".welcome [data-action=welcomed]");
await sleep(kStoredMilliseconds);
await closeReader(page);

/** A picture of the view over the demonstration page, as a data address. The view is opened anew for each. */
async function shoot({width, height, theme = "light", scroll = 0, prepare}: Shot): Promise<string> {
  await page.resize(width, height);
  await openReader(page);
  await page.inView(
    (dialog, {theme: wanted, top, own}: {theme: string; top: number; own: Record<string, string>}) => {
      dialog.dataset["theme"] = wanted;
      if (wanted === "own") for (const [name, value] of Object.entries(own)) dialog.style.setProperty(name, value);
      for (const image of dialog.querySelectorAll("img")) image.loading = "eager";
      for (const toast of dialog.querySelectorAll(".toast")) toast.remove();
      dialog.querySelector(".scroller")!.scrollTo({top, behavior: "instant"});
    },
    {theme, top: scroll, own: kOwn},
  );
  await prepare?.(page);
  await until("pictures and fonts", () =>
    page.inView((dialog) => Promise.all([document.fonts.ready, ...[...dialog.querySelectorAll("img")].map((image) => image.decode().catch(() => undefined))]).then(() => true)),
  );
  const picture = await page.picture();
  await closeReader(page);
  return `data:image/png;base64,${picture.toString("base64")}`;
}

/** Lays pictures out on a page and writes it as one file. */
async function compose(path: string, pictures: readonly {source: string; name?: string}[], {columns, width, gap = 0}: {columns: number; width: number; gap?: number}): Promise<void> {
  const sheet = await composer.newPage();
  await sheet.setViewport({width, height: 800});
  const cells = pictures.map(({source, name}) => `<figure><img src="${source}">${name ? `<figcaption>${name}</figcaption>` : ""}</figure>`).join("");
  await sheet.setContent(`<!DOCTYPE html><style>*{margin:0}main{display:grid;padding:${gap}px;background:#fff;grid-template-columns:repeat(${columns},1fr);gap:${gap}px;align-items:start}
img{display:block;width:100%;${gap ? "border:1px solid #d0ccc4;border-radius:10px" : ""}}figcaption{padding-top:8px;font:600 15px sans-serif;color:#555;text-align:center}</style><main>${cells}</main>`);
  const laid = await sheet.$("main");
  const isStore = path.startsWith(kStore);
  const bytes = await laid!.screenshot(isStore ? {type: "jpeg", quality: 76} : {type: "webp", quality: 78});
  await writeFile(path, bytes);
  await sheet.close();
  console.log(`${path}  ${Math.round(bytes.length / 1000)} kB`);
}

/** The drawer open, its first block put back. */
const openDrawer = async (shown: ReaderPage): Promise<void> => {
  await clickInView(shown, "[data-panel=removed]");
  await clickInView(shown, ".removed-item .text-button");
};
/** The panel shows the theme of the picture as the one that is chosen. */
const openAppearance = async (shown: ReaderPage): Promise<void> => {
  await clickInView(shown, "[data-panel=appearance]");
  await shown.inView((dialog) => void (dialog.querySelector<HTMLInputElement>(`input[name=theme][value=${dialog.dataset["theme"]}]`)!.checked = true));
};
const openHelp = async (shown: ReaderPage): Promise<void> => {
  await shown.move(4, 400); // away from the buttons
  await shown.press("?");
};
const search = async (shown: ReaderPage): Promise<void> => {
  await shown.press("Control+f");
  await shown.type("keeper");
};
const highlight = async (shown: ReaderPage): Promise<void> => {
  await selectInView(shown, "There is nothing like it anywhere on the North Sea");
  await clickInView(shown, ".selection-bar button");
};

await compose(join(kReadme, "reader.webp"), [{source: await shoot({width: 1120, height: 760})}], {columns: 1, width: 1120});
await compose(join(kReadme, "removed.webp"), [{source: await shoot({width: 1120, height: 640, scroll: 760, prepare: openDrawer})}], {columns: 1, width: 1120});
const themes: {source: string; name: string}[] = [];
for (const theme of kThemes) themes.push({source: await shoot({width: 560, height: 460, theme}), name: theme});
await compose(join(kReadme, "themes.webp"), themes, {columns: 3, width: 1120, gap: 16});
const narrow = [
  {source: await shoot({width: 360, height: 720, theme: "sepia"})},
  {source: await shoot({width: 360, height: 720, theme: "dark", scroll: 1150})},
  {source: await shoot({width: 360, height: 720, theme: "light", prepare: openAppearance})},
  {source: await shoot({width: 360, height: 720, theme: "light", prepare: openHelp})},
];
await compose(join(kReadme, "narrow.webp"), narrow, {columns: 4, width: 1120, gap: 16});

const store: readonly (readonly [string, Partial<Shot>])[] = [
  ["1-article.jpg", {}], ["2-removed.jpg", {scroll: 700, prepare: openDrawer}], ["3-dark.jpg", {theme: "dark", scroll: 1500}],
  ["4-appearance.jpg", {theme: "sepia", prepare: openAppearance}], ["5-search.jpg", {prepare: async (shown) => { await highlight(shown); await search(shown); }}],
];
for (const [name, shot] of store) await compose(join(kStore, name), [{source: await shoot({...kStoreSize, ...shot})}], {columns: 1, width: kStoreSize.width});

await composer.close();
await session.close();
await server.close();
process.exit(0);
