// What both browsers do the same way through their driver: keys, mouse, touch, and questions to the page itself.

import {writeFile} from "node:fs/promises";
import type {Page} from "puppeteer-core";
import {pressKeys} from "./keys";
import type {InView, ReaderPage} from "./session";

/** A finger moves in steps as a real one does; a browser takes one leap for no swipe at all. */
const kSwipeSteps = 12;

export abstract class DrivenPage implements ReaderPage {
  protected constructor(protected readonly page: Page) {}

  abstract inView<Result, Argument>(look: InView<Result, Argument>, argument?: Argument): Promise<Result | null>;
  abstract resize(width: number, height: number): Promise<void>;
  abstract emulate(features: Record<string, string>): Promise<void>;
  abstract inReader(script: string): Promise<void>;
  abstract picture(): Promise<Buffer>;
  protected abstract triggerButton(): Promise<void>;

  async pressButton(): Promise<void> {
    await this.page.bringToFront();
    await this.triggerButton();
  }

  inPage<Result, Argument>(look: (argument: Argument) => Result | Promise<Result>, argument?: Argument): Promise<Result> {
    return this.page.evaluate(look as never, argument as never) as Promise<Result>;
  }

  url(): string {
    return this.page.url();
  }

  press(key: string): Promise<void> {
    return pressKeys(this.page, key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  move(x: number, y: number): Promise<void> {
    return this.page.mouse.move(x, y);
  }

  click(x: number, y: number, times = 1): Promise<void> {
    return this.page.mouse.click(x, y, {count: times});
  }

  tap(x: number, y: number): Promise<void> {
    return this.page.touchscreen.tap(x, y);
  }

  async swipe(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
    const finger = await this.page.touchscreen.touchStart(...from);
    for (let step = 1; step <= kSwipeSteps; ++step) {
      const at = (start: number, end: number): number => Math.round(start + ((end - start) * step) / kSwipeSteps);
      await finger.move(at(from[0], to[0]), at(from[1], to[1]));
    }
    await finger.end();
  }

  async evaluate(script: string): Promise<void> {
    await this.page.evaluate(script);
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.picture());
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf());
  }

  async reload(): Promise<void> {
    await this.page.reload();
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
