import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import { hintOf } from "@/server/integrations/rules/connections";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import { listPeople } from "../../mapping/repository";
import { findApiKey } from "../../repository/connection";
import { countMapped, findLastDelivery, listTeamTypes } from "../repository";
import { type CalcomConnectionView, connectionNotes } from "../schema";
import { webhookAddress } from "./webhook-address";

/** How far the connection is, as we know it: nobody is asked. */
export async function getConnection(ctx: CompanyContext): Promise<CalcomConnectionView> {
  return transact(ctx, async (tx) => {
    const apiKey = await findApiKey(tx);
    const kept = await readConnectionNotes(tx, "calcom");
    const { account, team, webhook, brokenCalendars, typeWebhooks, ...notes } = connectionNotes.parse(kept);
    const people = await listPeople(tx);
    const namesOf = (ids: string[]) => people.flatMap(({ staffId, name }) => (ids.includes(staffId) ? [name] : []));
    const { calcomWebhookToken: token } = await readCalcomPlace(tx);
    const last = await findLastDelivery(tx);
    const teamTypes = await listTeamTypes(tx);
    return {
      isConnected: apiKey !== null,
      keyEnding: apiKey ? hintOf(apiKey) : "",
      account: account ?? null,
      team: team ?? null,
      isTeamChosen: "team" in kept,
      ...(await countMapped(tx)),
      brokenCalendarCount: brokenCalendars ?? 0,
      hoursRefused: namesOf(notes.hoursRefused),
      calendarUnseen: namesOf(notes.calendarUnseen),
      webhook: {
        address: webhook ? webhookAddress(token ?? tx.companyId) : null,
        registeredAt: webhook?.registeredAt ?? null,
        lastDeliveryAt: last?.receivedAt ?? null,
        lastDeliveryEvent: last?.eventType ?? null,
        teamTypeCount: teamTypes.length,
        toldTypeCount: teamTypes.filter((type) => typeWebhooks.some((one) => one.eventTypeId === type.eventTypeId))
          .length,
      },
    };
  });
}
