import { z } from "zod";
import { instant } from "@/server/core/time";

export const connectCalcomInput = z.object({
  /** Written, never read: as Cal.com shows it once. */
  apiKey: z
    .string()
    .trim()
    .min(8)
    .max(500)
    .regex(/^[\x21-\x7e]+$/),
});
export type ConnectCalcomInput = z.infer<typeof connectCalcomInput>;

/** Null: nobody but whom the key belongs to. */
export const chooseTeamInput = z.object({ teamId: z.int().positive().nullable() });
export type ChooseTeamInput = z.infer<typeof chooseTeamInput>;

const account = z.object({ id: z.int(), name: z.string(), email: z.string() });
const team = z.object({ id: z.int(), name: z.string() });
const staffIds = z.array(z.uuid()).catch([]).default([]);

/** What is kept of the connection beside its credentials. */
export const connectionNotes = z.object({
  /** The account that the mappings are of: another one's key is not taken while there are any. */
  account: account.nullish().catch(null),
  team: team.nullish().catch(null),
  /** Since when what is made here is made there too. */
  connectedAt: instant.nullish().catch(null),
  /** So many connections of calendars could not be read the last time. */
  brokenCalendars: z.int().nullish().catch(null),
  /** Whose hours could not be written there the last time, and who has no calendar there that the key is shown. */
  hoursRefused: staffIds,
  calendarUnseen: staffIds,
  webhook: z.object({ id: z.string(), registeredAt: instant }).nullish().catch(null),
  /** The same for each type of a team, of which the first one is not told. */
  typeWebhooks: z
    .array(z.object({ id: z.string(), teamId: z.int(), eventTypeId: z.int() }))
    .catch([])
    .default([]),
});
export type ConnectionNotes = z.infer<typeof connectionNotes>;

export const calcomConnectionView = z.object({
  isConnected: z.boolean(),
  /** The last characters of the key. */
  keyEnding: z.string(),
  account: account.nullable(),
  team: team.nullable(),
  /** Whether a team, or nobody's, was chosen. */
  isTeamChosen: z.boolean(),
  memberCount: z.int(),
  mappingCount: z.int(),
  /** Connections of calendars over there that can't be read: what was known of them still counts. */
  brokenCalendarCount: z.int(),
  /** Names: theirs stay there as they are. */
  hoursRefused: z.array(z.string()),
  /** Names: what they have in a calendar there closes nothing here. */
  calendarUnseen: z.array(z.string()),
  webhook: z.object({
    address: z.string().nullable(),
    registeredAt: z.date().nullable(),
    lastDeliveryAt: z.date().nullable(),
    lastDeliveryEvent: z.string().nullable(),
    /** Types of teams that stand for something here, and of how many of them we are told. */
    teamTypeCount: z.int(),
    toldTypeCount: z.int(),
  }),
});
export type CalcomConnectionView = z.infer<typeof calcomConnectionView>;

export const calcomTeams = z.array(team);
export type CalcomTeams = z.infer<typeof calcomTeams>;

/** How our subscription stands over there. */
export const webhookCheck = z.object({ state: z.enum(["registered", "incomplete", "missing"]) });
export type WebhookCheck = z.infer<typeof webhookCheck>;
