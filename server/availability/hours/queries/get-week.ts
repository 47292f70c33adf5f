import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findBranches, findRows, findStaff, type HoursOwner } from "../repository";
import type { HoursView } from "../schema";
import { toHoursView } from "../views";

/** One week with its plans. Throws NOT_FOUND for what whoever asks does not see, and for a branch that somebody is not in. */
export async function getWeek(ctx: CompanyContext, owner: HoursOwner): Promise<HoursView> {
  return transact(ctx, async (tx) => {
    const { name, timezone } = owner.staffId ? await requirePerson(tx, owner) : await requireBranch(tx, owner);
    const rows = await findRows(
      tx,
      owner.staffId ? { staffIds: [owner.staffId] } : { branchIds: [owner.branchId ?? ""] },
    );
    const own = rows.filter(({ branchId, staffId }) => branchId === owner.branchId && staffId === owner.staffId);
    return toHoursView({ ...owner, name, timezone }, own);
  });
}

async function requireBranch(ctx: CompanyContext, { branchId }: HoursOwner) {
  const [branch] = await findBranches(ctx, { branchId: branchId ?? "" });
  if (!branch) throw notFound("branch");
  return branch;
}

async function requirePerson(ctx: CompanyContext, { staffId, branchId }: HoursOwner) {
  const [person] = await findStaff(ctx, { staffId: staffId ?? "" });
  if (!person) throw notFound("staff");
  const place = person.staffBranches.find((one) => one.branchId === branchId);
  if (branchId && !place) throw notFound("branch");
  return { name: person.name, timezone: place?.branch.timezone ?? person.homeBranch.timezone };
}
