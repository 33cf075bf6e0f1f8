// Puts the view together: toolbar, article or message, panels and aids; and keeps it in step with the settings.

import type {Article} from "../shared/article";
import {interfaceDirection, interfaceLanguage, text} from "../shared/browser";
import type {ArticleRecord} from "../shared/records";
import type {Settings} from "../shared/settings";
import {applyAppearance, familiesFor} from "./appearance";
import {AppearancePanel} from "../shared/appearance_panel";
import {ArticleView} from "./article_view";
import {element, icon, type IconName} from "../shared/dom";
import {useFont} from "./fonts";
import {Footnotes} from "./footnotes";
import {Highlights} from "./highlights";
import {KeepPanel} from "./keep_panel";
import {Lightbox} from "./lightbox";
import {confidenceNotice, failurePage, partialNotice, withheldNotice} from "./notices";
import {Outline} from "./outline";
import {Overlay} from "./overlay";
import {preparePrinting} from "./print";
import {Progress} from "./progress";
import {RemovedDrawer} from "./removed_drawer";
import {Ruler} from "./ruler";
import {SpeechBar} from "./speech/speech_bar";

/** The place is stored when the reader has rested there this long. */
const kRestMilliseconds = 800;
const kScrolledPixels = 8;
const kToastMilliseconds = 6000;

export interface ViewEvents {
  onClosed(): void;
  onSettings(changes: Partial<Settings>): void;
  onRecord(changes: Partial<Pick<ArticleRecord, "position" | "highlights">>): void;
}

export class ReaderView {
  private readonly overlay: Overlay;
  private readonly scroller = element("main", {class: "scroller"});
  private readonly toolbar = element("header", {class: "toolbar"});
  private readonly panels = new Map<HTMLElement, HTMLButtonElement>();
  private readonly ruler = new Ruler(this.scroller);
  /** Closes the innermost thing that is open; true when there was one. */
  private readonly closers: (() => boolean)[] = [];
  private readonly endings: (() => void)[] = [];

