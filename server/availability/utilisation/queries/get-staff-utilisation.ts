import type { CompanyContext } from "@/server/core/context";
import { notFound } from "@/server/core/errors";
import { transact } from "@/server/core/transact";
import { mergeIntervals } from "../../rules/interval";
import { findBranchNames, findPerson, loadBooked, loadStaffSchedule } from "../repository";
import { minutesWithin, weeksFrom } from "../rules";
import type { StaffUtilisation, StaffUtilisationInput } from "../schema";
import { workingAt } from "./working-at";

const WEEKS = 4;

/** How much of somebody's working time of this week and the next three is taken, and in which branch. */
export async function getStaffUtilisation(
  ctx: CompanyContext,
  { staffId }: StaffUtilisationInput,
): Promise<StaffUtilisation> {
  return transact(ctx, async (tx) => {
    const person = await findPerson(tx, staffId);
    if (!person) throw notFound("staff");
    const weeks = weeksFrom(ctx.now.getTime(), { zone: person.homeBranch.timezone, count: WEEKS });
    const range = { from: weeks[0]?.from ?? 0, until: weeks.at(-1)?.until ?? 0 };
    const stretch = { staffId, from: new Date(range.from), until: new Date(range.until) };
    const schedule = await loadStaffSchedule(tx, stretch);
    const places = new Set([person.homeBranchId, ...person.staffBranches.map(({ branchId }) => branchId)]);
    const working = [];
    for (const branchId of places) working.push(...(await workingAt(tx, { branchId, schedule, range })));
    const booked = await loadBooked(tx, stretch);
    const branches = await findBranchNames(tx, [...new Set(booked.map(({ branchId }) => branchId))]);
    const [allWorking, allBooked] = [mergeIntervals(working), mergeIntervals(booked)];
    return {
      weeks: weeks.map((week) => ({
        date: week.date,
        workingMinutes: minutesWithin(allWorking, week),
        bookedMinutes: minutesWithin(allBooked, week),
        branches: branches.flatMap(({ id: branchId, name }) => {
          const there = mergeIntervals(booked.filter((time) => time.branchId === branchId));
          const bookedMinutes = minutesWithin(there, week);
          return bookedMinutes > 0 ? [{ branchId, name, bookedMinutes }] : [];
        }),
      })),
    };
  });
}
