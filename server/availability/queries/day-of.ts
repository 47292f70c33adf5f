import { requireOwnBranch, type TransactionContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { addDays, fromWall, type LocalDate } from "@/server/core/time";
import { listBranches } from "@/server/tenancy/queries/list-branches";

interface WantedDay {
  date: LocalDate;
  branchId?: string | undefined;
  timezone?: string | undefined;
}

/** A day from midnight to midnight by the clock of the branch, the company's first one unless another is named. */
export async function dayOf(tx: TransactionContext, { date, branchId, timezone }: WantedDay) {
  const branches = await listBranches(tx);
  const branch = branchId ? branches.find(({ id }) => id === branchId) : branches[0];
  if (!branch) throw notFound("branch");
  requireOwnBranch(tx, branch.id);
  const zone = timezone ?? branch.timezone;
  const midnight = (days: number) => new Date(fromWall(zone, addDays(date, days), 0));
  return { branchId: branch.id, from: midnight(0), until: midnight(1), zone };
}
