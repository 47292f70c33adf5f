import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { recordIntegrationResult } from "@/server/integrations/commands/record-integration-result";
import { keepCredential } from "@/server/integrations/commands/set-credential";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { writeCalcomPlace } from "@/server/tenancy/commands/write-calcom-place";
import { createCalcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import type { CalcomAccount } from "../../adapters/calcom-people";
import { countMapped, forgetMembers } from "../repository";
import { type ConnectCalcomInput, connectionNotes } from "../schema";
import { toRefusal } from "./ask-for-person";

// Not audited: setting the credential is.
/** Keeps a key once Cal.com has said whose it is; another account's is refused as long as event types are mapped to the first. */
export async function connectCalcom(ctx: CompanyContext, { apiKey }: ConnectCalcomInput): Promise<void> {
  const account = await findAccount(apiKey);
  await transact(ctx, async (tx) => {
    const connectedAt = await changeAccount(tx, account);
    await keepCredential(tx, { provider: "calcom", field: "apiKey", credential: apiKey });
    const { id, name, username, email } = account;
    const notes = { account: { id, email, name: name || username || email }, connectedAt: connectedAt.toISOString() };
    await noteConnection(tx, { provider: "calcom", notes });
    await recordIntegrationResult(tx, { provider: "calcom", result: { kind: "success" } });
  });
}

async function findAccount(apiKey: string): Promise<CalcomAccount> {
  try {
    return await createCalcom({ apiKey }).me();
  } catch (error) {
    if (!(error instanceof CalcomError)) throw error;
    if (error.kind !== "unauthorised") throw toRefusal(error);
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_key_unknown" }, { cause: error });
  }
}

/** What was chosen in the first account means nothing in another one. Says since when this one is connected. */
async function changeAccount(tx: TransactionContext, next: CalcomAccount): Promise<Date> {
  const { account, connectedAt } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
  if (!account || account.id === next.id) return connectedAt ?? tx.now;
  const { mappingCount } = await countMapped(tx);
  if (mappingCount > 0) {
    const details = { connected: account.email, given: next.email };
    throw new AppError({ code: "PRECONDITION_FAILED", reason: "calcom_other_account", details });
  }
  await forgetMembers(tx);
  await writeCalcomPlace(tx, { calcomTeamId: null });
  await noteConnection(tx, { provider: "calcom", notes: { team: null, webhook: null, typeWebhooks: [] } });
  return tx.now;
}
