// Prints rows (one JSON a line, from the standard input) as one table. A row with nothing to be held against has no verdict.
// Other lines are what a build said on its way.
import { text } from "node:stream/consumers";

const lines = (await text(process.stdin)).split("\n");
const rows = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));

function digits(value) {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value.toPrecision(value < 1 ? 2 : 3);
}

function verdict({ value, limit, more_is_better: moreIsBetter }) {
  if (limit === undefined || limit === null) return "";
  const isGood = moreIsBetter ? value >= limit : value <= limit;
  return isGood ? "ok" : moreIsBetter ? "UNDER" : "OVER";
}

const cells = rows.map((row) => {
  const hasLimit = row.limit !== undefined && row.limit !== null;
  return [row.what, `${digits(row.value)} ${row.unit}`, row.against, hasLimit ? (row.value / row.limit).toFixed(2) : "", verdict(row)];
});
const table = [["what", "number", "held against", "ratio", ""], ...cells];
// Chinese characters are not among them, so one character is one column.
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
table.forEach((row, at) => {
  console.log(row.map((cell, column) => (column === 1 || column === 3 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]))).join("  ").trimEnd());
  if (at === 0) console.log(widths.map((width) => "─".repeat(width)).join("  "));
});
