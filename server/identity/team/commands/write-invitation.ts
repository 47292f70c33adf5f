import { type TransactionContext, userIdOf } from "@/server/core/context";
import { digest, signId } from "@/server/core/crypto";
import { AppError } from "@/server/core/errors";
import { newId } from "@/server/core/ids";
import { takeFromLimit } from "@/server/core/rate-limit";
import { DAY } from "@/server/core/time";
import { queueAccountMail } from "../../account-mail/commands/queue-account-mail";
import { findInvitedAccount, findSender, insertInvitation } from "../repository/invitations";
import type { PlaceData } from "../repository/members";
import { INVITATION_DAYS } from "../rules";

/** Enough for a whole business on its first day, too few to write to strangers. */
const INVITATIONS_A_DAY = 100;

/** A new invitation and its mail. The link's token is made from the row's id; only its digest is stored. */
export async function writeInvitation(tx: TransactionContext, { email, ...place }: PlaceData & { email: string }) {
  const bucket = { bucket: `invitations:${tx.companyId}`, limit: INVITATIONS_A_DAY, windowSeconds: DAY / 1000 };
  if (!(await takeFromLimit(tx, bucket))) throw new AppError({ code: "RATE_LIMITED", reason: "too_many_invitations" });
  const [id, expiresAt] = [newId(), new Date(tx.now.getTime() + INVITATION_DAYS * DAY)];
  const { roleId, branchIds, staffId } = place;
  const tokenHash = digest(signId("invitation", id));
  const invitedByUserId = userIdOf(tx);
  await insertInvitation(tx, { id, email, roleId, branchIds, staffId, tokenHash, invitedByUserId, expiresAt });
  const { name: companyName, locale } = await findSender(tx);
  await queueAccountMail(
    {
      kind: "invitation",
      userId: await findInvitedAccount(tx, email),
      to: email,
      language: locale === "en" ? "en" : "de",
      tokenId: id,
      expiresAt: expiresAt.toISOString(),
      companyName,
      inviterName: "name" in tx.actor ? tx.actor.name : companyName,
    },
    tx,
  );
  return { invitationId: id, expiresAt };
}
