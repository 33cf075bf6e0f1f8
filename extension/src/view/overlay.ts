// The place the view lives in: a dialog in a closed shadow root, above the page and apart from its styles.
// The address, the page and its state stay as they are.

import {isOrphaned} from "../shared/browser";
import {element} from "../shared/dom";
import {BackButton} from "./back_button";
import {holdPage, releasePage, type PageState} from "./page_state";
import {kStyles} from "./styles";

const kFocusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const kHostName = "lectern-reader";
/** A page that removes or covers the view this often wants it gone; then it goes. */
const kReturns = 20;
/** How often it is seen to that nothing covers the view. */
const kWatchMilliseconds = 500;
/** Where it is looked for, in parts of the window. */
const kWatchedPlaces = [[0.5, 0.5], [0.1, 0.1], [0.9, 0.1], [0.1, 0.9], [0.9, 0.9]] as const;

/** A view that an earlier version of the extension left on the page makes way; some browsers stop its scripts at once. */
function dismissOrphans(): void {
  const orphans = [...document.documentElement.children].filter((child) => child.localName === kHostName);
  for (const orphan of orphans) orphan.remove();
  if (orphans.length > 0) releasePage();
}

export class Overlay {
  readonly dialog: HTMLDialogElement;
  private readonly host: HTMLElement;
  private page: PageState | undefined;
  private returns = 0;
  private readonly back = new BackButton(() => this.close());
  private readonly presence = new MutationObserver(() => this.stayOnTop());
  private watch: ReturnType<typeof setInterval> | undefined;
  private isSteppedDown = false;
  /** What had the focus last: an element that leaves the page loses it. */
  private focused: HTMLElement | null = null;

  constructor(private readonly onClosed: () => void) {
    this.host = document.createElement(kHostName);
    const shadow = this.host.attachShadow({mode: "closed"});
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(kStyles);
    shadow.adoptedStyleSheets = [sheet];
    this.dialog = element("dialog", {class: "reader"});
    shadow.append(this.dialog);
    // It also closes for a moment when it goes out of the top layer and back.
    this.dialog.addEventListener("close", () => {
      if (!this.dialog.open) this.leave();
    });
    this.dialog.addEventListener("keydown", (event) => this.wrapFocus(event, shadow));
    this.dialog.addEventListener("focusin", ({target}) => {
      this.focused = target instanceof HTMLElement ? target : null;
    });
    // What is typed here is not meant for the page's shortcuts.
    for (const type of ["keydown", "keypress", "keyup"] as const) this.dialog.addEventListener(type, (event) => event.stopPropagation());
  }

  /** What in the view has the focus. */
  get focusedElement(): HTMLElement | null {
    const {activeElement} = this.dialog.getRootNode() as ShadowRoot;
    return activeElement instanceof HTMLElement ? activeElement : null;
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  /** `dress` is called when styles are known and nothing is laid out yet: laying out twice costs as much as all the rest. */
  open(dress: () => void): void {
    dismissOrphans();
    this.page = holdPage();
    document.documentElement.append(this.host);
    dress();
    this.dialog.showModal();
    void this.back.hold();
    this.presence.observe(document, {childList: true});
    this.presence.observe(document.documentElement, {childList: true});
    this.watch = setInterval(() => this.stayOnTop(), kWatchMilliseconds);
  }

  /** Makes the dialog an ordinary element of the page, which is all that a printer sees; gives the way back. */
  stepDown(): () => void {
    const focused = (this.dialog.getRootNode() as ShadowRoot).activeElement;
    this.isSteppedDown = true;
    this.dialog.close();
    this.dialog.show();
    return () => {
      this.isSteppedDown = false;
      if (!this.page || !this.dialog.isConnected) return;
      this.dialog.close();
      this.dialog.showModal();
      if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
    };
  }

  /** Pages that rebuild themselves take the view out with the rest or move it, and their own dialogs open over it. */
  private stayOnTop(): void {
    if (!this.page || this.isSteppedDown) return;
    const isThere = this.host.isConnected && this.dialog.matches(":modal");
    if (isThere && !this.isCovered()) {
      if (document.activeElement !== this.host) this.focused?.focus({preventScroll: true});
      return;
    }
    if (isOrphaned()) {
      this.makeWay();
      return;
    }
    if (++this.returns > kReturns) {
      this.close();
      return;
    }
    const {focused} = this;
    const scroller = this.dialog.querySelector(".scroller");
    const top = scroller?.scrollTop ?? 0;
    if (!this.host.isConnected) document.documentElement.append(this.host);
    if (this.dialog.open) this.dialog.close();
    this.dialog.showModal();
    scroller?.scrollTo({top, behavior: "instant"});
    focused?.focus({preventScroll: true});
  }

  /** What lies under these places of the window is the view, or something lies over it. */
  private isCovered(): boolean {
    return !document.hidden && kWatchedPlaces.some(([x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight) !== this.host);
  }

  close(): void {
    if (this.dialog.open) this.dialog.close();
    this.leave();
  }

  /** Tab after the last element leads to the first: some browsers lose their way between page and dialog. */
  private wrapFocus(event: KeyboardEvent, shadow: ShadowRoot): void {
    if (event.key !== "Tab" || event.defaultPrevented) return;
    const focusable = [...this.dialog.querySelectorAll<HTMLElement>(kFocusable)].filter((candidate) => candidate.checkVisibility());
    const [leaves, enters] = event.shiftKey ? [focusable[0], focusable.at(-1)] : [focusable.at(-1), focusable[0]];
    if (!leaves || shadow.activeElement !== leaves) return;
    event.preventDefault();
    enters?.focus();
  }

  private stopWatching(): void {
    this.presence.disconnect();
    clearInterval(this.watch);
  }

  /** For the view of a newer version, which holds the page from here on. */
  private makeWay(): void {
    this.page = undefined;
    this.stopWatching();
    this.back.forget();
    this.onClosed();
  }

  /** Once, however the dialog was closed. */
  private leave(): void {
    const page = this.page;
    if (!page) return;
    this.page = undefined;
    this.stopWatching();
    this.host.remove();
    this.back.release();
    page.restore();
    this.onClosed();
  }
}
