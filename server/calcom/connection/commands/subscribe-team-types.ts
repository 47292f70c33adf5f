import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { AppError } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import type { SubscriptionWish, TypePlace } from "../../adapters/calcom-subscriptions";
import { listAddresses, webhookAddress } from "../queries/webhook-address";
import { findWebhookSecret, listTeamTypes } from "../repository";
import { findOurs, TRIGGERS } from "../rules";
import { type ConnectionNotes, connectionNotes } from "../schema";
import { askForPerson } from "./ask-for-person";

type TypeWebhook = ConnectionNotes["typeWebhooks"][number];

interface Plan {
  wanted: TypePlace[];
  known: TypeWebhook[];
  addresses: string[];
  wish: SubscriptionWish;
}

// Not audited: registering is, and so is each mapping.
/**
 * Has Cal.com tell us of each team's type that stands for something here, which no person's subscription does; of what stands
 * for nothing any more we are told no longer. What could not be asked for now shows with the connection, and is asked for again
 * with the next change and by night.
 */
export async function subscribeTeamTypes(
  ctx: CompanyContext,
  { isRenewed = false }: { isRenewed?: boolean } = {},
): Promise<void> {
  const plan = await transact(ctx, makePlan);
  if (!plan) return;
  const { wanted, known } = plan;
  const isOf = (type: TypePlace) => (one: TypePlace) => one.eventTypeId === type.eventTypeId;
  const given = known.filter((one) => !wanted.some(isOf(one)));
  const open = wanted.filter((type) => isRenewed || !known.some(isOf(type)));
  if (given.length === 0 && open.length === 0) return;
  const told = isRenewed ? [] : known.filter((one) => wanted.some(isOf(one)));
  for (const one of given) {
    const gone = await tried(() => askForPerson(ctx, (calcom) => calcom.deleteSubscription(one.id, one)));
    if (gone === "unavailable") told.push(one);
  }
  for (const type of open) {
    const id = known.find(isOf(type))?.id ?? null;
    const made = await tried(() => askForPerson(ctx, (calcom) => subscribe(calcom, { ...plan, type, id })));
    if (made === "unavailable") break;
    if (made) told.push({ ...type, id: made.id });
  }
  await transact(ctx, (tx) => noteConnection(tx, { provider: "calcom", notes: { typeWebhooks: told } }));
}

/** Nothing is to be told as long as nothing was registered. */
async function makePlan(tx: TransactionContext): Promise<Plan | null> {
  const { webhook, typeWebhooks: known } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
  const secret = await findWebhookSecret(tx);
  if (!webhook || !secret) return null;
  const token = (await readCalcomPlace(tx)).calcomWebhookToken ?? tx.companyId;
  const wish = { subscriberUrl: webhookAddress(token), triggers: TRIGGERS, secret };
  return { wanted: await listTeamTypes(tx), known, addresses: listAddresses(tx, token), wish };
}

interface Subscribed extends Plan {
  type: TypePlace;
  id: string | null;
}

/** What is there already, after an answer that was lost or by hand, is used again. */
async function subscribe(calcom: Calcom, { type, id, wish, addresses }: Subscribed): Promise<{ id: string }> {
  try {
    return await (id ? calcom.updateSubscription({ ...wish, id }, type) : calcom.createSubscription(wish, type));
  } catch (error) {
    if (!(error instanceof CalcomError) || !(error.status === 409 || (id && error.kind === "gone"))) throw error;
    const [first, ...others] = findOurs(await calcom.listSubscriptions(type), { id: null, addresses });
    for (const other of others) await calcom.deleteSubscription(other.id, type);
    if (!first) return calcom.createSubscription(wish, type);
    return calcom.updateSubscription({ ...wish, id: first.id }, type);
  }
}

/** Null for what is refused by name: the next one may well be taken. */
async function tried<T>(ask: () => Promise<T>): Promise<T | "unavailable" | null> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.code === "INTEGRATION_UNAVAILABLE" ? "unavailable" : null;
  }
}
