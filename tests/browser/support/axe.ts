// Asks axe-core.

import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import type {ServedPage} from "./server";
import type {ReaderPage, Session} from "./session";

const kAxe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Pages that the server has to have for it. */
export const kAxePages: Readonly<Record<string, ServedPage>> = {
  "/axe.js": {body: kAxe},
  "/axe-check": {body: '<!DOCTYPE html><html lang="en"><head><title>The view</title><script src="/axe.js"></script></head><body></body></html>'},
};

interface Violation {
  id: string;
  help: string;
  nodes: string[];
}

interface Axe {
  run(root: Element): Promise<{passes: unknown[]; violations: {id: string; help: string; nodes: {html: string}[]}[]}>;
}

/** On a page of the extension, whose policy lets no script in but ours: the driver brings it. */
export async function violationsOfPage(page: ReaderPage): Promise<Violation[]> {
  await page.evaluate(kAxe);
  return page.inPage(async () => {
    const {axe} = globalThis as unknown as {axe: Axe};
    const {violations: found} = await axe.run(document.documentElement);
    return found.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(({html}) => html.slice(0, 160))}));
  });
}

/** What axe-core finds in the view. It cannot look into a closed shadow root, so elements and styles are laid out in a page of their own. */
export async function violations(session: Session, page: ReaderPage, origin: string): Promise<Violation[]> {
  const view = await page.inView((dialog) => {
    const root = dialog.getRootNode() as ShadowRoot;
    const rules = [...root.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText));
    return {markup: dialog.outerHTML, styles: rules.join("\n")};
  });
  const check = await session.open(`${origin}/axe-check`);
  try {
    return await check.inPage(async (shown) => {
      const style = document.createElement("style");
      style.textContent = shown!.styles;
      document.head.append(style);
      document.body.innerHTML = shown!.markup;
      const dialog = document.querySelector("dialog") as HTMLDialogElement;
      dialog.removeAttribute("open");
      dialog.showModal();
      const {axe} = globalThis as unknown as {axe: Axe};
      const {violations: found, passes} = await axe.run(document.documentElement);
      if (passes.length < 10) throw new Error("axe-core looked at too little");
      return found.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(({html}) => html.slice(0, 160))}));
    }, view);
  } finally {
    await check.close();
  }
}
