import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import { listAddresses } from "../queries/webhook-address";
import { findOurs, isComplete } from "../rules";
import { connectionNotes, type WebhookCheck } from "../schema";
import { askForPerson } from "./ask-for-person";
import { checkTeamTypes } from "./check-team-types";

/** Looks over there whether we are still told of changes: somebody may have removed it, or switched it off. */
export async function checkWebhook(ctx: CompanyContext): Promise<WebhookCheck> {
  const [notes, { calcomWebhookToken: token }] = await transact(ctx, async (tx) => {
    return [connectionNotes.parse(await readConnectionNotes(tx, "calcom")), await readCalcomPlace(tx)];
  });
  const all = await askForPerson(ctx, (calcom) => calcom.listSubscriptions());
  const addresses = listAddresses(ctx, token ?? ctx.companyId);
  const [ours] = findOurs(all, { id: notes.webhook?.id ?? null, addresses });
  const isWhole = ours !== undefined && isComplete(ours) && (await checkTeamTypes(ctx, { addresses }));
  const state = !ours ? "missing" : isWhole ? "registered" : "incomplete";
  await transact(ctx, async (tx) => {
    if (state === "missing") await noteConnection(tx, { provider: "calcom", notes: { webhook: null } });
    recordAudit(tx, { action: "check_calcom_webhook", subjectType: "integration", after: { state } });
  });
  return { state };
}
