// The panels that hang from buttons of the toolbar: at most one is open, and focus goes back to its button.

import {element, icon, type IconName} from "../shared/dom";

export class Panels {
  private readonly buttons = new Map<HTMLElement, HTMLButtonElement>();
  /** What a panel was opened from, where that was not its button. */
  private opener: HTMLElement | null = null;
  private readonly unfilled = new Map<HTMLElement, () => void>();

  /** The button that opens and closes a panel; `fill` makes what is in it, when it is first opened. */
  button(name: IconName, label: string, panel: HTMLElement, {count, fill, keys}: {count?: string; fill?: () => void; keys?: string} = {}): HTMLButtonElement {
    if (fill) this.unfilled.set(panel, fill);
    const button = element(
      "button",
      {class: "quiet-button", attributes: {type: "button", "aria-label": label, title: keys ? `${label} (${keys})` : label, "aria-expanded": "false", "data-panel": name}, on: {click: () => this.toggle(panel)}},
      icon(name),
      count && element("span", {class: "count", attributes: {"aria-hidden": "true"}}, count),
    );
    this.buttons.set(panel, button);
    return button;
  }

  toggle(panel: HTMLElement, opener: HTMLElement | null = null): void {
    const isOpening = panel.hidden;
    this.close();
    if (!isOpening) return;
    this.unfilled.get(panel)?.();
    this.unfilled.delete(panel);
    panel.hidden = false;
    this.opener = opener;
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
      (this.opener?.isConnected ? this.opener : button).focus({preventScroll: true});
      this.opener = null;
    }
    return wasOpen;
  }

  /** Forgets all panels: another article comes with its own. */
  clear(): void {
    this.buttons.clear();
    this.unfilled.clear();
  }
}
