import { type MailResult, sendMail } from "@/server/core/adapters/resend";
import { signId } from "@/server/core/crypto";
import { env } from "@/server/core/env";
import { AppError } from "@/server/core/errors";
import { type MailOutcome, settleAccountMail, type TakenMail, takeAccountMail } from "../repository";
import { isTooLate, LEASE_SECONDS, linkOf } from "../rules";
import { accountMail } from "../schema";
import { renderAccountMail } from "../templates/render-account-mail";

export type MailDelivery =
  /** Nothing left to do: it went out, was called off, or failed for good. */
  | { state: "done"; status: string }
  /** Another try is under way. */
  | { state: "wait"; until: string };

/**
 * Sends one mail, exactly once in effect: the provider knows a repeat by the row's id. A fault throws
 * INTEGRATION_UNAVAILABLE, so that the job tries again; after the last try the row has failed.
 */
export async function deliverAccountMail({
  mailId,
  isLastTry,
}: {
  mailId: string;
  isLastTry: boolean;
}): Promise<MailDelivery> {
  const taken = await takeAccountMail(mailId, LEASE_SECONDS);
  if (taken.state !== "send") return taken;
  const outcome = await attempt(taken, isLastTry);
  await settleAccountMail(mailId, outcome);
  if (outcome.status !== "pending") return { state: "done", status: outcome.status };
  const details = { error: outcome.error };
  throw new AppError({ code: "INTEGRATION_UNAVAILABLE", reason: "message_not_sent", details });
}

async function attempt(taken: Extract<TakenMail, { state: "send" }>, isLastTry: boolean): Promise<MailOutcome> {
  const mail = accountMail.parse(taken.mail);
  if (isTooLate(mail, new Date())) return { status: "cancelled", error: "too_late", isFinal: true };
  const { recipient: to, name, timezone, id } = taken;
  const language = taken.language === "en" ? "en" : "de";
  const link = linkOf(mail, { appUrl: env().APP_URL, sign: signId });
  const letter = await renderAccountMail(mail, { language, name, timezone, link });
  return outcomeOf(await sendMail({ idempotencyKey: `account-mail/${id}`, to, ...letter }), isLastTry);
}

function outcomeOf(result: MailResult, isLastTry: boolean): MailOutcome {
  if (result.kind === "sent") return { status: "sent", providerMessageId: result.providerMessageId };
  if (result.kind === "refused") return { status: "failed", error: result.error, isFinal: true };
  return { status: isLastTry ? "failed" : "pending", error: result.error };
}
