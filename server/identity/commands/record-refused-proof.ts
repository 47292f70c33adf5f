import { recordAudit } from "@/server/core/activity";
import { transact } from "@/server/core/transact";
import type { AccountContext } from "../rules/account";
import { recordOwnActivity } from "./record-own-activity";

/** Tells the company where they work, or the platform, that whoever sits at somebody's open session could not prove to be them. */
export async function recordRefusedProof(account: AccountContext, method: ProofMethod): Promise<void> {
  const { company, userId, session } = account;
  const [action, after] = ["refuse_identity", { method }];
  if (!company) {
    const person = { userId, name: session.user.name };
    return recordOwnActivity({ person, visitor: account, action, after, work: async () => {} });
  }
  await transact(company, async (tx) => {
    recordAudit(tx, { logName: "security", action, subjectType: "user", subjectId: userId, after });
  });
}

export type ProofMethod = "password" | "code" | "passkey";
