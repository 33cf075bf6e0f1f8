// Puts the view together: toolbar, article or message, panels; and keeps it in step with the settings.

import type {Article} from "../shared/article";
import {interfaceDirection, interfaceLanguage, text} from "../shared/browser";
import type {Settings} from "../shared/settings";
import {AppearancePanel} from "./appearance_panel";
import {ArticleView} from "./article_view";
import {element, icon, type IconName} from "./dom";
import {confidenceNotice, failurePage, partialNotice, withheldNotice} from "./notices";
import {Overlay} from "./overlay";
import {RemovedDrawer} from "./removed_drawer";

/** A line is this much higher than its text, and a whole number of pixels: the rhythm of the page. */
const kLeading = 1.55;
/** Of the serif's text sizes: the width of an average character, in parts of the text size. */
const kCharacterWidth = 0.447;
/** On a window narrower than this (CSS pixels) the text is a little smaller: a line must hold enough words. */
const kNarrowWindow = 560;
const kNarrowScale = 0.925;

export interface ViewEvents {
  onClosed(): void;
  onSettings(changes: Partial<Settings>): void;
}

export class ReaderView {
  private readonly overlay: Overlay;
  private readonly scroller = element("main", {class: "scroller"});
  private readonly toolbar = element("header", {class: "toolbar"});
  private readonly panels = new Map<HTMLElement, HTMLButtonElement>();

  constructor(private settings: Settings, private readonly events: ViewEvents) {
    this.overlay = new Overlay(() => {
      removeEventListener("resize", this.onResize);
      events.onClosed();
    });
    const {dialog} = this.overlay;
    dialog.setAttribute("aria-labelledby", "headline");
    dialog.lang = interfaceLanguage();
    dialog.dir = interfaceDirection();
    dialog.append(this.toolbar, this.scroller);
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
    this.scroller.addEventListener("scroll", () => dialog.classList.toggle("scrolled", this.scroller.scrollTop > 8), {passive: true});
    this.scroller.addEventListener("pointerdown", () => this.closePanels());
    addEventListener("resize", this.onResize, {passive: true});
  }

  private readonly onResize = (): void => this.apply();

  showArticle(article: Article): void {
    const close = (): void => this.close();
    const view = new ArticleView(article);
    const top = [confidenceNotice(article, close)];
    const end = [withheldNotice(article, close), partialNotice(article, close)];
    for (const notice of top) if (notice) view.body.before(notice);
    for (const notice of end) if (notice) view.body.after(notice);
    view.root.append(this.ending(article));
    this.scroller.append(view.root);

    const drawer = new RemovedDrawer(view, () => this.closePanels());
    const panel = new AppearancePanel(this.settings, (changes) => this.change(changes));
    const count = article.removed.length;
    this.toolbar.append(
      ...(count > 0 ? [this.panelButton("removed", text("removedCount", count), drawer.root, String(count))] : []),
      this.panelButton("appearance", text("appearance"), panel.root),
      this.closeButton(),
    );
    this.overlay.dialog.append(panel.root, drawer.root);
    this.open(view.root);
  }

  showFailure(code: string): void {
    const page = failurePage(code, () => this.close());
    this.scroller.append(page);
    this.toolbar.append(this.closeButton());
    this.open(page);
  }

  close(): void {
    this.overlay.close();
  }

  /** Out of the innermost thing that is open. */
  private stepBack(): void {
    if (!this.closePanels()) this.close();
  }

  private open(focus: HTMLElement): void {
    this.overlay.open();
    this.apply();
    focus.focus({preventScroll: true});
  }

  private ending(article: Article): HTMLElement {
    const host = article.url && URL.canParse(article.url) ? new URL(article.url).host.replace(/^www\./, "") : "";
    return element(
      "footer",
      {class: "ending"},
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
    panel.querySelector<HTMLElement>("h2, input:checked, button")?.focus();
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
    const {dialog} = this.overlay;
    const browserSize = parseFloat(getComputedStyle(dialog).fontSize) || 16;
    const scale = innerWidth < kNarrowWindow ? kNarrowScale : 1;
    const size = Math.round((browserSize * scale * this.settings.textSize) / 100);
    dialog.dataset["theme"] = this.settings.theme;
    dialog.style.setProperty("--size", `${size}px`);
    dialog.style.setProperty("--line", `${Math.round(size * kLeading)}px`);
    dialog.style.setProperty("--measure", `${Math.round(this.settings.measure * kCharacterWidth * size)}px`);
  }
}
