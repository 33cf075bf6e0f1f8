import type {Page} from "puppeteer-core";

/** Presses a key with the ones before "+" held down. */
export async function pressKeys(page: Page, keys: string): Promise<void> {
  const names = keys.split("+");
  const last = names.pop() ?? "";
  for (const name of names) await page.keyboard.down(name as never);
  await page.keyboard.press(last as never);
  for (const name of names.reverse()) await page.keyboard.up(name as never);
}
