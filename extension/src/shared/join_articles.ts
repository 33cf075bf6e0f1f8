// Two pages of one article as one article: everything that holds for one page, such as saving and what was
// removed, holds for both.

import type {Article, ArticleBlock} from "./article";

/** A name in the text of a page, such as that of a note, must not be taken for one of the page before. */
function renamed(html: string, prefix: string): string {
  return html.replace(/( id="| href="#)([^"]*)"/g, (_, start: string, name: string) => `${start}${prefix}${name}"`);
}

/** `next` under `first`. What `first` says about the article stays; blocks of `next` get the ids after its own. */
export function joinArticles(first: Article, next: Article): Article {
  const ids = [...first.blocks, ...first.removed].map(({id}) => id);
  const offset = Math.max(-1, ...ids) + 1;
  const last = first.blocks.at(-1)?.id ?? null;
  const moved = <Block extends ArticleBlock>(block: Block): Block => ({
    ...block,
    id: block.id + offset,
    ...(block.container === undefined ? {} : {container: block.container + first.containers.length}),
  });
  return {
    ...first,
    word_count: first.word_count + next.word_count,
    reading_minutes: first.reading_minutes + next.reading_minutes,
    confidence: Math.min(first.confidence, next.confidence),
    partial: first.partial || next.partial,
    withheld_notice: next.withheld_notice ?? first.withheld_notice,
    html: `${first.html}\n${renamed(next.html, `page-${offset}-`)}`,
    blocks: [...first.blocks, ...next.blocks.map(moved)],
    removed: [...first.removed, ...next.removed.map((block) => ({...moved(block), after: block.after === null ? last : block.after + offset}))],
    containers: [
      ...first.containers,
      ...next.containers.map((container) => ({...container, parent: container.parent === null ? null : container.parent + first.containers.length})),
    ],
  };
}
