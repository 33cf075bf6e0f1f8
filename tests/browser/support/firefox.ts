import {mkdtemp, rm} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import puppeteer, {type Browser, type Page} from "puppeteer-core";
import {DrivenPage} from "./driven_page";
import {until, type InView, type LaunchOptions, type Session, type Shared} from "./session";

const kExecutable = process.env["LECTERN_FIREFOX"] ?? "/usr/bin/firefox-esr";

interface Connection {
  send(method: string, parameters: object): Promise<{result: never}>;
}

interface RemoteNode {
  sharedId: string;
}

/** Media features as this browser's preferences have them. */
const kFeatures: Readonly<Record<string, Readonly<Record<string, readonly [name: string, value: number]>>>> = {
  "prefers-color-scheme": {dark: ["layout.css.prefers-color-scheme.content-override", 0], light: ["layout.css.prefers-color-scheme.content-override", 1]},
  "prefers-reduced-motion": {reduce: ["ui.prefersReducedMotion", 1]},
  "forced-colors": {active: ["browser.display.document_color_use", 2]},
};

/** The system's part of sharing, which Linux has none of. */
const kShareSheet = `(() => {
  const sheet = {
    QueryInterface: ChromeUtils.generateQI([Ci.nsISharePicker]),
    init() {},
    share: async (title, words, address) => void (window.lecternShared = JSON.stringify({title, url: address.spec})),
  };
  const factory = {QueryInterface: ChromeUtils.generateQI([Ci.nsIFactory]), createInstance: (iid) => sheet.QueryInterface(iid)};
  const contract = "@mozilla.org/sharepicker;1";
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(Services.uuid.generateUUID(), "", contract, factory);
})()`;

/** Presses keys, the ones before the last held down, in the window itself: a page's driver never gets as far as its shortcuts. */
function pressInWindow(keys: readonly string[]): string {
  return `(() => {
    const processor = Cc["@mozilla.org/text-input-processor;1"].createInstance(Ci.nsITextInputProcessor);
    processor.beginInputTransactionForTests(window);
    const events = ${JSON.stringify(keys)}.map((key) => key.length > 1 ? new KeyboardEvent("", {key, code: key + "Left"})
      : new KeyboardEvent("", {key, code: "Key" + key.toUpperCase(), keyCode: key.toUpperCase().charCodeAt(0)}));
    for (const event of events) processor.keydown(event);
    for (const event of events.reverse()) processor.keyup(event);
  })()`;
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as {_id: string})._id;
}

type InWindow = (expression: string) => Promise<unknown>;

