import {mkdtemp, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {pressKeys} from "./keys";
import {until, type InView, type ReaderPage, type Session} from "./session";

const kExecutable = process.env["LECTERN_FIREFOX"] ?? "/usr/bin/firefox-esr";

interface Connection {
  send(method: string, parameters: object): Promise<{result: never}>;
}

interface RemoteNode {
  sharedId: string;
}

export async function launchFirefox(extensionFolder: string): Promise<Session> {
  const downloads = await mkdtemp(join(tmpdir(), "lectern-"));
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: kExecutable,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "ui.prefersReducedMotion": 1,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      "browser.download.useDownloadDir": true,
      "browser.download.always_ask_before_handling_new_types": false,
    },
  });
  const id = await browser.installExtension(extensionFolder);
  const connection = (browser as Browser & {connection: Connection}).connection;
  const send = async <Result>(method: string, parameters: object): Promise<Result> => (await connection.send(method, parameters)).result;

  const inWindow = async (expression: string): Promise<unknown> => {
    const {contexts} = await send<{contexts: {context: string}[]}>("browsingContext.getTree", {"moz:scope": "chrome"});
    const answer = await send<{result?: {value?: unknown}}>("script.evaluate", {expression, target: {context: contexts[0]?.context}, awaitPromise: false});
    return answer.result?.value;
  };
  const pressButton = async (url: string): Promise<void> => {
    // The button acts on the selected tab, which changes some time after it was asked for.
    await until("the tab", async () => (await inWindow("gBrowser.selectedBrowser.currentURI.spec")) === url);
    const button = `${id.replace(/[^A-Za-z0-9]/g, "_").toLowerCase()}-BAP`;
    await inWindow(`document.getElementById(${JSON.stringify(button)}).click()`);
  };

  return {
    name: "firefox",
    downloads,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, {waitUntil: "load"});
      const context = (page.mainFrame() as unknown as {_id: string})._id;
      return new FirefoxPage(page, context, send, pressButton);
    },
    async openOwnPage(name) {
      const host = await inWindow(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`);
      const page = await browser.newPage();
      const context = (page.mainFrame() as unknown as {_id: string})._id;
      await send("browsingContext.navigate", {context, url: `moz-extension://${String(host)}/${name}`, wait: "complete"});
      return new FirefoxPage(page, context, send, pressButton);
    },
    async chooseMenu(entry, url) {
      await until("the tab", async () => (await inWindow("gBrowser.selectedBrowser.currentURI.spec")) === url);
      await inWindow(
        `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.emit("webext-menu-menuitem-click", {menuItemId: ${JSON.stringify(entry)}, modifiers: [], button: 0}, gBrowser.selectedTab)`,
      );
    },
    async close() {
      await browser.close();
      await rm(downloads, {recursive: true, force: true});
    },
  };
}

class FirefoxPage implements ReaderPage {
  constructor(
    private readonly page: Page,
    private readonly context: string,
    private readonly send: <Result>(method: string, parameters: object) => Promise<Result>,
    private readonly trigger: (url: string) => Promise<void>,
  ) {}

  async pressButton(): Promise<void> {
    await this.page.bringToFront();
    await this.trigger(this.page.url());
  }

  private async locate(selector: string, start?: RemoteNode): Promise<(RemoteNode & {value?: {shadowRoot?: RemoteNode}}) | undefined> {
    const {nodes} = await this.send<{nodes: (RemoteNode & {value?: {shadowRoot?: RemoteNode}})[]}>("browsingContext.locateNodes", {
      context: this.context,
      locator: {type: "css", value: selector},
      serializationOptions: {includeShadowTree: "all", maxDomDepth: 0},
      ...(start ? {startNodes: [{sharedId: start.sharedId}]} : {}),
    });
    return nodes[0];
  }

  async inView<Result, Argument>(look: InView<Result, Argument>, argument?: Argument): Promise<Result | null> {
    const host = await this.locate("lectern-reader");
    const root = host?.value?.shadowRoot;
    const dialog = root && (await this.locate("dialog", root));
    if (!dialog) return null;
    const ask = (target: object) => this.send<{type: string; result?: {value?: string}; exceptionDetails?: {text: string}}>("script.callFunction", {
      functionDeclaration: `async (dialog, argument) => JSON.stringify(await (${String(look)})(dialog, argument === "" ? undefined : JSON.parse(argument)) ?? null)`,
      arguments: [{sharedId: dialog.sharedId}, {type: "string", value: argument === undefined ? "" : JSON.stringify(argument)}],
      target,
      awaitPromise: true,
    });
    // A page that overrides what every script leans on breaks questions asked in its realm; a sandbox has its own.
    let answer = await ask({context: this.context});
    if (answer.exceptionDetails) answer = await ask({context: this.context, sandbox: "questions"});
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result?.value ?? "null") as Result | null;
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

  async resize(width: number, height: number): Promise<void> {
    await this.send("browsingContext.setViewport", {context: this.context, viewport: {width, height}});
  }

  async emulate(): Promise<void> {
    // Reduced motion is a preference of this browser, set when it was started.
  }

  async inReader(): Promise<void> {
    throw new Error("Firefox shows the worlds of extensions to no driver");
  }

  async evaluate(script: string): Promise<void> {
    await this.page.evaluate(script);
  }

  async screenshot(path: string): Promise<void> {
    await writeFile(path, await this.picture());
  }

  async picture(): Promise<Buffer> {
    const {data} = await this.send<{data: string}>("browsingContext.captureScreenshot", {context: this.context});
    return Buffer.from(data, "base64");
  }

  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf());
  }

  close(): Promise<void> {
    return this.page.close();
  }
}
