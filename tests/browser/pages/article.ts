// One article of our own writing, and the pages around it that the stories need.

export const kParagraphs: readonly string[] = [
  "The ferry to Low Island leaves at seven, or when the engine is warm, whichever comes later. On the first Monday of March it carried eleven sheep, a piano and the new schoolteacher, who had been told to bring her own chalk.",
  "Anna Verrall had taught in the city for nine years. She answered the advertisement, she says, because it was the only one that mentioned the weather. The school has fourteen pupils, two rooms and a stove that nobody else is allowed to touch.",
  "By the end of the first week she had learned which desks wobble, which children are cousins, and that a lesson about volcanoes will be stopped without warning when the herring boats come in. The parents expect it. So does the inspector.",
  "Attendance on the island has never fallen below ninety-six per cent since records began in 1911. The one exception was a Tuesday in 1962, when the whole school went to look at a whale and the register was signed on the beach.",
  "What the children lack is books. The library arrives twice a year in four tin trunks, and by spring every story has been read aloud so often that the youngest can correct the oldest. A request for a fifth trunk has been with the council since autumn.",
  "In April the council sent a reply. It regretted that trunks of that size were no longer made, and offered shelves instead. The boat that brought them also brought the carpenter, who stayed for the herring.",
];

export const kPrompt = "Subscribe to the Island Post for two crowns a week and read every story without limits.";
export const kHeadline = "The island school that stops for herring";

export function paragraphs(texts: readonly string[] = kParagraphs): string {
  return texts.map((text) => `<p>${text}</p>`).join("\n");
}

export function page(body: string, head = ""): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${kHeadline} | Island Post</title>
<meta property="og:site_name" content="Island Post"><meta property="og:type" content="article">${head}</head><body>${body}</body></html>`;
}

export function article(inside = paragraphs()): string {
  return `<header><nav><a href="#1">News</a> <a href="#2">Sport</a> <a href="#3">Weather</a></nav></header>
<main><article><h1>${kHeadline}</h1><p class="byline">By Ines Halvorsen</p>${inside}</article></main>
<footer><p>Island Post, Harbour Street 1</p></footer>`;
}

/** A page as most are: article, furniture, and a prompt in a plain paragraph. */
export const kOrdinaryPage = page(article(`${paragraphs(kParagraphs.slice(0, 3))}<p>${kPrompt}</p>${paragraphs(kParagraphs.slice(3))}`));

/** Styles that try to reach into anything on the page. */
export const kHostileCss = `<style>
* { display: none !important; visibility: hidden !important; color: transparent !important; font-size: 1px !important; }
html, head ~ body, main, article, h1, p { display: block !important; visibility: visible !important; }
lectern-reader, dialog, ::backdrop { opacity: 0 !important; transform: scale(0) !important; pointer-events: none !important; }
html { filter: blur(40px); } dialog:modal { inset: 200vh !important; }
</style>`;

/** The article in open and closed shadow roots, its paragraphs assigned to slots. */
export const kShadowPage = page(
  `<news-page><span slot="headline">${kHeadline}</span>${kParagraphs.slice(0, 3).map((text) => `<p slot="text">${text}</p>`).join("")}
<p>This paragraph is assigned to no slot, so no reader sees it.</p></news-page>
<script>
  const rest = ${JSON.stringify(kParagraphs.slice(3))};
  customElements.define("closed-part", class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({mode: "closed"});
      for (const text of rest) root.append(Object.assign(document.createElement("p"), {textContent: text}));
    }
  });
  customElements.define("news-page", class extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({mode: "open"}).innerHTML =
        '<article><h1><slot name="headline"></slot></h1><slot name="text"></slot><closed-part></closed-part><slot name="none"><p>' +
        'A slot that nothing is assigned to shows what it holds itself, as this closing line about herring does.</p></slot></article>';
    }
  });
</script>`,
);

/** Moves and replaces its own paragraphs all the time, as pages with live tickers do. */
export const kRestlessPage = page(
  `${article()}<div id="ticker"></div><script>
  const article = document.querySelector("article");
  const texts = [...article.querySelectorAll("p:not(.byline)")].map((p) => p.textContent);
  let turns = 0;
  function turn() {
    ++turns;
    const old = [...article.querySelectorAll("p:not(.byline)")];
    old.forEach((p, i) => { const fresh = document.createElement("p"); fresh.textContent = texts[i]; p.replaceWith(fresh); });
    document.getElementById("ticker").replaceChildren(...Array.from({length: 3000}, (_, i) => Object.assign(document.createElement("i"), {textContent: i % 10})));
    const {port1, port2} = new MessageChannel(); port1.onmessage = turn; setTimeout(() => port2.postMessage(0), 1);
  }
  turn();
</script>`,
);

export const kFrontPage = page(
  `<h1>Island Post</h1><ul>${Array.from({length: 12}, (_, i) => `<li><a href="#s${i}">Story number ${i + 1}</a></li>`).join("")}</ul>`,
);

/** `count` elements of furniture around the article. */
export function hugePage(count: number): string {
  const rows = Array.from({length: Math.floor(count / 5)}, (_, i) => `<div class="row"><span>${i}</span><a href="#r${i}"><b>row</b></a><i>x</i></div>`);
  return page(`${article()}<section class="listing">${rows.join("")}</section>`);
}

export const kPlainText = `${kHeadline}\n\nBy Ines Halvorsen\n\n${kParagraphs.join("\n\n")}\n`;
