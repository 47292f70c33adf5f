import { z } from "zod";
import type { CalcomHttp } from "./calcom-http";
import { oneAnswer, rowsAnswer } from "./calcom-rows";

const OWN = "2024-06-14";
const TEAM = "2024-08-13";

const minutes = z
  .int()
  .nullish()
  .transform((value) => value ?? 0);
const hostOf = z.looseObject({ userId: z.int() });

const eventType = z
  .looseObject({
    id: z.int(),
    title: z.string(),
    slug: z.string(),
    lengthInMinutes: z.int(),
    lengthInMinutesOptions: z.array(z.int()).nullish().catch(null),
    beforeEventBuffer: minutes,
    afterEventBuffer: minutes,
    hidden: z.boolean().nullish(),
    ownerId: z.int().nullish(),
    teamId: z.int().nullish(),
    schedulingType: z.string().nullish(),
    hosts: z.array(hostOf).nullish().catch(null),
  })
  .transform(({ id, title, slug, lengthInMinutes, beforeEventBuffer, afterEventBuffer, ...rest }) => ({
    ...{ id, title, slug, lengthMinutes: lengthInMinutes },
    /** All lengths that it can be booked for. */
    lengthOptions: [...new Set([lengthInMinutes, ...(rest.lengthInMinutesOptions ?? [])])].sort((a, b) => a - b),
    ...{ bufferBeforeMinutes: beforeEventBuffer, bufferAfterMinutes: afterEventBuffer },
    teamId: rest.teamId ?? null,
    /** A pattern that others are made from; nobody can be booked by it. */
    isPattern: rest.schedulingType?.toLowerCase() === "managed",
    isHidden: rest.hidden ?? false,
    /** Who serves it: a team's type names them, a personal one has its owner. */
    hostIds: rest.hosts?.map(({ userId }) => userId) ?? (rest.ownerId ? [rest.ownerId] : []),
  }));
export type CalcomEventType = z.infer<typeof eventType>;

export interface EventTypeWish {
  title: string;
  slug: string;
  lengthMinutes: number;
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
  /** Of a team's type. */
  hostId?: number;
  /** Of what only we book: no customer sees it. */
  isHidden?: boolean;
  /** Where it can be booked for several lengths, its own among them. */
  lengthOptions?: number[];
}

/** Whoever calls has a number and often no address: one of the two must be enough. */
const PHONE_FIRST = [
  { type: "email", label: "E-Mail", placeholder: "", required: false, hidden: false },
  { type: "phone", slug: "attendeePhoneNumber", label: "Telefon", placeholder: "", required: true, hidden: false },
];

function toBody(wish: EventTypeWish) {
  const { title, slug, lengthMinutes: lengthInMinutes, bufferBeforeMinutes, bufferAfterMinutes, hostId } = wish;
  const buffers = { beforeEventBuffer: bufferBeforeMinutes, afterEventBuffer: bufferAfterMinutes };
  const { isHidden, lengthOptions } = wish;
  return {
    ...{ title, slug, lengthInMinutes, ...buffers },
    ...(hostId ? { hosts: [{ userId: hostId }] } : {}),
    ...(isHidden === undefined ? {} : { hidden: isHidden }),
    ...(lengthOptions ? { lengthInMinutesOptions: lengthOptions } : {}),
  };
}

/** Of the key's owner, or of a team. */
export function eventTypeCalls(http: CalcomHttp) {
  const place = (teamId: number | null) =>
    teamId === null
      ? { path: "/event-types", version: OWN }
      : { path: `/teams/${teamId}/event-types`, version: TEAM, scheduling: { schedulingType: "roundRobin" } };

  return {
    listEventTypes: async (teamId: number | null): Promise<CalcomEventType[]> => {
      const { path, version } = place(teamId);
      return (await http.read({ path, version, answer: rowsAnswer(eventType) })).rows;
    },
    /** Whoever's it is: a team's answers here too. */
    getEventType: (id: number): Promise<CalcomEventType> =>
      http.read({ path: `/event-types/${id}`, version: OWN, answer: oneAnswer(eventType) }),
    createEventType: (teamId: number | null, wish: EventTypeWish): Promise<CalcomEventType> => {
      const { path, version, scheduling } = place(teamId);
      const body = { ...toBody(wish), ...scheduling, bookingFields: PHONE_FIRST };
      return http.write({ path, version, method: "POST", body, answer: oneAnswer(eventType) });
    },
    updateEventType: (teamId: number | null, { id, ...wish }: EventTypeWish & { id: number }) => {
      const { path, version } = place(teamId);
      const body = toBody(wish);
      return http.write({ path: `${path}/${id}`, version, method: "PATCH", body, answer: oneAnswer(eventType) });
    },
  };
}
