import { randomBytes } from "node:crypto";
import type { TransactionContext } from "@/server/core/context";
import { decrypt, encrypt } from "@/server/core/crypto";
import type { SpeechLanguage } from "@/server/speech/schema";
import { verificationCodePlace } from "../../rules/verification-code";
import { findSentCode } from "../repository";
import { StagedCall } from "./staged-call";

interface Opening {
  branchId: string;
  language: SpeechLanguage;
  from: string | null;
  to: string;
  isFailing?: boolean;
}

/** A telephone line of the transaction's company that lives as long as the transaction, with a key that nobody else has. */
export function openStage(
  tx: TransactionContext,
  { branchId, language, from, to, isFailing = false }: Opening,
): StagedCall {
  const { companyId } = tx;
  const key = randomBytes(24).toString("hex");
  const apiKeyEncrypted = encrypt(key, { column: "companies.retell_api_key_encrypted", rowId: companyId });
  const line = { companyId, branchId, phoneNumberId: null, agentId: null, apiKeyEncrypted, language };
  return new StagedCall({ tx, line, isFailing }, key, { from, to });
}

/** The code that the caller has been sent; undefined while there is none. */
export async function readSentCode(tx: TransactionContext, { callId }: StagedCall): Promise<string | undefined> {
  const sent = await findSentCode(tx, callId);
  return sent ? decrypt(sent.codeEncrypted, verificationCodePlace(sent.customerId)) : undefined;
}
