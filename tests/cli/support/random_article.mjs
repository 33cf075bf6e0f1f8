// Articles made by chance from the parts that break Markdown: marks inside and beside words, brackets,
// pipes, entities, list marks at the start of lines, scripts without spaces. The same seed gives the
// same article.

export function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (count) => Math.floor(next() * count),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
  };
}

const WORDS = [
  'river', 'council', 'five', 'a', 'the', 'snake_case_name', 'x*y', '2*3*4', '*', '**', '_', '__init__', '_lead', 'tail_',
  '`', 'a`b', '``', '[sic]', '[', ']', '[x]', '[ ]', '](', '[a](b)', '![', '!', 'Hey!', '(', ')', '<b>', '<', 'a<b', '</p>',
  '<!--', '-->', '<script>', '&', '&amp;', '&lt;', '&#39;', 'AT&T', '&copy', '|', 'a|b', '||', '~', '~5', '~~', '~~gone~~', 'a~b',
  '$', '$5', '5$', '$x$', '#', '##', '#1', '#tag', '-', '--', '---', '-5', '+', '+1', '=', '==', '=====', '>', '>>', '1.', '2)',
  '1986.', '10)', ':', ':-', ':--', '|-', '\\', '\\*', 'C:\\dir', '\\\\', '%', '%%', '^', '[^1]', '[^note]', ':', '"quoted"', "'s",
  '\u201cquoted\u201d', '\u2014', '\u2026', '\u00ab', '\u00bb', '\u20ac5', '\u00e9t\u00e9', '\u6771\u4eac', '\u300c\u5f15\u7528\u300d', '\u3002',
  '\uff08', '\uff09', '\u05e9\u05dc\u05d5\u05dd', '\u0645\u0631\u062d\u0628\u0627', '\ud83d\ude00', 'www.example.com', 'http://a.example/x_y_z',
  'https://a.example/~u?a=1&copy;=2', '(https://a.example/*)', 'mail@example.com', 'a\u00a0b',
];
const STYLES = ['strong', 'em', 'cite', 'var', 'del', 'sub', 'sup', 'mark', 'ins', 'kbd', 'small', 'abbr', 'time', 'code', 'a'];
const ADDRESSES = [
  'https://a.example/', 'https://a.example/wiki/Bridge_(card)', 'https://a.example/a)b(', 'https://a.example/?a=1&amp;b=2',
  'https://a.example/?q=x&copy;y', 'https://a.example/a|b', "https://a.example/it's", 'https://a.example/*star*_under_', 'mailto:a@b.example',
];

