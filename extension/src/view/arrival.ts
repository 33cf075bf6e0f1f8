// A long article comes in parts: what the first screen shows is laid out and drawn, then the rest below it, some at a
// time, so that the browser never stands still for all of it.

/** More than the largest window holds of the smallest text. */
const kFirstCharacters = 8000;
/** What is laid out in about half a frame. */
const kNextCharacters = 8000;
/** A picture or a row of a table takes as much room as a few lines. */
const kLeastCharacters = 200;
const kFrameMilliseconds = 16;

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, kFrameMilliseconds)); // a hidden page draws no frames
}

export class Arrival {
  private readonly parts: Element[][] = [];
  private isEnded = false;

  constructor(body: Element) {
    let room = kFirstCharacters;
    let part: Element[] = []; // the first is not held back
    for (const block of body.children) {
      if (room <= 0) {
        room = kNextCharacters;
        part = [];
        this.parts.push(part);
      }
      room -= Math.max(kLeastCharacters, block.textContent?.length ?? 0);
      part.push(block);
    }
    for (const block of this.parts.flat()) block.classList.add("coming");
  }

  /** Lets the parts in; `onPart` is told of each. */
  async run(onPart: () => void): Promise<void> {
    for (const part of this.parts) {
      await nextFrame();
      if (this.isEnded) return;
      for (const block of part) block.classList.remove("coming");
      onPart();
    }
  }

  end(): void {
    this.isEnded = true;
  }
}
