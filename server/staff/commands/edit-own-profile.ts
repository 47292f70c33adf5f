import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { staffChanged } from "../events";
import { changeStaff } from "../repository/write";
import type { EditOwnProfileInput, StaffDetails } from "../schema";
import { toStaffDetails } from "../views";
import { pick } from "./edit-staff";
import { requireOwnProfile } from "./require-own-profile";

/** Somebody changes what they say of themselves: how to reach them, their colour, their languages, a few words. */
export async function editOwnProfile(ctx: CompanyContext, input: EditOwnProfileInput): Promise<StaffDetails> {
  return transact(ctx, async (tx) => {
    const { version, ...fields } = input;
    const before = await requireOwnProfile(tx, { version });
    await changeStaff(tx, before, fields);
    const after = await requireOwnProfile(tx, {});
    recordAudit(tx, {
      action: "edit_own_profile",
      subjectType: "staff",
      subjectId: before.id,
      before: pick(toStaffDetails(before), input),
      after: pick(toStaffDetails(after), input),
    });
    await publish(tx, staffChanged, { staffId: before.id });
    return toStaffDetails(after);
  });
}
