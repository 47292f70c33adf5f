import { getRota } from "@/server/availability/rota/queries/get-rota";
import type { CompanyContext } from "@/server/core/context";
import { toLocal } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { readCalcomPlace } from "@/server/tenancy/queries/read-calcom-place";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import type { CalcomSchedule, ColleagueOf } from "../../adapters/calcom-schedules";
import { askCalcom } from "../../commands/ask-calcom";
import { listPeople } from "../../mapping/repository";
import { findApiKey } from "../../repository/connection";
import { AHEAD_DAYS, isSameWeek, toWeek, type WeekWithExceptions } from "../rules";
import { notePeople } from "./note-people";

export type PushedHours =
  | { state: "not_connected" }
  | { state: "waiting"; seconds: number }
  | { state: "done"; written: number; unchanged: number; refused: { staffId: string; message: string }[] };

interface Wanted {
  staffId: string;
  calcomUserId: number;
  timeZone: string;
  week: WeekWithExceptions;
}

// Not audited: it writes over there what was audited when it was changed here.
/**
 * Brings the hours of everybody who is known over there to those that they work here, days off and holidays included. Who is
 * right already is not written; whose hours our key may not write keeps nobody else from theirs.
 */
export async function pushWorkingHours(ctx: CompanyContext): Promise<PushedHours> {
  const { apiKey, teamId, wanted } = await transact(ctx, async (tx) => {
    const key = await findApiKey(tx);
    const { calcomTeamId } = await readCalcomPlace(tx);
    return { apiKey: key, teamId: calcomTeamId, wanted: key ? await listWanted(tx) : [] };
  });
  if (!apiKey) return { state: "not_connected" };
  if (wanted.length === 0) return { state: "done", written: 0, unchanged: 0, refused: [] };
  const asked = await askCalcom(ctx, apiKey, (calcom) => writeAll(calcom, { teamId, wanted }));
  if (!("answer" in asked)) return { state: "waiting", seconds: asked.waitSeconds };
  const staffIds = asked.answer.refused.map(({ staffId }) => staffId);
  await transact(ctx, (tx) => notePeople(tx, { what: "hoursRefused", staffIds }));
  return asked.answer;
}

async function listWanted(ctx: CompanyContext): Promise<Wanted[]> {
  const people = (await listPeople(ctx)).flatMap(({ staffId, calcomUserId }) =>
    calcomUserId === null ? [] : [{ staffId, calcomUserId }],
  );
  if (people.length === 0) return [];
  const staffIds = people.map(({ staffId }) => staffId);
  const date = ctx.now.toISOString().slice(0, 10);
  const { rota } = await getRota(ctx, { date, days: AHEAD_DAYS, staffIds });
  const zone = rota.timezone;
  const today = toLocal(zone, ctx.now.getTime()).date;
  return people.map(({ staffId, calcomUserId }) => {
    const working = rota.people.find(({ id }) => id === staffId)?.working ?? [];
    const week = toWeek({ zone, date: today, days: AHEAD_DAYS - 1, working });
    return { staffId, calcomUserId, timeZone: zone, week };
  });
}

interface Writing {
  teamId: number | null;
  wanted: readonly Wanted[];
}

async function writeAll(calcom: Calcom, { teamId, wanted }: Writing): Promise<Extract<PushedHours, { state: "done" }>> {
  const { id: keyOwnerId, organizationId } = await calcom.me();
  const schedules = [...(await calcom.listSchedules(null)), ...(teamId ? await calcom.listSchedules(teamId) : [])];
  const done = {
    state: "done" as const,
    written: 0,
    unchanged: 0,
    refused: [] as { staffId: string; message: string }[],
  };
  for (const one of wanted) {
    const userId = one.calcomUserId;
    const colleague = userId !== keyOwnerId && organizationId !== null ? { organizationId, userId } : null;
    try {
      const there = await findDefault(calcom, { userId, schedules, colleague });
      if (there && there.timeZone === one.timeZone && isSameWeek(there, one.week)) {
        done.unchanged += 1;
        continue;
      }
      await write(calcom, { ...one, there, colleague, isKeyOwner: userId === keyOwnerId });
      done.written += 1;
    } catch (error) {
      if (!(error instanceof CalcomError) || !["refused", "gone"].includes(error.kind)) throw error;
      done.refused.push({ staffId: one.staffId, message: error.message });
    }
  }
  return done;
}

interface Sought {
  userId: number;
  schedules: readonly CalcomSchedule[];
  colleague: ColleagueOf | null;
}

/** Theirs may not be among those of the team: an admin of their organisation is shown it by itself. */
async function findDefault(calcom: Calcom, { userId, schedules, colleague }: Sought): Promise<CalcomSchedule | null> {
  const isTheirs = ({ ownerId, isDefault }: CalcomSchedule) => ownerId === userId && isDefault;
  const shown = schedules.find(isTheirs);
  if (shown || !colleague) return shown ?? null;
  return (await calcom.listSchedulesOf(colleague)).find(isTheirs) ?? null;
}

interface Writable extends Wanted {
  there: CalcomSchedule | null;
  colleague: ColleagueOf | null;
  isKeyOwner: boolean;
}

/**
 * The default one, which counts for every event type that names no other; a new one can only be made for the key's owner, and
 * for their colleagues in an organisation.
 */
async function write(calcom: Calcom, { there, week, timeZone, colleague, isKeyOwner }: Writable): Promise<void> {
  const wish = { timeZone, ...week };
  if (there) await calcom.updateSchedule({ id: there.id, ...wish }, colleague);
  else if (isKeyOwner || colleague)
    await calcom.createSchedule({ name: "AskProAI", isDefault: true, ...wish }, colleague);
  else throw new CalcomError({ kind: "refused", message: "no schedule of theirs is shown to this key" });
}
