// Where the reader opens by itself, what stays on which site, and the mark on the button. The browser grants each
// site and may take it back at any time: then the page says so, and offers to ask again.

import {browser, text} from "../shared/browser";
import {element} from "../shared/dom";
import {send} from "../shared/messages";
import {askFor, isGranted, kEverySite, originsOf} from "../shared/origins";
import type {Settings} from "../shared/settings";

/** The settings as this page holds them. */
export interface Store {
  get(): Settings;
  change(changes: Partial<Settings>): Promise<void>;
  /** Shows a message. */
  say(words: string): void;
}

export function section(title: string, ...content: (Node | string | false)[]): HTMLElement {
  return element("section", {}, element("h2", {}, title), ...content);
}

/** Shows again whenever the browser grants or takes back something. */
function followPermissions(show: () => Promise<void>): void {
  browser.permissions.onAdded.addListener(() => void show());
  browser.permissions.onRemoved.addListener(() => void show());
}

/** Says that access is gone and asks for it again; the browser asks at once, because only a click may ask. */
function accessGone(origins: string[], {say}: Store): HTMLElement {
  const ask = (): void => void askFor(origins).then((isGiven) => !isGiven && say(text("notGranted")));
  return element(
    "p", {class: "access-gone", attributes: {role: "status"}},
    element("span", {}, `${text("accessGone")} `),
    element("button", {class: "text-button", attributes: {type: "button", "data-action": "grant"}, on: {click: ask}}, text("grantAgain")),
  );
}

function removeButton(name: string, remove: () => void): HTMLElement {
  return element("button", {class: "text-button", attributes: {type: "button", "aria-label": `${text("remove")}: ${name}`}, on: {click: remove}}, text("remove"));
}

async function setSites(store: Store, openOn: Settings["openOn"]): Promise<void> {
  await store.change({openOn});
  await send("sites.changed", null).catch(() => undefined);
}

function openList(store: Store): {list: HTMLElement; show(): Promise<void>} {
  const list = element("ul", {class: "rows"});
  const set = async (openOn: Settings["openOn"]): Promise<void> => {
    await setSites(store, openOn);
    await show();
  };
  const row = ({host, except}: Settings["openOn"][number], index: number, hasAccess: boolean): HTMLElement => {
    const onPaths = (event: Event): void => {
      const paths = (event.target as HTMLInputElement).value.split(/\s+/).filter(Boolean);
      void set(store.get().openOn.map((site, other) => (other === index ? {host, except: paths} : site)));
    };
    return element(
      "li", {},
      element("div", {class: "row"}, element("span", {}, host), removeButton(host, () => void set(store.get().openOn.filter((_, other) => other !== index)))),
      !hasAccess && accessGone(originsOf(host), store),
      element(
        "label", {class: "exceptions"},
        element("span", {class: "soft"}, text("exceptPaths")),
        element("input", {attributes: {type: "text", value: except.join(" "), placeholder: "/live /video"}, on: {change: onPaths}}),
      ),
    );
  };
  const show = async (): Promise<void> => {
    const {openOn} = store.get();
    const access = await Promise.all(openOn.map(({host}) => isGranted(originsOf(host))));
    list.replaceChildren(...openOn.map((site, index) => row(site, index, access[index] ?? false)));
  };
  return {list, show};
}

function addForm(store: Store, onAdded: () => void): HTMLElement {
  const host = element("input", {attributes: {type: "text", "aria-label": text("site"), placeholder: "news.example", autocomplete: "off"}});
  const submit = (event: Event): void => {
    event.preventDefault();
    const name = host.value.trim().toLowerCase().replace(/^https?:\/\//, "").replace(/^www\./, "").replace(/[/:].*$/, "");
    if (!/^[\p{L}\p{N}.-]+$/u.test(name)) return;
    void askFor(originsOf(name)).then(async (isGiven) => {
      if (!isGiven) return store.say(text("notGranted"));
      host.value = "";
      await setSites(store, [...store.get().openOn.filter((site) => site.host !== name), {host: name, except: []}]);
      onAdded();
    });
  };
  return element("form", {class: "row", on: {submit}}, host, element("button", {class: "text-button", attributes: {type: "submit"}}, text("addSite")));
}

function keptList(store: Store): HTMLElement {
  const list = element("ul", {class: "rows"});
  const show = (): void => {
    list.replaceChildren(
      ...Object.entries(store.get().kept).map(([name, kinds]) => {
        const remove = (): void => {
          const {[name]: _, ...others} = store.get().kept;
          void store.change({kept: others}).then(show);
        };
        return element("li", {class: "row"}, element("span", {}, `${name}: ${kinds.map((kind) => text(`kind_${kind}`)).join(", ")}`), removeButton(name, remove));
      }),
    );
  };
  show();
  return list;
}

export function sites(store: Store): HTMLElement {
  const {list, show} = openList(store);
  void show();
  followPermissions(show);
  return section(
    text("sites"),
    element("p", {class: "soft"}, text("sitesNote")), list, addForm(store, () => void show()),
    element("h3", {}, text("keptOnSites")), element("p", {class: "soft"}, text("keptNote")), keptList(store),
  );
}

export function marks(store: Store): HTMLElement {
  const box = element("input", {attributes: {type: "checkbox", name: "marksReadable", checked: store.get().marksReadable}});
  const place = element("div");
  const show = async (): Promise<void> => {
    const hasAccess = !store.get().marksReadable || (await isGranted([kEverySite]));
    place.replaceChildren(...(hasAccess ? [] : [accessGone([kEverySite], store)]));
  };
  box.addEventListener("change", () => {
    const asked = box.checked ? askFor([kEverySite]) : Promise.resolve(true);
    void asked.then(async (isGiven) => {
      box.checked = box.checked && isGiven;
      if (!isGiven) store.say(text("notGranted"));
      await store.change({marksReadable: box.checked});
      await send("sites.changed", null).catch(() => undefined);
      await show();
    });
  });
  void show();
  followPermissions(show);
  return section(
    text("marksTitle"),
    element("label", {class: "toggle"}, element("span", {}, text("marksLabel")), box),
    place,
    element("p", {class: "soft"}, text("marksNote")),
  );
}
