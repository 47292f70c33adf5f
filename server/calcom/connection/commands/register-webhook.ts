import { randomBytes } from "node:crypto";
import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { keepCredential } from "@/server/integrations/commands/set-credential";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { writeCalcomPlace } from "@/server/tenancy/commands/write-calcom-place";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { Calcom } from "../../adapters/calcom";
import { listAddresses, webhookAddress } from "../queries/webhook-address";
import { findOurs, TRIGGERS } from "../rules";
import { connectionNotes } from "../schema";
import { askForPerson } from "./ask-for-person";
import { subscribeTeamTypes } from "./subscribe-team-types";

/**
 * Has Cal.com tell us of changes, with a new secret: the one before is worth nothing from then on. What is registered for us
 * already is used again, so nothing is told twice.
 */
export async function registerWebhook(ctx: CompanyContext): Promise<void> {
  const { id, token, addresses } = await transact(ctx, async (tx) => {
    const { webhook } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
    const { calcomWebhookToken } = await readCalcomPlace(tx);
    const token = calcomWebhookToken ?? randomBytes(24).toString("base64url");
    // Kept before it is told: after an answer that never came, what was registered is still known as ours.
    if (!calcomWebhookToken) await writeCalcomPlace(tx, { calcomWebhookToken: token });
    return { id: webhook?.id ?? null, token, addresses: listAddresses(tx, token) };
  });
  const secret = randomBytes(32).toString("base64url");
  const wish = { subscriberUrl: webhookAddress(token), triggers: TRIGGERS, secret };
  const kept = await askForPerson(ctx, (calcom) => subscribe(calcom, { id, addresses, wish })).catch(async (error) => {
    await noteUnsure(ctx, error);
    throw error;
  });
  await transact(ctx, async (tx) => {
    await keepCredential(tx, { provider: "calcom", field: "webhookSecret", credential: secret });
    const webhook = { id: kept, registeredAt: tx.now.toISOString() };
    await noteConnection(tx, { provider: "calcom", notes: { webhook } });
    recordAudit(tx, { action: "register_calcom_webhook", subjectType: "integration", after: { webhookId: kept } });
  });
  await subscribeTeamTypes(ctx, { isRenewed: true });
}

interface Wanted {
  id: string | null;
  addresses: string[];
  wish: { subscriberUrl: string; triggers: string[]; secret: string };
}

async function subscribe(calcom: Calcom, { id, addresses, wish }: Wanted): Promise<string> {
  const [first, ...others] = findOurs(await calcom.listSubscriptions(), { id, addresses });
  for (const other of others) await calcom.deleteSubscription(other.id);
  const made = first ? calcom.updateSubscription({ ...wish, id: first.id }) : calcom.createSubscription(wish);
  return (await made).id;
}

/** It may have happened with a secret that we have not kept: it has to be done again, and is shown so. */
async function noteUnsure(ctx: CompanyContext, error: unknown): Promise<void> {
  if (!(error instanceof AppError) || error.code !== "INTEGRATION_UNAVAILABLE") return;
  await transact(ctx, (tx) => noteConnection(tx, { provider: "calcom", notes: { webhook: null } }));
}
