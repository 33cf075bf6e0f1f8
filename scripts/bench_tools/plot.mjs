// How many times faster, as bars on a logarithmic scale that begin at 1, with what was asked as a mark; what is slower
// goes to the left. An SVG that reads on light and dark backgrounds.
const WIDTH = 760, ROW = 30, BAR = 16, TOP = 64, FOOT = 34;
const LEFT = 268, RIGHT = 634; // of the scale
const MEASURED = 692, ASKED = 752; // where the columns of figures end
const ROOM_BESIDE = 1.15; // the ends of the scale, beyond what is shown

const STYLE = `text{fill:#24292f}.quiet{fill:#57606a}.grid{stroke:#8c959f;stroke-opacity:.35}.one{stroke:#57606a}
.bar{fill:#2f6f9f}.slower{fill:#b3632b}.asked{stroke:#c4432b;stroke-width:2.5}
@media(prefers-color-scheme:dark){text{fill:#d0d7de}.quiet{fill:#8d96a0}.one{stroke:#8d96a0}.bar{fill:#6cb0dd}.slower{fill:#d99058}.asked{stroke:#ff7b65}}`;

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const figure = (value) => value.toFixed(value < 10 ? 1 : 0);
const text = (x, y, words, attributes = '') => `<text x="${x}" y="${y}" ${attributes}>${escape(words)}</text>`;
const toTheEnd = 'text-anchor="end"';

/** Where a value stands, for values from the least to the most that are shown. */
function scaleOf(bars) {
  const values = bars.flatMap(({value, asked = 1}) => [value, asked]);
  const least = Math.min(1, ...values) / (Math.min(...values) < 1 ? ROOM_BESIDE : 1), most = Math.max(2, ...values) * ROOM_BESIDE;
  const place = (value) => Number((LEFT + (Math.log(value / least) / Math.log(most / least)) * (RIGHT - LEFT)).toFixed(1));
  return {least, most, place};
}

function gridOf({least, most, place}, bottom) {
  const ticks = [-1, 0, 1, 2, 3].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power));
  return ticks.filter((tick) => tick >= least && tick <= most).flatMap((tick) => [
    `<line class="${tick === 1 ? 'one' : 'grid'}" x1="${place(tick)}" x2="${place(tick)}" y1="${TOP - 10}" y2="${bottom}"/>`,
    text(place(tick), bottom + 18, String(Number(tick.toPrecision(1))), 'class="quiet" text-anchor="middle" font-size="11"'),
  ]);
}

function rowOf({name, value, asked}, y, {place}) {
  const [from, to] = [place(1), place(value)].sort((a, b) => a - b);
  return [
    text(LEFT - 12, y + 13, name, toTheEnd),
    `<rect class="${value < 1 ? 'slower' : 'bar'}" x="${from}" y="${y}" width="${Math.max(1, to - from).toFixed(1)}" height="${BAR}" rx="2"/>`,
    ...(asked ? [`<line class="asked" x1="${place(asked)}" x2="${place(asked)}" y1="${y - 4}" y2="${y + BAR + 4}"/>`] : []),
    text(MEASURED, y + 13, figure(value), `${toTheEnd} font-weight="bold"`),
    ...(asked ? [text(ASKED, y + 13, String(asked), `class="quiet" ${toTheEnd}`)] : []),
  ];
}

export function plotOf(title, note, bars) {
  const bottom = TOP + bars.length * ROW, scale = scaleOf(bars);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${bottom + FOOT}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escape(title)}</title>`,
    `<style>${STYLE}</style>`,
    text(0, 18, title, 'font-size="15" font-weight="bold"'),
    text(0, 38, note, 'class="quiet" font-size="12"'),
    text(MEASURED, TOP - 14, 'measured', `class="quiet" ${toTheEnd} font-size="11"`),
    text(ASKED, TOP - 14, 'asked', `class="quiet" ${toTheEnd} font-size="11"`),
    ...gridOf(scale, bottom),
    ...bars.flatMap((bar, i) => rowOf(bar, TOP + i * ROW + 4, scale)),
    '</svg>\n',
  ].join('\n');
}
