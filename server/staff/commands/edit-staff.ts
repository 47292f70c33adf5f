import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { staffChanged } from "../events";
import { changeStaff, writeBranches } from "../repository/write";
import type { EditStaffInput, StaffDetails } from "../schema";
import { toStaffDetails } from "../views";
import { requireBranches } from "./require-branches";
import { requireStaff } from "./require-staff";

/** Changes what was sent of somebody and nothing else; a version that has been passed is VERSION_CONFLICT. */
export async function editStaff(ctx: CompanyContext, input: EditStaffInput): Promise<StaffDetails> {
  const { staffId, version: _, branchIds, homeBranchId, ...fields } = input;
  // Whoever sees only what is their own does not decide how long they work, where, and for what price.
  if (ctx.restriction?.staffId) throw new AppError({ code: "FORBIDDEN", reason: "own_profile_only" });
  return transact(ctx, async (tx) => {
    const before = await requireStaff(tx, input);
    const current = before.staffBranches.map(({ branch }) => branch.id);
    const wantsOther = branchIds !== undefined || homeBranchId !== undefined;
    const places = wantsOther
      ? await requireBranches(tx, { homeBranchId: homeBranchId ?? before.homeBranch.id, branchIds, current })
      : null;
    await changeStaff(tx, before, { ...fields, ...(places && { homeBranchId: places.homeBranchId }) });
    if (places) await writeBranches(tx, { staffId, branchIds: places.branchIds });
    const after = await requireStaff(tx, { staffId });
    const views = [before, after].map(toStaffDetails);
    recordAudit(tx, {
      action: "edit_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: pick(views[0], input),
      after: pick(views[1], input),
    });
    await publish(tx, staffChanged, { staffId });
    return toStaffDetails(after);
  });
}

/** The values of the fields that were sent; branches by name. */
export function pick(view: StaffDetails | undefined, input: object): Record<string, unknown> {
  const { homeBranch, branches, ...rest } = view ?? {};
  const values = { ...rest, homeBranchId: homeBranch?.name, branchIds: branches?.map(({ name }) => name) };
  return Object.fromEntries(Object.entries(values).filter(([field]) => field in input && field !== "version"));
}
