import type { ImportRow, LineCounts } from "./repository/jobs";
import type { ImportLineRow } from "./repository/list";
import { type ImportLineView, type ImportView, importMapping, importOptions, linePlan, lineProblem } from "./schema";

const NOTHING: LineCounts = { counts: {}, newCustomers: 0 };
const STATES = { new: 0, ready: 0, problem: 0, done: 0, failed: 0, undone: 0, kept: 0 };

export function toImportView(row: ImportRow, lines: LineCounts = NOTHING): ImportView {
  const { mapping, options, actor, branchId: _, ...rest } = row;
  const counts = { ...STATES, ...lines.counts };
  return {
    ...rest,
    mapping: importMapping.parse(mapping),
    options: importOptions.parse(options),
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    newCustomers: lines.newCustomers,
    createdBy: nameOf(actor),
  };
}

function nameOf(stored: unknown): string {
  const actor = (stored as { actor?: { name?: unknown } } | null)?.actor;
  return typeof actor?.name === "string" ? actor.name : "";
}

export function toLineView({ plan, problems, ...row }: ImportLineRow): ImportLineView {
  return { ...row, plan: linePlan.nullable().parse(plan), problems: lineProblem.array().parse(problems) };
}
