import { recordAudit } from "@/server/core/activity";
import { transact } from "@/server/core/transact";
import type { AccountContext } from "../rules/account";

/** Tells the company where they work that whoever sits at somebody's open session could not prove to be them. */
export async function recordRefusedProof({ company, userId }: AccountContext, method: ProofMethod): Promise<void> {
  if (!company) return;
  await transact(company, async (tx) => {
    const subject = { subjectType: "user", subjectId: userId };
    recordAudit(tx, { logName: "security", action: "refuse_identity", ...subject, after: { method } });
  });
}

export type ProofMethod = "password" | "code" | "passkey";
