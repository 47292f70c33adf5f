import type { TransactionContext } from "@/server/core/context";
import { encrypt } from "@/server/core/crypto";
import { writeEncrypted } from "../repository";
import type { CredentialColumn } from "../rules/credential-columns";

/** Keeps a provider's credential in the company's row, encrypted for that place, or forgets it. Audited by who calls it. */
export async function writeCredential(
  tx: TransactionContext,
  { column, credential }: { column: CredentialColumn; credential: string | null },
): Promise<void> {
  const place = { column: `companies.${column}`, rowId: tx.companyId };
  await writeEncrypted(tx, { column, value: credential === null ? null : encrypt(credential, place) });
}
