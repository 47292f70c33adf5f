import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { requireStaff } from "../../commands/require-staff";
import { staffChanged } from "../../events";
import { deletePhoto } from "../repository";
import type { PhotoOfStaffInput } from "../schema";

/** Removes somebody's photo; their initials stand in its place. */
export async function removePhoto(ctx: CompanyContext, { staffId }: PhotoOfStaffInput): Promise<void> {
  await transact(ctx, async (tx) => {
    const before = await requireStaff(tx, { staffId });
    await deletePhoto(tx, staffId);
    recordAudit(tx, {
      action: "edit_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: { hasPhoto: before.avatarUrl !== null },
      after: { hasPhoto: false },
    });
    await publish(tx, staffChanged, { staffId });
  });
}