export async function launchFirefox(extensionFolder: string, {proxyPort, preferences = {}}: LaunchOptions = {}): Promise<Session> {
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
      "dom.webshare.enabled": true,
      "dom.w3c_touch_events.enabled": 1,
      ...(proxyPort === undefined ? {} : {
        "network.proxy.type": 1, "network.proxy.http": "127.0.0.1", "network.proxy.http_port": proxyPort, "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxyPort, "network.proxy.allow_hijacking_localhost": true,
      }),
      ...preferences,
    },
  });
  const id = await browser.installExtension(extensionFolder);
  const connection = (browser as Browser & {connection: Connection}).connection;
  const send = async <Result>(method: string, parameters: object): Promise<Result> => (await connection.send(method, parameters)).result;

  const inWindow: InWindow = async (expression) => {
    const {contexts} = await send<{contexts: {context: string}[]}>("browsingContext.getTree", {"moz:scope": "chrome"});
    const answer = await send<{result?: {value?: unknown}}>("script.evaluate", {expression, target: {context: contexts[0]?.context}, awaitPromise: true});
    return answer.result?.value;
  };
  const pressButton = async (url: string): Promise<void> => {
    // The button acts on the selected tab, which changes some time after it was asked for.
    await until("the tab", async () => (await inWindow("gBrowser.selectedBrowser.currentURI.spec")) === url);
    const button = `${id.replace(/[^A-Za-z0-9]/g, "_").toLowerCase()}-BAP`;
    await inWindow(`document.getElementById(${JSON.stringify(button)}).click()`);
  };

  const ownAddress = async (name: string): Promise<string> =>
    `moz-extension://${String(await inWindow(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`))}/${name}`;
  // As the browser's own page for add-ons does it.
  const changeSite = async (change: "add" | "remove", pattern: string): Promise<void> => {
    await inWindow(`ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs").ExtensionPermissions.${change}(${JSON.stringify(id)},
      {permissions: [], origins: [${JSON.stringify(pattern)}]}, WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension).then(() => true)`);
  };

  return {
    name: "firefox",
    downloads,
    async open(url) {
      const page = await browser.newPage();
      await page.goto(url, {waitUntil: "load"});
      return new FirefoxPage(page, contextOf(page), send, inWindow, pressButton);
    },
    async findPage(url) {
      // The driver does not hear of a tab that goes on to a page of the extension; the browser knows where each one is.
      const {contexts} = await send<{contexts: {context: string; url: string}[]}>("browsingContext.getTree", {maxDepth: 0});
      const found = contexts.find((candidate) => candidate.url === url)?.context;
      const page = (await browser.pages()).find((candidate) => contextOf(candidate) === found);
      return page ? new FirefoxPage(page, contextOf(page), send, inWindow, pressButton) : null;
    },
    ownAddress,
    async openOwnPage(name) {
      const page = await browser.newPage();
      const context = contextOf(page);
      await send("browsingContext.navigate", {context, url: await ownAddress(name), wait: "complete"});
      return new FirefoxPage(page, context, send, inWindow, pressButton);
    },
    async chooseMenu(entry, url, details = {}) {
      await until("the tab", async () => (await inWindow("gBrowser.selectedBrowser.currentURI.spec")) === url);
      await inWindow(
        `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.emit("webext-menu-menuitem-click", ${JSON.stringify({menuItemId: entry, modifiers: [], button: 0, ...details})}, gBrowser.selectedTab)`,
      );
    },
    async pressShortcut(page, keys) {
      await until("the tab", async () => (await inWindow("gBrowser.selectedBrowser.currentURI.spec")) === page.url());
      await inWindow(pressInWindow(keys.split("+")));
    },
    async stopBackground() {
      await inWindow(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground({disableResetIdleForTest: true}).then(() => true)`);
    },
    async reloadExtension() {
      await inWindow(`ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs").AddonManager.getAddonByID(${JSON.stringify(id)}).then((addon) => addon.reload()).then(() => true)`);
      await until("the extension", () => inWindow(`Boolean(WebExtensionPolicy.getByID(${JSON.stringify(id)})?.extension?.backgroundState === "running")`));
    },
    grantSite: (pattern) => changeSite("add", pattern),
    revokeSite: (pattern) => changeSite("remove", pattern),
    async shareSheet() {
      await inWindow(kShareSheet);
      return async () => JSON.parse(String((await inWindow("window.lecternShared ?? 'null'")))) as Shared | null;
    },
    async close() {
      await browser.close();
      await rm(downloads, {recursive: true, force: true});
    },
  };
}

class FirefoxPage extends DrivenPage {
  constructor(
    page: Page,
    private readonly context: string,
    private readonly send: <Result>(method: string, parameters: object) => Promise<Result>,
    private readonly inWindow: InWindow,
    private readonly trigger: (url: string) => Promise<void>,
  ) {
    super(page);
  }

  protected triggerButton(): Promise<void> {
    return this.trigger(this.page.url());
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

  async resize(width: number, height: number): Promise<void> {
    await this.send("browsingContext.setViewport", {context: this.context, viewport: {width, height}});
  }

  async emulate(features: Record<string, string>): Promise<void> {
    for (const [feature, value] of Object.entries(features)) {
      const preference = kFeatures[feature]?.[value];
      if (preference) await this.inWindow(`Services.prefs.setIntPref(${JSON.stringify(preference[0])}, ${preference[1]})`);
      else for (const [name] of Object.values(kFeatures[feature] ?? {})) await this.inWindow(`Services.prefs.clearUserPref(${JSON.stringify(name)})`);
    }
  }

  async inReader(): Promise<void> {
    throw new Error("Firefox shows the worlds of extensions to no driver");
  }

  async picture(): Promise<Buffer> {
    const {data} = await this.send<{data: string}>("browsingContext.captureScreenshot", {context: this.context});
    return Buffer.from(data, "base64");
  }
}
