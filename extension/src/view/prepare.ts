// What runs for the first time takes several times as long, because the browser compiles it: a small article is made
// while the engine reads the page, and thrown away.

import type {Article} from "../shared/article";
import {nextTask} from "../shared/next_task";
import {ArticleView} from "./article_view";

const kHtml = '<h2 id="a">A</h2><p>A <a href="#a"><em>b</em></a>.</p><figure><img alt=""><figcaption>C</figcaption></figure><ul><li>D</li></ul>' +
  "<table><tbody><tr><td>1</td></tr></tbody></table>";

const kArticle: Article = {
  title: "A b", byline: ["A", "B"], dek: "A", site_name: "A", published: "2000-01-01", modified: null, section: "A", tags: [], url: null,
  lead_image: null, language: "en", direction: "ltr", word_count: 2, reading_minutes: 1, confidence: 1, withheld_notice: null, html: kHtml,
  blocks: [{id: 0, kind: "heading", html: "", text: "A"}, {id: 1, kind: "paragraph", html: "", text: "A b."}], removed: [], other_articles: [],
} as unknown as Article;

let isPrepared = false;

export async function prepareView(): Promise<void> {
  if (isPrepared) return;
  isPrepared = true;
  await nextTask();
  void new ArticleView(kArticle, {headline: "A b", headlineWords: null, names: "A, B", date: "2000"});
}
