// How many times faster, as bars on a logarithmic scale, with what was asked as a mark. An SVG that reads on
// light and dark backgrounds.
const WIDTH = 760, ROW = 30, LEFT = 300, RIGHT = 90, TOP = 46;

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export function plotOf(title, bars) {
  const most = Math.max(...bars.flatMap(({value, asked = 1}) => [value, asked])) * 1.15;
  const place = (value) => LEFT + (Math.log10(Math.max(value, 1)) / Math.log10(most)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + bars.length * ROW + 34;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="13" role="img">`,
    `<title>${escape(title)}</title>`,
    '<style>text{fill:#24292f}.grid{stroke:#8c959f;stroke-width:.5}.bar{fill:#2f6f9f}.asked{stroke:#c4432b;stroke-width:2}' +
      '@media(prefers-color-scheme:dark){text{fill:#d0d7de}.bar{fill:#6cb0dd}}</style>',
    `<text x="0" y="20" font-size="15" font-weight="bold">${escape(title)}</text>`,
  ];
  for (let tick = 1; tick <= most; tick *= 10) {
    for (const value of [tick, 2 * tick, 5 * tick].filter((value) => value <= most)) {
      parts.push(`<line class="grid" x1="${place(value)}" x2="${place(value)}" y1="${TOP - 12}" y2="${height - 30}"/>`,
        `<text x="${place(value)}" y="${height - 14}" text-anchor="middle" font-size="11">${value}</text>`);
    }
  }
  bars.forEach(({name, value, asked}, i) => {
    const y = TOP + i * ROW;
    parts.push(`<text x="${LEFT - 10}" y="${y + 14}" text-anchor="end">${escape(name)}</text>`,
      `<rect class="bar" x="${LEFT}" y="${y}" width="${Math.max(1, place(value) - LEFT).toFixed(1)}" height="18" rx="2"/>`,
      `<text x="${place(value) + 6}" y="${y + 14}">${value.toFixed(value < 10 ? 1 : 0)}</text>`);
    if (asked) parts.push(`<line class="asked" x1="${place(asked)}" x2="${place(asked)}" y1="${y - 3}" y2="${y + 21}"/>`);
  });
  return `${parts.join('\n')}\n</svg>\n`;
}
