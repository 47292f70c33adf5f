import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireWithinLimit } from "@/server/core/within-allowance";
import { staffChanged } from "../events";
import { insertStaff, writeBranches, writeServices } from "../repository/write";
import { colourFor } from "../rules/colours";
import type { CreateStaffInput, StaffDetails } from "../schema";
import { toStaffDetails } from "../views";
import { requireBranches } from "./require-branches";
import { requireServices } from "./require-services";
import { requireStaff } from "./require-staff";

/** Adds somebody to the staff, within what the contract allows; hours of their own come later. */
export async function createStaff(ctx: CompanyContext, input: CreateStaffInput): Promise<StaffDetails> {
  return transact(ctx, async (tx) => {
    const { serviceIds = [], homeBranchId: wantedHome, branchIds: wantedBranches, ...profile } = input;
    const { homeBranchId, branchIds } = await requireBranches(tx, {
      homeBranchId: wantedHome,
      branchIds: wantedBranches,
    });
    const services = serviceIds.map((serviceId) => ({
      ...{ serviceId, durationMinutes: null, priceCents: null, proficiency: 3 },
    }));
    await requireServices(tx, services);
    await requireWithinLimit(tx, "staff");
    const colour = profile.colour ?? colourFor(profile.name);
    const staffId = await insertStaff(tx, { ...profile, colour, homeBranchId });
    await writeBranches(tx, { staffId, branchIds });
    await writeServices(tx, { staffId, services });
    recordAudit(tx, { action: "create_staff", subjectType: "staff", subjectId: staffId, after: input });
    await publish(tx, staffChanged, { staffId });
    return toStaffDetails(await requireStaff(tx, { staffId }));
  });
}
