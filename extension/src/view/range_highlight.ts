// Colours a range of text without changing any element, where the browser can; elsewhere it does nothing.

export class RangeHighlight {
  constructor(private readonly name: string) {}

  show(...ranges: (Range | null)[]): void {
    const shown = ranges.filter((range) => range !== null);
    try {
      CSS.highlights.set(this.name, new Highlight(...shown));
    } catch {
      // No custom highlights here: the place is still scrolled to.
    }
  }

  clear(): void {
    try {
      CSS.highlights.delete(this.name);
    } catch {
      // As above.
    }
  }
}
