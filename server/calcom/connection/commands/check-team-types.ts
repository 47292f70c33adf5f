import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import type { TypePlace } from "../../adapters/calcom-subscriptions";
import { listTeamTypes } from "../repository";
import { findOurs, isComplete } from "../rules";
import { connectionNotes } from "../schema";
import { askForPerson } from "./ask-for-person";

// Not audited: checkWebhook writes it.
/** Whether we are told of each team's type that stands for something here; what is gone over there is known to be from then on. */
export async function checkTeamTypes(ctx: CompanyContext, { addresses }: { addresses: string[] }): Promise<boolean> {
  const { wanted, known } = await transact(ctx, async (tx) => {
    const { typeWebhooks: known } = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
    return { wanted: await listTeamTypes(tx), known };
  });
  if (wanted.length === 0) return true;
  const told = await askForPerson(ctx, async (calcom) => {
    const found: typeof known = [];
    for (const type of wanted) {
      const id = known.find(({ eventTypeId }) => eventTypeId === type.eventTypeId)?.id ?? null;
      const [ours] = findOurs(await subscriptionsOf(calcom, type), { id, addresses });
      // One that nobody knows of here may be signed with anything.
      if (ours && ours.id === id && isComplete(ours)) found.push({ ...type, id });
    }
    return found;
  });
  await transact(ctx, (tx) => noteConnection(tx, { provider: "calcom", notes: { typeWebhooks: told } }));
  return told.length === wanted.length;
}

/** Of a type that is gone there are none. */
async function subscriptionsOf(calcom: Calcom, type: TypePlace) {
  try {
    return await calcom.listSubscriptions(type);
  } catch (error) {
    if (error instanceof CalcomError && error.kind === "gone") return [];
    throw error;
  }
}
