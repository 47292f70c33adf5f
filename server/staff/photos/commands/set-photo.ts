import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { takePicture } from "@/server/identity/profile/commands/take-picture";
import { requireStaff } from "../../commands/require-staff";
import { staffChanged } from "../../events";
import { writePhoto } from "../repository";
import { MAX_PHOTO_BYTES, type SetPhotoInput } from "../schema";

/** Takes a photo of somebody, by what it is and not by what it is called, and keeps a small one of our own making. */
export async function setPhoto(ctx: CompanyContext, input: SetPhotoInput): Promise<{ avatarUrl: string }> {
  const { staffId } = input;
  // Nobody has us work on a picture of somebody who is not theirs.
  await transact(ctx, (tx) => requireStaff(tx, { staffId }));
  const { image, digest } = await takePicture(input.image, { maxBytes: MAX_PHOTO_BYTES });
  const avatarUrl = `/api/staff/${staffId}/photo?v=${digest.slice(0, 12)}`;
  return transact(ctx, async (tx) => {
    const before = await requireStaff(tx, { staffId });
    await writePhoto(tx, { staffId, image: new Uint8Array(image), digest, url: avatarUrl });
    recordAudit(tx, {
      action: "edit_staff",
      subjectType: "staff",
      subjectId: staffId,
      before: { hasPhoto: before.avatarUrl !== null },
      after: { hasPhoto: true },
    });
    await publish(tx, staffChanged, { staffId });
    return { avatarUrl };
  });
}
