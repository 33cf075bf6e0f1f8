// Medians, spreads and tables.

export const sum = (values) => values.reduce((a, b) => a + b, 0);

export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q, low = Math.floor(at);
  return sorted[low] + (sorted[Math.min(low + 1, sorted.length - 1)] - sorted[low]) * (at - low);
}

export const median = (values) => quantile(values, 0.5);

export const number = (value, digits = 3) =>
  value === 0 ? '0' : Number(value.toPrecision(digits)).toLocaleString('en', {maximumFractionDigits: 3, useGrouping: false});

/** "3.1 (2.9-3.4)": the median and the range of what the rounds gave. */
export const spread = (values) => `${number(median(values))} (${number(Math.min(...values))}-${number(Math.max(...values))})`;

export function printTable(head, rows) {
  console.log(`| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
}
