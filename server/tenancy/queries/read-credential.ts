import type { TransactionContext } from "@/server/core/context";
import { decrypt } from "@/server/core/crypto";
import { findEncrypted } from "../repository";
import type { CredentialColumn } from "../rules/credential-columns";

/** A credential of the company in plain text, to be used at the provider and shown to nobody; null when there is none. */
export async function readCredential(tx: TransactionContext, column: CredentialColumn): Promise<string | null> {
  const stored = await findEncrypted(tx, column);
  return stored && decrypt(stored, { column: `companies.${column}`, rowId: tx.companyId });
}
