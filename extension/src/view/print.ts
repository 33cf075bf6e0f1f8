// Printing: a dialog in the top layer prints one window of it, so while the browser prints, the view stands
// in the page as an ordinary element, the page is hidden, links are listed as notes, and what is folded is open.

import {text} from "../shared/browser";
import {element} from "../shared/dom";
import type {Overlay} from "./overlay";

const kPageHidden = "@media print { html > :not(lectern-reader) { display: none !important; } html, body { overflow: visible !important; block-size: auto !important; background: none !important; } }";

/** Numbers the links of the body and lists their addresses at its end. */
function listLinks(body: HTMLElement): () => void {
  const added: Element[] = [];
  const addresses: string[] = [];
  for (const link of body.querySelectorAll<HTMLAnchorElement>("a[href]:not([href^='#'])")) {
    if (!link.textContent?.trim()) continue;
    let number = addresses.indexOf(link.href) + 1;
    if (number === 0) number = addresses.push(link.href);
    const mark = element("sup", {class: "link-number"}, String(number));
    link.after(mark);
    added.push(mark);
  }
  if (addresses.length > 0) {
    const list = element(
      "section", {class: "print-links"},
      element("h2", {}, text("links")),
      element("ol", {}, ...addresses.map((address) => element("li", {}, address))),
    );
    body.after(list);
    added.push(list);
  }
  return () => {
    for (const node of added) node.remove();
  };
}

/** The width of a page less its margins, and the size of its text (aids.css), in CSS pixels: A4 and Letter differ little. */
const kPaperWidth = 640, kPaperText = 11 * (96 / 72);
/** Smaller type is not read; what is wider still breaks its words. */
const kLeastPart = 0.45;

/** Tables that scroll sideways on the screen are set smaller on paper, as far as they need it. */
function fitTables(body: HTMLElement): () => void {
  const fitted: HTMLElement[] = [];
  for (const frame of body.querySelectorAll<HTMLElement>(".table-frame")) {
    const width = (frame.scrollWidth / parseFloat(getComputedStyle(body).fontSize)) * kPaperText;
    if (frame.scrollWidth <= frame.clientWidth || width <= kPaperWidth) continue;
    frame.classList.add("wide");
    frame.style.setProperty("--part", Math.max(kLeastPart, kPaperWidth / width).toFixed(2));
    fitted.push(frame);
  }
  return () => {
    for (const frame of fitted) {
      frame.classList.remove("wide");
      frame.style.removeProperty("--part");
    }
  };
}

/** Prepares the view for the browser's printing and puts it back; gives a function that ends this. */
export function preparePrinting(overlay: Overlay, body: HTMLElement): () => void {
  const {dialog} = overlay;
  let undo: (() => void) | null = null;
  const before = (): void => {
    if (undo || !dialog.open) return;
    const growTables = fitTables(body);
    const removeLinks = listLinks(body);
    const folded = [...body.querySelectorAll("details:not([open])")];
    for (const details of folded) details.setAttribute("open", "");
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(kPageHidden);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const scroller = dialog.querySelector(".scroller");
    const top = scroller?.scrollTop ?? 0;
    const stepUp = overlay.stepDown();
    dialog.classList.add("printing");
    undo = () => {
      dialog.classList.remove("printing");
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((candidate) => candidate !== sheet);
      removeLinks();
      growTables();
      for (const details of folded) details.removeAttribute("open");
      stepUp();
      scroller?.scrollTo({top, behavior: "instant"});
    };
  };
  const after = (): void => {
    undo?.();
    undo = null;
  };
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    after();
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}
