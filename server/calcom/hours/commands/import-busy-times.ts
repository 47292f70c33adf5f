import { replaceBusyTimes } from "@/server/availability/commands/replace-busy-times";
import type { CompanyContext, TransactionContext } from "@/server/core/context";
import { DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { noteConnection } from "@/server/integrations/commands/note-connection";
import { readConnectionNotes } from "@/server/integrations/queries/read-connection-notes";
import type { Calcom } from "../../adapters/calcom";
import type { BusyQuestion, CalcomBusyTimes } from "../../adapters/calcom-calendars";
import { isAboutOne } from "../../adapters/calcom-error";
import { askCalcom } from "../../commands/ask-calcom";
import { connectionNotes } from "../../connection/schema";
import { listPeople } from "../../mapping/repository";
import { findApiKey } from "../../repository/connection";
import { AHEAD_DAYS, ownerOfCalendar } from "../rules";
import { notePeople } from "./note-people";

export type ImportedBusyTimes =
  | { state: "not_connected" }
  | { state: "waiting"; seconds: number }
  | { state: "done"; people: number; added: number; removed: number; unread: number };

interface ReadPerson extends CalcomBusyTimes {
  staffId: string;
  /** Our key is shown no calendar of theirs. */
  isUnseen: boolean;
}

interface ReadAll {
  read: ReadPerson[];
  brokenCount: number;
}

// Not audited: nothing of ours is changed by it but when somebody can be booked.
/**
 * What people have in their calendars over there closes their time here; what is gone there opens it again, unless something
 * could not be read. Our own bookings, which stand in those calendars too, count once.
 */
export async function importBusyTimes(ctx: CompanyContext): Promise<ImportedBusyTimes> {
  const { apiKey, people } = await transact(ctx, async (tx) => {
    return { apiKey: await findApiKey(tx), people: await listPeople(tx) };
  });
  if (!apiKey) return { state: "not_connected" };
  const known = people.flatMap(({ calcomUserId, ...one }) => (calcomUserId === null ? [] : [{ ...one, calcomUserId }]));
  const range = { from: ctx.now, until: new Date(ctx.now.getTime() + AHEAD_DAYS * DAY) };
  const asked = await askCalcom(ctx, apiKey, (calcom) => readAll(calcom, { people: known, range }));
  if (!("answer" in asked)) return { state: "waiting", seconds: asked.waitSeconds };
  const { read, brokenCount } = asked.answer;
  const staffIds = read.filter(({ isUnseen }) => isUnseen).map(({ staffId }) => staffId);
  await transact(ctx, async (tx) => {
    await noteBroken(tx, brokenCount);
    // Whose could not be read is not known to have none.
    if (brokenCount === 0) await notePeople(tx, { what: "calendarUnseen", staffIds });
  });
  const done = { state: "done" as const, people: read.length, added: 0, removed: 0, unread: 0 };
  for (const { isUnseen: _, ...one } of read) {
    const seen = { ...one, isComplete: one.isComplete && brokenCount === 0 };
    const changed = await transact(ctx, (tx) => replaceBusyTimes(tx, { source: "calcom", ...range, ...seen }));
    done.added += changed.added;
    done.removed += changed.removed;
    done.unread += seen.isComplete ? 0 : 1;
  }
  return done;
}

/** Shown with the connection until all of them can be read again. */
async function noteBroken(tx: TransactionContext, brokenCalendars: number): Promise<void> {
  const known = connectionNotes.parse(await readConnectionNotes(tx, "calcom"));
  if ((known.brokenCalendars ?? 0) === brokenCalendars) return;
  await noteConnection(tx, { provider: "calcom", notes: { brokenCalendars } });
}

interface Question {
  people: { staffId: string; calcomUserId: number; email: string | null }[];
  range: Pick<BusyQuestion, "from" | "until">;
}

/** Whoever has no calendar that our key is shown has nothing in it, as far as we know. */
async function readAll(calcom: Calcom, { people, range }: Question): Promise<ReadAll> {
  if (people.length === 0) return { read: [], brokenCount: 0 };
  const { id: keyOwnerId, timeZone } = await calcom.me();
  const members = await withAddresses(calcom, people);
  const { calendars, brokenCount } = await calcom.listCalendars();
  const read: ReadPerson[] = [];
  for (const { staffId } of people) {
    const own = calendars.filter((one) => ownerOfCalendar(one, { people: members, keyOwnerId }) === staffId);
    const question = { calendars: own, ...range, timeZone: timeZone ?? "UTC" };
    const isUnseen = own.length === 0;
    read.push({ staffId, isUnseen, ...(isUnseen ? NOTHING : await readOne(calcom, question)) });
  }
  return { read, brokenCount };
}

const NOTHING: CalcomBusyTimes = { times: [], isComplete: true };

/** Whose calendar is refused keeps nobody else from theirs. */
async function readOne(calcom: Calcom, question: BusyQuestion): Promise<CalcomBusyTimes> {
  try {
    return await calcom.listBusyTimes(question);
  } catch (error) {
    if (!isAboutOne(error)) throw error;
    return { times: [], isComplete: false };
  }
}

/** The address that somebody has over there is the one that their calendar is called by. */
async function withAddresses(calcom: Calcom, people: Question["people"]): Promise<Question["people"]> {
  const [team] = await calcom.listTeams();
  const members = team ? await calcom.listMembers(team.id) : [];
  return people.map((one) => {
    return { ...one, email: members.find(({ userId }) => userId === one.calcomUserId)?.email ?? one.email };
  });
}
