import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type CDPSession, type Page} from "puppeteer-core";
import {pressKeys} from "./keys";
import {sleep, type InView, type ReaderPage, type Session} from "./session";

const kExecutable = process.env["LECTERN_CHROMIUM"] ?? "/usr/bin/chromium";
const kArguments = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--font-render-hinting=none", "--hide-scrollbars",
];

export async function launchChromium(extensionFolder: string, options: readonly string[] = []): Promise<Session> {
  const browser = await puppeteer.launch({executablePath: kExecutable, pipe: true, enableExtensions: true, args: [...kArguments, ...options]});
  const id = await browser.installExtension(extensionFolder);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("Chromium did not take the extension");
  const target = await browser.waitForTarget((candidate) => candidate.type() === "service_worker" && candidate.url().includes(id));
  const worker = await target.worker();
  while (!(await worker?.evaluate(() => (globalThis as {chrome?: typeof chrome}).chrome?.action?.onClicked.hasListeners()))) await sleep(20);

  const downloads = await mkdtemp(join(tmpdir(), "lectern-"));
  const whole = await browser.target().createCDPSession();
  await whole.send("Browser.setDownloadBehavior", {behavior: "allow", downloadPath: downloads});

  return {
    name: "chromium",
    downloads,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, {waitUntil: "load"});
      const client = await page.createCDPSession();
      return new ChromiumPage(page, client, () => page.triggerExtensionAction(extension));
    },
    async openOwnPage(name) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${id}/${name}`, {waitUntil: "load"});
      return new ChromiumPage(page, await page.createCDPSession(), () => Promise.reject(new Error("no button here")));
    },
    async chooseMenu(entry, url) {
      const live = await (await browser.waitForTarget((candidate) => candidate.type() === "service_worker" && candidate.url().includes(id))).worker();
      await live?.evaluate(async (menuItemId, address) => {
        const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === address || candidate.active);
        const {onClicked} = chrome.contextMenus as unknown as {onClicked: {dispatch(info: object, tab?: chrome.tabs.Tab): void}};
        onClicked.dispatch({menuItemId}, tab);
      }, entry, url);
    },
    async close() {
      await browser.close();
      await rm(downloads, {recursive: true, force: true});
    },
  };
}

class ChromiumPage implements ReaderPage {
  constructor(private readonly page: Page, private readonly client: CDPSession, private readonly trigger: () => Promise<void>) {}

  async pressButton(): Promise<void> {
    await this.page.bringToFront();
    await this.trigger();
  }

  private async shadowRoot(): Promise<number | undefined> {
    const {root} = await this.client.send("DOM.getDocument", {depth: 1});
    const {nodeId} = await this.client.send("DOM.querySelector", {nodeId: root.nodeId, selector: "lectern-reader"});
    if (!nodeId) return undefined;
    const {node} = await this.client.send("DOM.describeNode", {nodeId, pierce: true, depth: 2});
    return node.shadowRoots?.[0]?.backendNodeId;
  }

  async inView<Result, Argument>(look: InView<Result, Argument>, argument?: Argument): Promise<Result | null> {
    const shadow = await this.shadowRoot().catch(() => this.shadowRoot()); // the host may come or go between two questions
    if (!shadow) return null;
    const {object} = await this.client.send("DOM.resolveNode", {backendNodeId: shadow});
    const {result, exceptionDetails} = await this.client.send("Runtime.callFunctionOn", {
      ...(object.objectId ? {objectId: object.objectId} : {}),
      functionDeclaration: `function(argument) { const dialog = this.querySelector("dialog"); return dialog && (${String(look)})(dialog, argument); }`,
      arguments: [{value: argument}],
      returnByValue: true,
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return (result.value as Result | undefined) ?? null;
  }

  inPage<Result, Argument>(look: (argument: Argument) => Result | Promise<Result>, argument?: Argument): Promise<Result> {
    return this.page.evaluate(look as never, argument as never) as Promise<Result>;
  }

  url(): string {
    return this.page.url();
  }

  async press(key: string): Promise<void> {
    await pressKeys(this.page, key);
  }

  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }

  move(x: number, y: number): Promise<void> {
    return this.page.mouse.move(x, y);
  }

  click(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y);
  }

  resize(width: number, height: number): Promise<void> {
    return this.page.setViewport({width, height});
  }

  async emulate(features: Record<string, string>): Promise<void> {
    await this.client.send("Emulation.setEmulatedMedia", {features: Object.entries(features).map(([name, value]) => ({name, value}))});
  }

  async inReader(script: string): Promise<void> {
    const worlds: number[] = [];
    const collect = ({context}: {context: {id: number; origin: string; auxData?: {type?: string}}}): void => {
      if (context.auxData?.type === "isolated" && context.origin.startsWith("chrome-extension:")) worlds.push(context.id);
    };
    this.client.on("Runtime.executionContextCreated", collect);
    await this.client.send("Runtime.enable");
    this.client.off("Runtime.executionContextCreated", collect);
    for (const contextId of worlds) await this.client.send("Runtime.evaluate", {expression: script, contextId});
    await this.client.send("Runtime.disable");
  }

  async evaluate(script: string): Promise<void> {
    await this.page.evaluate(script);
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.picture());
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.page.screenshot());
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf());
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
