import { type CompanyContext, requireOwnBranch } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { may } from "@/server/identity/rules/permissions";
import { loadRota, type RotaRow } from "../repository";
import { workingTimes } from "../rules";
import type { Rota, RotaPerson, RotaRequest } from "../schema";

/** What a calendar shows behind its appointments, and which stretch of time these days are on the branch's clock. */
export async function getRota(
  ctx: CompanyContext,
  request: RotaRequest,
): Promise<{ rota: Rota; from: Date; until: Date }> {
  if (request.branchId) requireOwnBranch(ctx, request.branchId);
  const row = await transact(ctx, (tx) => loadRota(tx, request));
  const { timezone, since, till } = row;
  if (timezone === null || since === null || till === null) throw notFound("branch");
  const range = { from: since, until: till };
  const working = workingTimes(row.people, { ...row, zone: timezone, range });
  const seesKinds = may(ctx, "view_schedule_exceptions");
  const people = row.people.map((person, nr): RotaPerson => {
    const ofPerson = <T extends { staffId: string | null }>(rows: T[]) =>
      rows.filter(({ staffId }) => staffId === person.id);
    return {
      ...person,
      working: [...(working[nr] ?? [])],
      absences: absencesOf(ofPerson(row.exceptions), seesKinds),
      busy: ofPerson(row.busy).map(({ staffId: _staff, ...busy }) => busy),
    };
  });
  const holidays = new Map(row.holidays.map(({ date, name }) => [date, { date, name }]));
  const closures = absencesOf(
    row.exceptions.filter(({ staffId }) => staffId === null),
    false,
  );
  const rota = { timezone, people, holidays: [...holidays.values()], closures, sessions: row.sessions };
  return { rota, from: new Date(since), until: new Date(till) };
}

/** Hours that are others than usual keep nobody away: they show as working time. */
function absencesOf(rows: RotaRow["exceptions"], seesKinds: boolean): RotaPerson["absences"] {
  return rows
    .filter(({ kind }) => kind !== "special_hours")
    .map(({ kind, startsAt, endsAt }) => ({ kind: seesKinds ? kind : null, from: startsAt, until: endsAt }));
}
