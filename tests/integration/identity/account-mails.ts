import { platformClient } from "@/server/core/db";
import { deliverAccountMail } from "@/server/identity/account-mail/commands/deliver-account-mail";
import type { AccountMailKind } from "@/server/identity/account-mail/schema";
import { sentTo } from "../notifications/salon";

/** Sends whatever waits for this address, as the jobs would, and says what arrived there. */
export async function mailsTo(address: string) {
  const waiting = await platformClient().accountMail.findMany({
    where: { recipient: address, status: "pending" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  for (const { id } of waiting) await deliverAccountMail({ mailId: id, isLastTry: false });
  return sentTo(address);
}

/** The token of the latest link that arrived. */
export async function tokenIn(address: string, page: string): Promise<string> {
  const texts = (await mailsTo(address)).map(({ text }) => text);
  const tokens = texts.flatMap((text) =>
    [...text.matchAll(new RegExp(`/${page}/([\\w-]{43})`, "g"))].map(([, t]) => t),
  );
  return tokens.at(-1) ?? "none";
}

export const kindsQueuedFor = async (userId: string): Promise<AccountMailKind[]> => {
  const rows = await platformClient().accountMail.findMany({
    where: { userId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind }) => kind as AccountMailKind);
};
