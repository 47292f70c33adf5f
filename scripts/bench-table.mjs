// The figures as a table: value, yardstick, ratio, goal.
import { reachesGoal } from "../tests/bench/figure.ts";

const number = (value) => value.toLocaleString("en", { maximumFractionDigits: value < 100 ? 2 : 0 });

/** One line for each figure, columns aligned; a missed goal is marked. */
export function printTable(figures) {
  const rows = figures.map((figure) => [
    figure.name,
    `${number(figure.value)} ${figure.unit}`,
    figure.yardstick ? `${figure.yardstick.name} ${number(figure.yardstick.value)}` : "",
    figure.ratio === undefined ? "" : `${number(figure.ratio)} ×`,
    describeGoal(figure.goal),
    figure.goal ? (reachesGoal(figure) ? "yes" : "NO") : "",
  ]);
  const table = [["figure", "value", "yardstick", "ratio", "goal", "reached"], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  return table
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i]))
        .join("   ")
        .trimEnd(),
    )
    .join("\n");
}

function describeGoal(goal = {}) {
  const parts = [];
  if (goal.atMost !== undefined) parts.push(`≤ ${number(goal.atMost)}`);
  if (goal.atLeast !== undefined) parts.push(`≥ ${number(goal.atLeast)}`);
  if (goal.ratioAtMost !== undefined) parts.push(`≤ ${number(goal.ratioAtMost)} ×`);
  if (goal.ratioAtLeast !== undefined) parts.push(`≥ ${number(goal.ratioAtLeast)} ×`);
  return parts.join(", ");
}
