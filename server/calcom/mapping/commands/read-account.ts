import type { CompanyContext } from "@/server/core/context";
import type { Calcom } from "../../adapters/calcom";
import type { CalcomEventType } from "../../adapters/calcom-event-types";
import { askForPerson } from "../../connection/commands/ask-for-person";
import type { RemoteMember } from "../schema";

export interface RemoteAccount {
  members: RemoteMember[];
  eventTypes: CalcomEventType[];
}

// Not audited: it asks.
/** Who there is over there, and what can be booked: of the team that was chosen, or of the key's owner. */
export function readAccount(ctx: CompanyContext, teamId: number | null): Promise<RemoteAccount> {
  return askForPerson(ctx, async (calcom) => {
    const members = teamId === null ? [await ownerOf(calcom)] : await calcom.listMembers(teamId);
    const own = await calcom.listEventTypes(null);
    const teams = teamId === null ? [] : await calcom.listEventTypes(teamId);
    const eventTypes = [...teams, ...own].filter(({ isPattern }) => !isPattern);
    return { members: members.map(({ userId, name, email }) => ({ userId, name, email })), eventTypes };
  });
}

async function ownerOf(calcom: Calcom): Promise<RemoteMember> {
  const { id: userId, name, username, email } = await calcom.me();
  return { userId, email, name: name || username || email };
}
