// Puts the view together: toolbar, article or message, panels and aids; and keeps it in step with the settings.

import type {Article} from "../shared/article";
import {interfaceDirection, interfaceLanguage, text} from "../shared/browser";
import type {RecordChanges} from "../shared/messages";
import type {ArticleRecord, Position} from "../shared/records";
import type {Settings} from "../shared/settings";
import {applyAppearance, familiesFor} from "./appearance";
import {AppearancePanel} from "../shared/appearance_panel";
import {Arrival} from "./arrival";
import {ArticleView} from "./article_view";
import {element, icon, type IconName} from "../shared/dom";
import {kFontFamilies} from "../shared/fonts";
import {nextTask} from "../shared/next_task";
import {ending} from "./ending";
import {useFont, useWholeFont} from "./fonts";
import {Footnotes} from "./footnotes";
import {HelpPanel, kFindKeys, kHelpKey, welcome} from "./help_panel";
import {Highlights} from "./highlights";
import {KeepPanel} from "./keep_panel";
import {Lightbox} from "./lightbox";
import {confidenceNotice, failurePage, partialNotice, withheldNotice} from "./notices";
import {Outline} from "./outline";
import {Overlay} from "./overlay";
import {Panels} from "./panels";
import {preparePrinting} from "./print";
import {Progress} from "./progress";
import {RemovedDrawer} from "./removed_drawer";
import {Ruler} from "./ruler";
import {SearchBar} from "./search_bar";
import {SpeechBar} from "./speech/speech_bar";
import {toast} from "./toast";
import type {Wording} from "../shared/wording";

/** The place is stored when the reader has rested there this long. */
const kRestMilliseconds = 800;
const kScrolledPixels = 8;

export interface ViewEvents {
  onClosed(): void;
  /** The reader wants the settings page. */
  onSettingsPage(): void;
  /** Both reject when it could not be stored. */
  onSettings(changes: Partial<Settings>): Promise<unknown>;
  onRecord(changes: RecordChanges): Promise<void>;
  /** The reader asks for what comes after the article: the article with it, or a rejection. */
  onNextPage(): Promise<Reading>;
  /** The reader picks another article of the same page. */
  onPick(title: string): Promise<Reading>;
}

/** An article and what can be done from it. */
export interface Reading {
  article: Article;
  /** How its header reads, where that is known already. */
  wording?: Wording;
  /** Whether the page links to a next page of the article. */
  hasNextPage: boolean;
  /** Titles of the other articles of the page. */
  others: readonly string[];
  /** Whether the place in it is remembered: a part of a page has no place of its own. */
  hasPlace: boolean;
}

export class ReaderView {
  private readonly overlay: Overlay;
  private readonly scroller = element("main", {class: "scroller"});
  private readonly toolbar = element("header", {class: "toolbar"});
  private readonly panels = new Panels();
  private readonly ruler = new Ruler(this.scroller);
  /** Closes the innermost thing that is open; true when there was one. */
  private closers: (() => boolean)[] = [];
  /** What ends with the article that is shown, and what ends with the view. */
  private articleEndings: (() => void)[] = [];
  private readonly endings: (() => void)[] = [];
  private shown: ArticleView | null = null;
  private progress: Progress | null = null;
  /** Where the reader is, as of the last scroll: once the window has another size it is too late to ask. */
  private place: Position | null = null;
  private search: SearchBar | null = null;
  private help: HelpPanel | null = null;

