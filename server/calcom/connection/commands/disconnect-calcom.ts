import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { forgetCredential } from "@/server/integrations/commands/set-credential";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import type { TypePlace } from "../../adapters/calcom-subscriptions";
import { connectionNotes } from "../schema";
import { askForPerson } from "./ask-for-person";

// Not audited: removing the credentials is.
/**
 * Forgets key and secret; who is who and what is what stays for the day that the same account comes back. That we are no longer
 * told is asked for, but a key that is refused by now keeps nobody here.
 */
export async function disconnectCalcom(ctx: CompanyContext): Promise<void> {
  const kept = await transact(ctx, (tx) => readConnectionNotes(tx, "calcom"));
  const { webhook, typeWebhooks } = connectionNotes.parse(kept);
  if (webhook) await unsubscribe(ctx, webhook);
  for (const one of typeWebhooks) await unsubscribe(ctx, one, one);
  await transact(ctx, async (tx) => {
    await forgetCredential(tx, { provider: "calcom", field: "apiKey" });
    await forgetCredential(tx, { provider: "calcom", field: "webhookSecret" });
    await noteConnection(tx, { provider: "calcom", notes: { webhook: null, typeWebhooks: [], connectedAt: null } });
  });
}

async function unsubscribe(ctx: CompanyContext, { id }: { id: string }, type?: TypePlace): Promise<void> {
  await askForPerson(ctx, (calcom) => calcom.deleteSubscription(id, type)).catch((error) => {
    if (!(error instanceof AppError)) throw error;
  });
}
