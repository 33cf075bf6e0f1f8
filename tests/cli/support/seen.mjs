// What a reader sees of HTML, in a form that two programs' HTML can be compared in.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {parseHTML} from 'linkedom';

export const hasCmark = spawnSync('cmark-gfm', ['--version']).status === 0;

export function cmark(markdown) {
  const run = spawnSync('cmark-gfm', ['--unsafe', '-e', 'footnotes', '-e', 'table', '-e', 'strikethrough', '-e', 'autolink'], {input: markdown, encoding: 'utf8'});
  assert.equal(run.status, 0, run.stderr);
  return run.stdout;
}

// What one side calls otherwise, and what Markdown has no word for, so that its content stands alone.
const EQUAL = {CITE: 'EM', VAR: 'EM'};
const SEE_THROUGH = new Set(['SMALL', 'ABBR', 'TIME', 'SPAN', 'P', 'SECTION', 'FIGURE', 'THEAD', 'TBODY', 'BODY']);
const BLOCKS = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL', 'LI', 'BLOCKQUOTE', 'PRE', 'HR', 'TABLE', 'TR', 'TH', 'TD', 'SECTION', 'FIGURE']);

// Renderers and we encode different characters of an address; it leads to the same place.
const addressOf = (link) => link.getAttribute('href').replace(/(%[0-9A-F]{2})+/g, (escapes) => {
  try {
    return decodeURIComponent(escapes);
  } catch {
    return escapes;
  }
});

// A renderer makes links of addresses that stand in the text; the reader sees the same.
const isAddressInText = (link) => {
  const href = addressOf(link);
  return [href, href.replace('http://', ''), href.replace('mailto:', '')].includes(link.textContent);
};

/**
 * What a reader sees, in order: each block with what holds it and its text, each character with the
 * elements that it stands in. Where exactly an element begins among spaces does not show.
 */
export function seen(html) {
  const {document} = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  const blocks = [];
  const styled = [];
  const numbers = new Map(); // of lists, items and quotations that hold something
  let text = '';
  let path = [];
  const numbered = (node) => {
    if (!numbers.has(node)) numbers.set(node, numbers.size);
    return `${node.tagName}${numbers.get(node)}${node.tagName === 'OL' ? ` from ${node.getAttribute('start') ?? 1}` : ''}`;
  };
  const flush = () => {
    const shown = text.replace(/[ \n]+/g, ' ').replace(/ ?\u2028 ?/g, '\u2028').replace(/\u2028{3,}/g, '\u2028\u2028').replace(/^[ \u2028]+|[ \u2028]+$/g, '');
    if (shown !== '') blocks.push(`${path.map(numbered).join(' ')}: ${shown}`);
    text = '';
  };
  const put = (token, styles) => {
    path.forEach(numbered);
    styled.push([...new Set(styles)].sort().join('+') + ':' + token);
  };
  const walk = (node, styles) => {
    if (node.nodeType === 3) {
      text += node.data;
      for (const c of node.data) if (!/[ \n]/.test(c)) put(c, styles);
      return;
    }
    if (node.nodeType !== 1) return;
    const name = EQUAL[node.tagName] ?? node.tagName;
    const isNote = node.getAttribute('role') === 'doc-noteref' || node.parentNode.className === 'footnote-ref';
    if (node.getAttribute('role') === 'doc-backlink' || node.className === 'footnote-backref') return;
    if (isNote) return (text += '[note]'), put('note', styles);
    if (node.className === 'footnote-ref') return node.childNodes.forEach((child) => walk(child, styles));
    if (name === 'BR') return void (text += '\u2028');
    if (name === 'IMG') return (text += '[image]'), put(`${node.getAttribute('src')} ${node.getAttribute('alt').replace(/\s+/g, ' ').trim()}`, styles);
    const isBlock = BLOCKS.has(name);
    if (isBlock) flush();
    if (name === 'PRE' || name === 'HR') {
      put(name + node.textContent.replace(/\n$/, ''), []);
    } else {
      const before = path;
      if (isBlock && !SEE_THROUGH.has(name)) path = [...path, node];
      const style = name === 'A' ? `A ${addressOf(node)}` : name;
      const adds = !isBlock && !SEE_THROUGH.has(name) && !(name === 'A' && isAddressInText(node));
      node.childNodes.forEach((child) => walk(child, adds ? [...styles, style] : styles));
      if (isBlock) flush();
      path = before;
    }
  };
  walk(document.body, []);
  flush();
  return {blocks, styled};
}
