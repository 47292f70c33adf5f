import { z } from "zod";
import { instant } from "@/server/core/time";
import type { CalcomHttp } from "./calcom-http";
import { oneAnswer, rowsAnswer } from "./calcom-rows";

const VERSION = "2024-08-13";

const calendar = z.looseObject({
  externalId: z.string(),
  name: z.string().nullish(),
  credentialId: z.int(),
  isSelected: z.boolean().nullish(),
});
const connection = z.looseObject({ calendars: z.array(calendar).nullish().catch(null), error: z.unknown().optional() });
/** One broken connection leaves the others as they are; whose it is nobody says. */
const connections = z.looseObject({ connectedCalendars: z.array(connection) }).transform(({ connectedCalendars }) => ({
  calendars: connectedCalendars.flatMap(({ calendars }) =>
    (calendars ?? []).map(({ externalId, credentialId, name, isSelected }) => {
      return { externalId, credentialId, name: name ?? externalId, isSelected: isSelected ?? true };
    }),
  ),
  brokenCount: connectedCalendars.filter(({ calendars, error }) => !calendars || error).length,
}));
export type CalcomCalendars = z.infer<typeof connections>;
export type CalcomCalendar = CalcomCalendars["calendars"][number];

const busy = z
  .looseObject({ start: instant, end: instant, source: z.string().nullish() })
  .refine(({ start, end }) => start <= end, { path: ["end"], error: "before the start" })
  .transform(({ start, end, source }) => ({ from: start, until: end, source: source ?? null }));

export interface CalcomBusyTimes {
  times: z.infer<typeof busy>[];
  /** Nothing of it was unreadable. */
  isComplete: boolean;
}

export interface BusyQuestion {
  calendars: Pick<CalcomCalendar, "externalId" | "credentialId">[];
  from: Date;
  until: Date;
  timeZone: string;
}

export function calendarCalls(http: CalcomHttp) {
  return {
    listCalendars: (): Promise<CalcomCalendars> =>
      http.read({ path: "/calendars", version: VERSION, answer: oneAnswer(connections) }),
    async listBusyTimes({ calendars, from, until, timeZone }: BusyQuestion): Promise<CalcomBusyTimes> {
      const asked = calendars.flatMap(({ externalId, credentialId }, index) => [
        [`calendarsToLoad[${index}][externalId]`, externalId],
        [`calendarsToLoad[${index}][credentialId]`, String(credentialId)],
      ]);
      const span = { loggedInUsersTz: timeZone, dateFrom: from.toISOString(), dateTo: until.toISOString() };
      const query = { ...span, ...Object.fromEntries(asked) };
      const path = "/calendars/busy-times";
      const { rows, unreadable } = await http.read({ path, version: VERSION, query, answer: rowsAnswer(busy) });
      // A note in a calendar lasts no time, and takes none.
      return {
        times: rows.filter(({ from: begins, until: ends }) => begins < ends),
        isComplete: unreadable.length === 0,
      };
    },
  };
}