  constructor(private settings: Settings, private readonly events: ViewEvents) {
    this.overlay = new Overlay(() => {
      for (const end of this.endings) end();
      events.onClosed();
    });
    const {dialog} = this.overlay;
    dialog.setAttribute("aria-labelledby", "headline");
    dialog.lang = interfaceLanguage();
    dialog.dir = interfaceDirection();
    dialog.append(this.toolbar, this.scroller, this.ruler.root);
    // Browsers differ in when Escape cancels a dialog, so the key is taken here; `cancel` is the Back gesture.
    dialog.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing) return;
      event.preventDefault();
      this.stepBack();
    });
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.stepBack();
    });
    this.scroller.addEventListener("scroll", () => dialog.classList.toggle("scrolled", this.scroller.scrollTop > kScrolledPixels), {passive: true});
    this.scroller.addEventListener("pointerdown", () => this.closePanels());
    const onResize = (): void => this.apply();
    addEventListener("resize", onResize, {passive: true});
    this.endings.push(() => removeEventListener("resize", onResize));
  }

  showArticle(article: Article, record: ArticleRecord | null): void {
    const {dialog} = this.overlay;
    const close = (): void => this.close();
    const view = new ArticleView(article);
    const {body} = view;
    for (const notice of [confidenceNotice(article, close)]) if (notice) body.before(notice);
    for (const notice of [partialNotice(article, close), withheldNotice(article, close)]) if (notice) body.after(notice);
    view.root.append(this.ending(article));
    this.scroller.append(view.root);

    const footnotes = new Footnotes(view);
    const lightbox = new Lightbox(body);
    const highlights: Highlights = new Highlights(view, record?.highlights ?? [], (list) => {
      this.events.onRecord({highlights: list});
      keep.showNotes();
    });
    const keep: KeepPanel = new KeepPanel(view, highlights, () => print(), () => this.closePanels());
    const speech = new SpeechBar(view, this.settings, (changes) => this.events.onSettings(changes));
    const drawer = new RemovedDrawer(view, this.keptKinds(article), (kinds) => this.keepKinds(article, kinds), () => this.closePanels());
    const appearance = new AppearancePanel(this.settings, (changes) => this.change(changes));
    const outline = new Outline(view, this.scroller, () => this.closePanels());
    const progress = new Progress(view, this.scroller);

    const listen = element(
      "button",
      {class: "quiet-button", attributes: {type: "button", "aria-label": text("readAloud"), title: text("readAloud"), "data-panel": "listen"}, on: {click: () => (speech.isOpen ? speech.close() : speech.open())}},
      icon("listen"),
    );
    const count = article.removed.length;
    this.toolbar.append(
      ...(outline.isWorthShowing ? [this.panelButton("outline", text("outline"), outline.root)] : []),
      progress.left,
      element("span", {class: "toolbar-space"}),
      ...(count > 0 ? [this.panelButton("removed", text("removedCount", count), drawer.root, String(count))] : []),
      ...("speechSynthesis" in globalThis ? [listen] : []),
      this.panelButton("keep", text("keep"), keep.root),
      this.panelButton("appearance", text("appearance"), appearance.root),
      this.closeButton(),
      progress.bar,
    );
    dialog.append(outline.root, drawer.root, keep.root, appearance.root, speech.root, highlights.bar, highlights.card, footnotes.card, lightbox.root);
    this.closers.push(() => lightbox.close(), () => footnotes.close(), () => highlights.closeCard());
    this.endings.push(() => speech.close(), preparePrinting(dialog, body));

    this.open(view.root);
    this.follow(progress, outline);
    if (record?.position && progress.goTo(record.position)) this.toast(text("continued"), text("fromStart"), () => this.scroller.scrollTo({top: 0, behavior: "instant"}));
  }

  showFailure(code: string): void {
    const page = failurePage(code, () => this.close());
    this.scroller.append(page);
    this.toolbar.append(element("span", {class: "toolbar-space"}), this.closeButton());
    this.open(page);
  }

  close(): void {
    this.overlay.close();
  }

  /** Out of the innermost thing that is open. */
  private stepBack(): void {
    for (const closeInner of this.closers) if (closeInner()) return;
    if (!this.closePanels()) this.close();
  }

  private open(focus: HTMLElement): void {
    this.overlay.open();
    this.apply();
    focus.focus({preventScroll: true});
  }

  /** Progress, outline and place go along with the scroll, once a frame. */
  private follow(progress: Progress, outline: Outline): void {
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const store = (): void => this.events.onRecord({position: progress.part >= 1 ? null : progress.position});
    const update = (): void => {
      frame = 0;
      progress.follow();
      outline.follow();
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(update);
      clearTimeout(rest);
      rest = setTimeout(store, kRestMilliseconds);
    };
    update();
    this.scroller.addEventListener("scroll", onScroll, {passive: true});
    this.endings.push(() => {
      cancelAnimationFrame(frame);
      if (rest === undefined) return;
      clearTimeout(rest);
    });
  }

  private toast(words: string, action: string, act: () => void): void {
    const toast = element(
      "p", {class: "toast", attributes: {role: "status"}},
      words,
      element(
        "button",
        {
          class: "text-button", attributes: {type: "button"},
          on: {
            click: () => {
              act();
              toast.remove();
            },
          },
        },
        action,
      ),
    );
    this.overlay.dialog.append(toast);
    setTimeout(() => toast.remove(), kToastMilliseconds);
  }

  private hostOf(article: Article): string {
    return URL.canParse(article.url ?? "") ? new URL(article.url ?? "").host.replace(/^www\./, "") : "";
  }

  private keptKinds(article: Article): readonly string[] {
    return this.settings.kept[this.hostOf(article)] ?? [];
  }

  private keepKinds(article: Article, kinds: readonly string[]): void {
    const {[this.hostOf(article)]: _, ...others} = this.settings.kept;
    const kept = kinds.length > 0 ? {...others, [this.hostOf(article)]: [...kinds]} : others;
    this.change({kept});
  }

  private ending(article: Article): HTMLElement {
    const host = this.hostOf(article);
    return element(
      "footer", {class: "ending"},
      element("button", {class: "text-button", attributes: {type: "button"}, on: {click: () => this.close()}}, host ? text("readOn", host) : text("showPage")),
    );
  }

  private closeButton(): HTMLButtonElement {
    return element(
      "button",
      {class: "quiet-button close", attributes: {type: "button", "aria-label": text("close"), title: `${text("close")} (Esc)`}, on: {click: () => this.close()}},
      icon("close"),
    );
  }

  private panelButton(name: IconName, label: string, panel: HTMLElement, count?: string): HTMLButtonElement {
    const button = element(
      "button",
      {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: label, "aria-expanded": "false", "data-panel": name}, on: {click: () => this.togglePanel(panel)}},
      icon(name),
      count && element("span", {class: "count", attributes: {"aria-hidden": "true"}}, count),
    );
    this.panels.set(panel, button);
    return button;
  }

  private togglePanel(panel: HTMLElement): void {
    const isOpening = panel.hidden;
    this.closePanels();
    if (!isOpening) return;
    panel.hidden = false;
    this.panels.get(panel)?.setAttribute("aria-expanded", "true");
    panel.querySelector<HTMLElement>("h2[tabindex], input:checked, button")?.focus();
  }

  /** True when one was open; focus goes back to its button. */
  private closePanels(): boolean {
    let wasOpen = false;
    for (const [panel, button] of this.panels) {
      if (panel.hidden) continue;
      wasOpen = true;
      panel.hidden = true;
      button.setAttribute("aria-expanded", "false");
      button.focus({preventScroll: true});
    }
    return wasOpen;
  }

  private change(changes: Partial<Settings>): void {
    this.settings = {...this.settings, ...changes};
    this.apply();
    this.events.onSettings(changes);
  }

  private apply(): void {
    applyAppearance(this.overlay.dialog, this.settings);
    this.ruler.isShown = this.settings.ruler;
    for (const family of familiesFor(this.settings.typeface)) void useFont(family);
  }
}
