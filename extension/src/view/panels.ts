// The panels that hang from buttons of the toolbar: at most one is open, and focus goes back to its button.

import {element, icon, type IconName} from "../shared/dom";

export class Panels {
  private readonly buttons = new Map<HTMLElement, HTMLButtonElement>();
  private readonly unfilled = new Map<HTMLElement, () => void>();

  /** The button that opens and closes a panel; `fill` makes what is in it, when it is first opened. */
  button(name: IconName, label: string, panel: HTMLElement, {count, fill}: {count?: string; fill?: () => void} = {}): HTMLButtonElement {
    if (fill) this.unfilled.set(panel, fill);
    const button = element(
      "button",
      {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: label, "aria-expanded": "false", "data-panel": name}, on: {click: () => this.toggle(panel)}},
      icon(name),
      count && element("span", {class: "count", attributes: {"aria-hidden": "true"}}, count),
    );
    this.buttons.set(panel, button);
    return button;
  }

  toggle(panel: HTMLElement): void {
    const isOpening = panel.hidden;
    this.close();
    if (!isOpening) return;
    this.unfilled.get(panel)?.();
    this.unfilled.delete(panel);
    panel.hidden = false;
    this.buttons.get(panel)?.setAttribute("aria-expanded", "true");
    panel.querySelector<HTMLElement>("h2[tabindex], input:checked, button")?.focus();
  }

  /** True when one was open. */
  close(): boolean {
    let wasOpen = false;
    for (const [panel, button] of this.buttons) {
      if (panel.hidden) continue;
      wasOpen = true;
      panel.hidden = true;
      button.setAttribute("aria-expanded", "false");
      button.focus({preventScroll: true});
    }
    return wasOpen;
  }

  /** Forgets all panels: another article comes with its own. */
  clear(): void {
    this.buttons.clear();
    this.unfilled.clear();
  }
}
