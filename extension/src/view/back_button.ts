// The browser's Back leaves the view before it leaves the page. While the view is open the page's history
// holds its current entry twice, with the same state and address, so a page that routes by itself finds
// nothing new when one of them goes away.

/** Going back takes a moment; a view that is opened again meanwhile waits for it, but not for ever. */
const kLongestWayBackMilliseconds = 500;

let wayBack: Promise<void> = Promise.resolve();

function goBack(): Promise<void> {
  return new Promise((resolve) => {
    const arrive = (): void => {
      removeEventListener("popstate", arrive);
      resolve();
    };
    addEventListener("popstate", arrive);
    setTimeout(arrive, kLongestWayBackMilliseconds);
    history.back();
  });
}

export class BackButton {
  private state: "idle" | "waiting" | "held" = "idle";

  constructor(private readonly onBack: () => void) {}

  async hold(): Promise<void> {
    this.state = "waiting";
    await wayBack;
    if (this.state !== "waiting") return; // closed again meanwhile
    try {
      history.pushState(history.state, "");
      this.state = "held";
      addEventListener("popstate", this.onPopState);
    } catch {
      this.state = "idle"; // pages in a sandbox may not; Back leaves the page there
    }
  }

  release(): void {
    const wasHeld = this.state === "held";
    this.forget();
    if (wasHeld) wayBack = goBack();
  }

  /** Leaves the history as it is. */
  forget(): void {
    this.state = "idle";
    removeEventListener("popstate", this.onPopState);
  }

  private readonly onPopState = (): void => {
    this.forget();
    this.onBack();
  };
}
