// Articles that no page gave, made by chance from what Markdown is made of: marks, tags, line ends and
// control characters, in every place that a text can stand in. The same seed gives the same article.
import {escape, random} from './random_article.mjs';

const PIECES = [
  '<', '>', '</s>', '<script>', '<img src=x onerror=alert(1)>', '<!--', '-->', '<?', '<![CDATA[', ']]>', '<a\u00a0', '<https:', '<a@b.example>',
  '`', '``', '```', '```html', '~~~', '\\', '\\\\', '\\`', '\\<', '\n', '\n\n', '\r', '\r\r', '\t', '    ', '\0', '\v', '\f', '\x1f', '\x7f', '\u0085', '\u2028',
  '[', ']', '(', ')', '[a]', '[a]: javascript:alert(1)', '](javascript:alert(1))', '![', '[^1]', '[^1]: ', ':', ': ', '!', '^',
  'javascript:alert(1)', 'https://a.example/', 'https://a.example/<script>', 'http://', 'www.a.example/`', "https://a.example/'x", '"', "'",
  '*', '**', '_', '__', '~', '~~', '$', '$$', '#', '# ', '- ', '+ ', '> ', '1', '. ', '1. ', ') ', '|', '|-|', '---', '===', ':-', '%', '%%', '==',
  '&', '&lt;', 'lt;', '&#60;', '{', '}', '\\href{javascript:alert(1)}{x}', ' ', ' ', 'a', 'b', 'word', '\u00e9', '\u6771', '\u200b',
];
const STYLES = ['strong', 'em', 'cite', 'var', 'del', 'sub', 'sup', 'mark', 'ins', 'kbd', 'small', 'abbr', 'time', 'code', 'q', 'span', 'ruby', 'rt', 'a'];
const ADDRESSES = ['https://a.example/', 'https://a.example/)<script>', 'https://a.example/`', "https://a.example/'onclick=alert(1)", 'mailto:a@b.example', 'javascript:alert(1)', '#n', 'https://a.example/ "x'];

const quoted = (text) => escape(text).replace(/"/g, '&quot;').replace(/\0/g, '');

export function hostileArticle(seed) {
  const r = random(seed);
  const pieces = () => Array.from({length: 1 + r.below(5)}, () => r.pick(PIECES)).join('');
  const math = () => `<math><semantics><mtext>${escape(pieces()).replace(/\0/g, '')}</mtext><annotation encoding="application/x-tex">${escape(pieces()).replace(/\0/g, '')}</annotation></semantics></math>`;
  const texOnly = () => {
    const tex = escape(pieces()).replace(/\0/g, '');
    return `<math><semantics><mtext>${tex}</mtext><annotation encoding="application/x-tex">${tex}</annotation></semantics></math>`;
  };
  const inlines = (depth = 0) => Array.from({length: 1 + r.below(4)}, () => {
    switch (r.below(depth < 3 ? 12 : 5)) {
      case 5: case 6: case 7: {
        const style = r.pick(STYLES);
        return `<${style === 'a' ? `a href="${quoted(r.pick(ADDRESSES))}"` : style}>${inlines(depth + 1)}</${style}>`;
      }
      case 8: return `<code>${escape(pieces())}</code>`;
      case 9: return r.chance(0.5) ? math() : texOnly();
      case 10: return r.chance(0.5) ? `<img src="https://a.example/i.png" alt="${quoted(pieces())}">` : `<a href="#n1" role="doc-noteref"><sup>${escape(pieces())}</sup></a>`;
      case 11: return '<br>';
      default: return escape(pieces());
    }
  }).join('');
  const article = {title: pieces(), dek: pieces(), byline: [pieces()], site_name: pieces(), tags: [pieces()], published: pieces(), blocks: [], removed: [], containers: []};
  const TYPES = ['quote', 'unordered_list', 'ordered_list', 'list_item', 'aside', 'notes', 'details', 'summary', 'definition_list', 'definition_term', 'definition_details'];
  for (let i = r.below(4); i > 0; --i) article.containers.push({type: r.pick(TYPES), parent: r.below(article.containers.length + 1) - 1, anchor: r.pick(['n1', pieces()])});
  for (let id = 0, count = 1 + r.below(8); id < count; ++id) {
    const block = {id, container: r.below(article.containers.length + 1) - 1, text: pieces(), html: inlines(), kind: r.pick(['paragraph', 'paragraph', 'heading', 'list_item', 'quote', 'code', 'table', 'figure', 'embed', 'divider'])};
    if (r.chance(0.2)) block.html = texOnly();
    Object.assign(block, {level: r.below(7), code_language: pieces(), caption_html: inlines(2), credit: pieces()});
    if (block.kind === 'code') block.html = `<pre><code>${escape(pieces() + pieces())}</code></pre>`;
    if (block.kind === 'table') block.rows = Array.from({length: 1 + r.below(3)}, () => ({in_head: r.chance(0.3), cells: Array.from({length: 1 + r.below(3)}, () => ({text: pieces(), text_html: inlines(1)}))}));
    if (block.kind === 'figure') block.images = [{url: 'https://a.example/f.png', alt: pieces(), link: r.pick(ADDRESSES)}];
    if (block.kind === 'embed') block.embed = {url: r.pick(ADDRESSES), type: pieces(), provider: pieces(), title: pieces(), poster: 'https://a.example/p.png'};
    if (block.kind === 'embed') block.embed.content_html = inlines(1);
    article.blocks.push(block);
  }
  return article;
}