  constructor(private settings: Settings, private readonly events: ViewEvents) {
    this.overlay = new Overlay(() => {
      for (const end of [...this.articleEndings, ...this.endings]) end();
      events.onClosed();
    });
    const {dialog} = this.overlay;
    dialog.setAttribute("aria-labelledby", "headline");
    dialog.lang = interfaceLanguage();
    dialog.dir = interfaceDirection();
    dialog.append(this.toolbar, this.scroller, this.ruler.root);
    dialog.addEventListener("keydown", (event) => this.takeKey(event));
    // Browsers differ in when Escape cancels a dialog, so the key is taken above; `cancel` is the Back gesture.
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      this.stepBack();
    });
    this.scroller.addEventListener("scroll", () => dialog.classList.toggle("scrolled", this.scroller.scrollTop > kScrolledPixels), {passive: true});
    this.scroller.addEventListener("pointerdown", () => this.panels.close());
    const onResize = (): void => this.apply(this.place);
    addEventListener("resize", onResize, {passive: true});
    this.endings.push(() => removeEventListener("resize", onResize));
  }

  /** Shows an article, in place of the one that is shown if there is one; `view` where it is made already. */
  async showArticle(reading: Reading, record: ArticleRecord | null, view = new ArticleView(reading.article, reading.wording)): Promise<void> {
    this.clear();
    const {dialog} = this.overlay;
    const {article} = reading;
    const close = (): void => this.close();
    this.shown = view;
    const {body} = view;
    for (const notice of [confidenceNotice(article, close)]) if (notice) body.before(notice);
    for (const notice of [partialNotice(article, close), withheldNotice(article, close)]) if (notice) body.after(notice);
    const help = new HelpPanel(() => this.events.onSettingsPage());
    const openHelp = (opener: HTMLElement): void => this.panels.toggle(help.root, opener);
    if (!this.settings.welcomed) {
      view.root.prepend(welcome(openHelp));
      this.settings = {...this.settings, welcomed: true};
      // Not the reader's choice: where it cannot be stored, they are welcomed again.
      setTimeout(() => void this.events.onSettings({welcomed: true}).catch(() => undefined), kRestMilliseconds);
    }
    view.root.append(
      ending(reading, {onClose: close, onHelp: openHelp, onNextPage: () => this.appendNextPage(record), onPick: (title) => this.pick(title)}),
    );
    this.scroller.append(view.root);

    const closePanels = (): void => void this.panels.close();
    const footnotes = new Footnotes(view);
    const lightbox = new Lightbox(body);
    const highlights: Highlights = new Highlights(view, record?.highlights ?? [], (list) => {
      this.events.onRecord({highlights: list}).catch(() => toast(dialog, text("notStored"), {label: text("saveNotes"), act: () => keep.saveNotes()}));
      keep.showNotes();
    });
    const keep: KeepPanel = new KeepPanel(view, highlights, () => print(), closePanels);
    const listen = this.toolButton("listen", text("readAloud"));
    const speech = new SpeechBar(view, this.settings, listen, (changes) => this.storeSettings(changes));
    const drawer = new RemovedDrawer(view, this.keptKinds(article), (kinds) => this.keepKinds(article, kinds), closePanels);
    const appearance = new AppearancePanel(this.settings, (changes) => this.change(changes));
    const outline = new Outline(view, this.scroller, closePanels);
    const progress = new Progress(view, this.scroller);
    this.progress = progress;
    const searchButton = this.toolButton("search", text("search"), kFindKeys);
    const search = new SearchBar(view.root, searchButton);
    const appearanceButton = this.panels.button("appearance", text("appearance"), appearance.root, {fill: () => appearance.fill()});
    // Each typeface is named in its own letters.
    appearanceButton.addEventListener("click", () => Promise.all(kFontFamilies.map((family) => useFont(family, "first"))));

    const count = article.removed.length;
    this.toolbar.append(
      ...(outline.isWorthShowing ? [this.panels.button("outline", text("outline"), outline.root)] : []),
      progress.left,
      element("span", {class: "toolbar-space"}),
      ...(count > 0 ? [this.panels.button("removed", text("removedCount", count), drawer.root, {count: String(count), fill: () => drawer.fill()})] : []),
      searchButton,
      ...("speechSynthesis" in globalThis ? [listen] : []),
      this.panels.button("keep", text("keep"), keep.root),
      appearanceButton,
      this.panels.button("help", text("help"), help.root, {fill: () => help.fill(), keys: kHelpKey}),
      this.closeButton(),
      progress.bar,
    );
    dialog.append(search.root, outline.root, drawer.root, keep.root, appearance.root, help.root, speech.root, highlights.bar, highlights.card, footnotes.card, lightbox.root);
    for (const {listeners} of [search.field, highlights.note]) listeners.push((event) => this.takeKey(event, true));
    this.search = search;
    this.help = help;
    this.closers = [() => lightbox.close(), () => footnotes.close(), () => highlights.closeCard(), () => this.panels.close(), () => search.close(), () => speech.close()];
    this.articleEndings = [() => speech.close(), () => search.close(), () => highlights.end(), preparePrinting(this.overlay, body)];

    // A place further down, and columns as long as each other, need all of it at once.
    const comes = !this.overlay.isOpen && !record?.position && this.settings.columns === 1 ? new Arrival(body) : null;
    if (!this.overlay.isOpen) await nextTask(); // what is laid out below is as much again
    this.open(view.root);
    const follow = this.follow(progress, outline, reading.hasPlace);
    void comes?.run(follow);
    this.articleEndings.push(() => comes?.end());
    if (reading.hasPlace && record?.position && progress.goTo(record.position)) {
      toast(dialog, text("continued"), {label: text("fromStart"), act: () => this.scroller.scrollTo({top: 0, behavior: "instant"})});
    }
  }

  showFailure(code: string): void {
    this.clear();
    const page = failurePage(code, () => this.close());
    this.scroller.append(page);
    this.toolbar.append(element("span", {class: "toolbar-space"}), this.closeButton());
    this.open(page);
  }

  close(): void {
    this.overlay.close();
  }

  private clear(): void {
    for (const end of this.articleEndings.splice(0)) end();
    this.closers = [];
    this.progress = null;
    this.place = null;
    this.search = null;
    this.help = null;
    this.shown = null;
    this.panels.clear();
    this.toolbar.replaceChildren();
    this.scroller.replaceChildren();
    this.overlay.dialog.replaceChildren(this.toolbar, this.scroller, this.ruler.root);
  }

  private async appendNextPage(record: ArticleRecord | null): Promise<void> {
    const {dialog} = this.overlay;
    const restored = new Set(this.shown?.restoredIds);
    const reading = await this.events.onNextPage();
    if (!dialog.open) return;
    const top = this.scroller.scrollTop;
    await this.showArticle(reading, record && {...record, position: null});
    for (const block of reading.article.removed) if (restored.has(block.id)) this.shown?.putBack(block);
    this.scroller.scrollTo({top, behavior: "instant"});
    toast(dialog, text("nextPageAdded"));
  }

  private async pick(title: string): Promise<void> {
    const reading = await this.events.onPick(title);
    if (!this.overlay.isOpen) return;
    await this.showArticle(reading, null);
    this.scroller.scrollTo({top: 0, behavior: "instant"});
  }

  private takeKey(event: KeyboardEvent, isTyping = false): void {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") this.stepBack();
    else if (event.key === kHelpKey && this.help && !isTyping && !event.ctrlKey && !event.metaKey) this.panels.toggle(this.help.root, this.overlay.focusedElement);
    else if (!this.search?.takesKey(event)) return;
    event.preventDefault();
  }

  /** Out of the innermost thing that is open. */
  private stepBack(): void {
    for (const closeInner of this.closers) if (closeInner()) return;
    this.close();
  }

  private open(focus: HTMLElement): void {
    if (this.overlay.isOpen) this.apply();
    else this.overlay.open(() => this.apply());
    focus.focus({preventScroll: true});
  }

  /** Progress, outline and place go along with the scroll, once a frame; gives what to call when the text has grown. */
  private follow(progress: Progress, outline: Outline, hasPlace: boolean): () => void {
    let frame = 0;
    let rest: ReturnType<typeof setTimeout> | undefined;
    // A place that is lost costs the reader a moment: not worth a word.
    const store = (): void => void this.events.onRecord({position: progress.part >= 1 ? null : progress.position}).catch(() => undefined);
    const update = (): void => {
      frame = 0;
      this.place = progress.position;
      progress.follow();
      outline.follow();
    };
    const onScroll = (): void => {
      frame ||= requestAnimationFrame(update);
      clearTimeout(rest);
      if (hasPlace) rest = setTimeout(store, kRestMilliseconds);
    };
    update();
    this.scroller.addEventListener("scroll", onScroll, {passive: true});
    this.articleEndings.push(() => {
      this.scroller.removeEventListener("scroll", onScroll);
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    });
    return () => {
      frame ||= requestAnimationFrame(update);
    };
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

  private toolButton(name: IconName, label: string, keys?: string): HTMLButtonElement {
    return element("button", {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: keys ? `${label} (${keys})` : label, "data-panel": name}}, icon(name));
  }

  private closeButton(): HTMLButtonElement {
    return element(
      "button",
      {class: "quiet-button close", attributes: {type: "button", "aria-label": text("close"), title: `${text("close")} (Esc)`}, on: {click: () => this.close()}},
      icon("close"),
    );
  }

  private change(changes: Partial<Settings>): void {
    this.settings = {...this.settings, ...changes};
    this.apply();
    for (const family of familiesFor(this.settings.typeface)) void useWholeFont(family);
    this.storeSettings(changes);
  }

  private storeSettings(changes: Partial<Settings>): void {
    this.events.onSettings(changes).catch(() => toast(this.overlay.dialog, text("choiceNotStored")));
  }

  /** Whatever changes about the looks, the line that is read stays where it is. */
  private apply(place = this.progress?.position): void {
    applyAppearance(this.overlay.dialog, this.settings);
    if (place) this.progress?.goTo(place);
    this.ruler.isShown = this.settings.ruler;
    for (const family of familiesFor(this.settings.typeface)) void useFont(family, "first");
  }
}
