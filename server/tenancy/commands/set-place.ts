import { recordAudit } from "@/server/core/activity";
import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { findBranchPlace, findCompanyPlace, type PlaceRow, writeBranchPlace, writeCompanyPlace } from "../repository";

/** Says where a branch lies; what is left out stays, what is null it takes from its company. */
export async function setBranchPlace(
  ctx: CompanyContext,
  { branchId, ...place }: Partial<PlaceRow> & { branchId: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    requireOwnBranch(tx, branchId);
    const before = await findBranchPlace(tx, branchId);
    if (!before) throw notFound("branch");
    const after = { ...before, ...given(place) };
    await writeBranchPlace(tx, branchId, { ...after, municipality: after.municipality || null });
    recordAudit(tx, { action: "edit_branches", subjectType: "branch", subjectId: branchId, before, after });
  });
}

/** Says where the company lies; its branches follow as far as they say nothing themselves. */
export async function setCompanyPlace(
  ctx: CompanyContext,
  place: { country?: string | undefined; state?: string | null | undefined },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await findCompanyPlace(tx);
    const after = { ...before, ...given(place) };
    await writeCompanyPlace(tx, after);
    recordAudit(tx, { action: "edit_company", subjectType: "company", subjectId: tx.companyId, before, after });
  });
}

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
