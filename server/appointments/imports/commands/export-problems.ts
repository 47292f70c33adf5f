import { BYTE_ORDER_MARK, csvLine } from "@/server/audit/rules/csv";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { requireImport } from "../queries/load-import";
import { listLineRows } from "../repository/list";
import type { ImportInput } from "../schema";
import { toLineView } from "../views";

const BATCH = 500;

/** The lines that could not be taken over as they stood in the file, each with what stood in its way: to mend and bring again. */
export async function* exportProblems(
  ctx: CompanyContext,
  { importId, say }: ImportInput & { say: (reason: string) => string },
): AsyncGenerator<string, void> {
  const { headers } = await transact(ctx, async (tx) => {
    const job = await requireImport(tx, { importId });
    recordAudit(tx, {
      action: "import_appointments",
      subjectType: "import",
      subjectId: importId,
      after: { step: "problems_exported" },
    });
    return job;
  });
  yield BYTE_ORDER_MARK + csvLine([...headers, "#", "!"]);
  for (let after: number | null = null; ; ) {
    const query = { jobId: importId, states: ["problem" as const, "failed" as const], limit: BATCH, skip: 0, after };
    const rows: Awaited<ReturnType<typeof listLineRows>> = await transact(ctx, (tx) => listLineRows(tx, query));
    const lines = rows.slice(0, BATCH).map(toLineView);
    yield lines
      .map(({ cells, line, problems }) => csvLine([...padded(cells, headers), line, sayAll(problems, say)]))
      .join("");
    after = lines.at(-1)?.line ?? null;
    if (rows.length <= BATCH || after === null) return;
  }
}

const padded = (cells: string[], headers: string[]): string[] => headers.map((_, column) => cells[column] ?? "");

const sayAll = (problems: { reason: string; suggestions: string[] }[], say: (reason: string) => string): string =>
  problems.map(({ reason, suggestions }) => [say(reason), ...suggestions].join(" / ")).join(" ");
