// What the style of text means: bold, slanted, struck out, raised, small capitals, and how a list counts.

/** What the engine reads of an element's own style; all else is about looks. */
const kMeaningful = ["font-weight", "font-style", "font-variant-caps", "vertical-align", "list-style-type", "text-emphasis-style"];

/** Elements that the engine reads small capitals off. */
const kRunsOfText = new Set(["span", "small", "abbr", "acronym", "font"]);

const isSmall = (element: Element): boolean => /small-caps/.test(getComputedStyle(element).fontVariantCaps);

/** The answers of one document: asking for a computed style costs, and what has one class looks the same in most places. */
export class TextStyles {
  private readonly smallByClass = new Map<string, boolean>();

  /** Declarations for a `style` attribute, or empty. */
  meaningOf(element: Element): string {
    const told = element.hasAttribute("style") ? this.toldBy((element as HTMLElement).style) : [];
    const saysCaps = told.some((declaration) => declaration.startsWith("font-variant"));
    if (!saysCaps && this.isSmallByClass(element)) told.push("font-variant-caps: small-caps");
    return told.join("; ");
  }

  private toldBy(style: CSSStyleDeclaration): string[] {
    const told: string[] = [];
    for (const property of kMeaningful) {
      const value = style.getPropertyValue(property);
      if (value && value !== "initial" && value !== "inherit") told.push(`${property}: ${value.replace("all-small-caps", "small-caps")}`);
    }
    if (style.textDecorationLine.includes("line-through")) told.push("text-decoration: line-through");
    return told;
  }

  private isSmallByClass(element: Element): boolean {
    const names = element.getAttribute("class");
    if (!names || !kRunsOfText.has(element.localName)) return false;
    const around = element.parentElement;
    const key = `${element.localName} ${names}<${around?.localName ?? ""} ${around?.getAttribute("class") ?? ""}`;
    let answer = this.smallByClass.get(key);
    if (answer === undefined) {
      answer = isSmall(element) && !(around && isSmall(around)); // where all of it is small, that is the page's look
      this.smallByClass.set(key, answer);
    }
    return answer;
  }
}
