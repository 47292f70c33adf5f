import type { CompanyContext } from "@/server/core/context";
import { addDays, DAY } from "@/server/core/time";
import { transact } from "@/server/core/transact";
import { findAllBetween, findDaysOff, findTeam } from "../repository";
import type { TeamMonth, TeamMonthInput } from "../schema";
import { toExceptionView } from "../views";

/** Who is away when, of everybody in a branch or in the company; what is only asked for is among it. */
export async function getTeamMonth(ctx: CompanyContext, { month, branchId }: TeamMonthInput): Promise<TeamMonth> {
  const days = daysOf(month);
  const [from, until] = [new Date(days[0] ?? ""), new Date(days.at(-1) ?? "")];
  return transact(ctx, async (tx) => {
    const people = await findTeam(tx, branchId);
    // A day more on both sides: nowhere is the clock further from that of Greenwich.
    const between = { from: new Date(from.getTime() - DAY), until: new Date(until.getTime() + 2 * DAY) };
    const exceptions = (await findAllBetween(tx, { branchId, ...between })).map(toExceptionView);
    const holidays = await findDaysOff(tx, { branchId, from, until });
    return {
      days,
      people: people.map(({ workingHours, ...person }) => {
        return { ...person, worksOn: [...new Set(workingHours.map(({ dayOfWeek }) => dayOfWeek))].sort() };
      }),
      exceptions: exceptions.filter(
        ({ startsOn, endsOn }) => endsOn >= (days[0] ?? "") && startsOn <= (days.at(-1) ?? ""),
      ),
      holidays: holidays.map(({ date, name }) => ({ date: date.toISOString().slice(0, 10), name })),
    };
  });
}

function daysOf(month: string): string[] {
  const days: string[] = [];
  for (let day = `${month}-01`; day.startsWith(month); day = addDays(day, 1)) days.push(day);
  return days;
}