export const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const escapeValue = (text) => escape(text).replace(/"/g, '&quot;');

/** Inline HTML as Lectern writes it. */
export function randomInlines(r, depth = 0, open = [], notes = []) {
  let html = '';
  const count = 1 + r.below(depth === 0 ? 8 : 3);
  for (let i = 0; i < count; ++i) {
    const kind = r.below(10);
    if (kind < 6 || depth > 3) {
      const words = Array.from({length: 1 + r.below(4)}, () => r.pick(WORDS));
      let text = words.join(r.chance(0.85) ? ' ' : '');
      if (r.chance(0.4)) text = ' ' + text;
      if (r.chance(0.4)) text += ' ';
      html += escape(text);
    } else if (kind < 9) {
      const style = r.pick(STYLES);
      if (open.includes(style) || open.includes('code') || (style === 'code' && open.includes('a'))) continue;
      if (style === 'code') {
        html += `<code>${escape(r.pick(WORDS) + r.pick([' ', '']) + r.pick(WORDS))}</code>`;
        continue;
      }
      const start = style === 'a' ? `a href="${escapeValue(r.pick(ADDRESSES))}"` : style;
      html += `<${start}>${randomInlines(r, depth + 1, [...open, style], notes)}</${style}>`;
    } else if (r.chance(0.3) && notes.length > 0 && !open.includes('a')) {
      const note = r.pick(notes);
      html += `<a href="#${note}" role="doc-noteref"><sup>${note.slice(2)}</sup></a>`;
    } else if (r.chance(0.3)) {
      html += `<img src="https://a.example/${r.below(9)}.png" alt="${escapeValue(r.pick(WORDS))}">`;
    } else if (r.chance(0.4)) {
      html += '<br>';
    }
  }
  return html;
}

/** The article object with every kind of block and container. */
export function randomArticle(seed) {
  const r = random(seed);
  const article = {blocks: [], removed: [], containers: []};
  // Renderers put notes in the order of the first references to them.
  const notes = r.chance(0.3) ? ['note-1', 'note-2'] : [];
  const reference = (note) => `<a href="#${note}" role="doc-noteref"><sup>${note.slice(2)}</sup></a>`;
  let inlines = () => randomInlines(r, 0, [], notes);
  const contain = (type, parent, more = {}) => article.containers.push({type, parent, ...more}) - 1;
  const add = (kind, container, members) => {
    article.blocks.push({id: article.blocks.length, kind, text: '', html: '', ...(container === null ? {} : {container}), ...members});
  };
  const isBlank = (html) => html.replace(/<(?!img)[^>]*>/g, '').trim() === '';
  const paragraph = (container, kind = 'paragraph') => {
    const html = inlines();
    add(kind, container, {html: `<p>${isBlank(html) ? 'not empty' : html}</p>`});
  };
  const list = (parent, depth) => {
    const start = r.chance(0.2) ? 5 : 1;
    const numbered = r.chance(0.4);
    const at = contain(numbered ? 'ordered_list' : 'unordered_list', parent, numbered ? {start, reversed: false, numbering: '1'} : {});
    for (let i = 1 + r.below(3); i > 0; --i) {
      const item = contain('list_item', at);
      paragraph(item, 'list_item');
      if (r.chance(0.2)) paragraph(item);
      if (depth < 3 && r.chance(0.3)) list(item, depth + 1);
      if (r.chance(0.05)) code(item);
    }
  };
  const code = (container) =>
    add('code', container, {html: `<pre><code>${escape(`${r.pick(WORDS)}\n  ${r.pick(WORDS)} \`\`\`\n\n${r.pick(WORDS)}x`)}</code></pre>`, code_language: 'cpp'});
  const table = (container) => {
    const columns = 1 + r.below(3);
    const row = (in_head) => ({
      in_head,
      cells: Array.from({length: columns}, () => ({text: '', text_html: randomInlines(r, 1), ...(in_head ? {is_header: true} : {})})),
    });
    add('table', container, {rows: [row(true), row(false), row(false)]});
  };
  const one = (container, depth) => {
    switch (r.below(depth < 3 ? 12 : 4)) {
      case 0: add('heading', container, {level: 2 + r.below(5), html: `<h2>${inlines().replaceAll('<br>', ' ')}</h2>`}); break;
      case 1: code(container); break;
      case 2: add('divider', container, {html: '<hr>'}); break;
      case 5: list(container, depth); break;
      case 6: {
        const quote = contain('quote', container);
        for (let i = 1 + r.below(3); i > 0; --i) one(quote, depth + 1);
        break;
      }
      case 7: table(container); break;
      case 8: add('figure', container, {images: [{url: 'https://a.example/f.png', alt: r.pick(WORDS)}]}); break;
      default: paragraph(container);
    }
  };
  if (notes.length > 0) add('paragraph', null, {html: `<p>Both${notes.map(reference).join(' ')}</p>`});
  for (let i = 1 + r.below(6); i > 0; --i) one(null, 0);
  if (notes.length > 0) {
    inlines = () => randomInlines(r);
    const section = contain('notes', null);
    for (const anchor of notes) paragraph(contain('list_item', section, {anchor}), 'list_item');
  }
  return article;
}
