// The place the view lives in: a dialog in a closed shadow root, above the page and apart from its styles.
// The address, the page and its state stay as they are.

import {isOrphaned} from "../shared/browser";
import {element} from "../shared/dom";
import {BackButton} from "./back_button";
import {holdPage, releasePage, type PageState} from "./page_state";
import {kStyles} from "./styles";

const kFocusable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
const kHostName = "lectern-reader";
/** A page that removes the view this often wants it gone; then it goes. */
const kReturns = 20;

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
  private readonly presence = new MutationObserver(() => this.comeBack());

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
    // What is typed here is not meant for the page's shortcuts.
    for (const type of ["keydown", "keypress", "keyup"] as const) this.dialog.addEventListener(type, (event) => event.stopPropagation());
  }

  get isOpen(): boolean {
    return this.dialog.open;
  }

  open(): void {
    dismissOrphans();
    this.page = holdPage();
    document.documentElement.append(this.host);
    this.dialog.showModal();
    void this.back.hold();
    this.presence.observe(document, {childList: true});
    this.presence.observe(document.documentElement, {childList: true});
  }

  /** Makes the dialog an ordinary element of the page, which is all that a printer sees; gives the way back. */
  stepDown(): () => void {
    const focused = (this.dialog.getRootNode() as ShadowRoot).activeElement;
    this.dialog.close();
    this.dialog.show();
    return () => {
      if (!this.page || !this.dialog.isConnected) return;
      this.dialog.close();
      this.dialog.showModal();
      if (focused instanceof HTMLElement) focused.focus({preventScroll: true});
    };
  }

  /** Pages that rebuild themselves take the view out with the rest. */
  private comeBack(): void {
    if (!this.page || this.host.isConnected) return;
    if (isOrphaned()) {
      this.makeWay();
      return;
    }
    if (++this.returns > kReturns) {
      this.close();
      return;
    }
    document.documentElement.append(this.host);
    this.dialog.removeAttribute("open");
    this.dialog.showModal();
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

  /** For the view of a newer version, which holds the page from here on. */
  private makeWay(): void {
    this.page = undefined;
    this.presence.disconnect();
    this.back.forget();
    this.onClosed();
  }

  /** Once, however the dialog was closed. */
  private leave(): void {
    const page = this.page;
    if (!page) return;
    this.page = undefined;
    this.presence.disconnect();
    this.host.remove();
    this.back.release();
    page.restore();
    this.onClosed();
  }
}
