import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type CDPSession, type Page, type Target, type WebWorker} from "puppeteer-core";
import {DrivenPage} from "./driven_page";
import {until, type InView, type LaunchOptions, type Session, type Shared} from "./session";

const kExecutable = process.env["LECTERN_CHROMIUM"] ?? "/usr/bin/chromium";
const kArguments = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync", "--font-render-hinting=none", "--hide-scrollbars", "--disable-features=OptimizationHints,MediaRouter,AutofillServerCommunication",
];

const kModifiers: Readonly<Record<string, number>> = {Alt: 1, Control: 2, Meta: 4, Shift: 8};

/** What the browser's own page for extensions can do; the reader does it there with the mouse. */
interface ExtensionsPage {
  developerPrivate: {
    addHostPermission(id: string, pattern: string): Promise<void>;
    removeHostPermission(id: string, pattern: string): Promise<void>;
  };
}

export async function launchChromium(extensionFolder: string, {proxyPort, flags = []}: LaunchOptions = {}): Promise<Session> {
  const proxy = proxyPort === undefined ? [] : [`--proxy-server=127.0.0.1:${proxyPort}`, "--proxy-bypass-list=<-loopback>"];
  const browser = await puppeteer.launch({executablePath: kExecutable, pipe: true, enableExtensions: true, args: [...kArguments, ...proxy, ...flags]});
  const id = await browser.installExtension(extensionFolder);
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error("Chromium did not take the extension");

  // After an update the one before it is still listed for a while, as the first.
  const backgroundTarget = (): Promise<Target> =>
    until("the background", async () => browser.targets().filter((candidate) => candidate.type() === "service_worker" && candidate.url().includes(id)).at(-1));
  const background = async (): Promise<WebWorker> => {
    const worker = await (await backgroundTarget()).worker();
    if (!worker) throw new Error("the background is gone");
    return worker;
  };
  const isListening = async (): Promise<boolean> =>
    (await background()).evaluate(() => (globalThis as {chrome?: typeof chrome}).chrome?.action?.onClicked.hasListeners() ?? false);
  await until("the background to listen", () => isListening().catch(() => false));

  const downloads = await mkdtemp(join(tmpdir(), "lectern-"));
  const whole = await browser.target().createCDPSession();
  await whole.send("Browser.setDownloadBehavior", {behavior: "allow", downloadPath: downloads});

  const drive = async (page: Page): Promise<ChromiumPage> =>
    new ChromiumPage(page, await page.createCDPSession(), async () => {
      const current = (await browser.extensions()).get(id);
      await page.triggerExtensionAction(current ?? extension);
    });
  const open = async (url: string): Promise<ChromiumPage> => {
    const page = await browser.newPage();
    await page.goto(url, {waitUntil: "load"});
    return drive(page);
  };
  const ownAddress = async (name: string): Promise<string> => `chrome-extension://${id}/${name}`;
  const onExtensionsPage = async (change: "addHostPermission" | "removeHostPermission", pattern: string): Promise<void> => {
    const page = await browser.newPage();
    await page.goto("chrome://extensions");
    await page.evaluate(
      (name, own, site) => (globalThis as unknown as {chrome: ExtensionsPage}).chrome.developerPrivate[name](own, site), change, id, pattern,
    );
    await page.close();
  };

  return {
    name: "chromium",
    downloads,
    open,
    async findPage(url) {
      const page = (await browser.pages()).find((candidate) => candidate.url() === url);
      return page ? drive(page) : null;
    },
    ownAddress,
    openOwnPage: async (name) => open(await ownAddress(name)),
    async chooseMenu(entry, url, details = {}) {
      await (await background()).evaluate(async (info, address) => {
        const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === address || candidate.active);
        const {onClicked} = chrome.contextMenus as unknown as {onClicked: {dispatch(info: object, tab?: chrome.tabs.Tab): void}};
        onClicked.dispatch(info, tab);
      }, {menuItemId: entry, ...details}, url);
    },
    pressShortcut: (page, keys) => (page as ChromiumPage).pressRaw(keys.split("+")),
    async stopBackground() {
      // It may have ended before the driver has let go of it.
      await (await background()).close().catch((error: unknown) => {
        if (!/No session with given id/.test(String(error))) throw error;
      });
    },
    async reloadExtension() {
      const old = await backgroundTarget();
      await browser.installExtension(extensionFolder);
      await until("the new background", async () => (await backgroundTarget()) !== old);
      await until("it to listen", () => isListening().catch(() => false));
    },
    grantSite: (pattern) => onExtensionsPage("addHostPermission", pattern),
    revokeSite: (pattern) => onExtensionsPage("removeHostPermission", pattern),
    async shareSheet(page) {
      await page.inReader(`navigator.share = async ({title, url}) => { document.documentElement.dataset.shared = JSON.stringify({title, url}); }`);
      return () => page.inPage(() => JSON.parse(document.documentElement.dataset["shared"] ?? "null") as Shared | null);
    },
    async close() {
      await browser.close();
      await rm(downloads, {recursive: true, force: true});
    },
  };
}

class ChromiumPage extends DrivenPage {
  constructor(page: Page, private readonly client: CDPSession, protected readonly triggerButton: () => Promise<void>) {
    super(page);
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

  resize(width: number, height: number, isTouch = false): Promise<void> {
    return this.page.setViewport({width, height, hasTouch: isTouch, isMobile: isTouch});
  }

  async emulate({media = "", ...features}: Record<string, string>): Promise<void> {
    await this.client.send("Emulation.setEmulatedMedia", {media, features: Object.entries(features).map(([name, value]) => ({name, value}))});
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

  /** Keys without the text they write: what the page leaves of these is the window's. */
  async pressRaw(keys: readonly string[]): Promise<void> {
    const key = keys.at(-1) ?? "";
    const modifiers = keys.slice(0, -1).reduce((sum, name) => sum + (kModifiers[name] ?? 0), 0);
    const code = key.toUpperCase().charCodeAt(0);
    await this.page.bringToFront();
    for (const type of ["rawKeyDown", "keyUp"] as const) {
      await this.client.send("Input.dispatchKeyEvent", {type, modifiers, key, code: `Key${key.toUpperCase()}`, windowsVirtualKeyCode: code, nativeVirtualKeyCode: code});
    }
  }

  async picture(): Promise<Buffer> {
    return Buffer.from(await this.page.screenshot());
  }
}
