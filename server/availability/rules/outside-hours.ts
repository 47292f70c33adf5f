import type { CalendarData } from "./calendar-data";
import type { Schedule } from "./schedule";

/** The calendar as if the branch were always open and everybody always at work: who is away or taken stays so. */
export function withoutHours<Data extends CalendarData>(data: Data): Data {
  const staff = data.staff.map((person) => ({ ...person, schedule: alwaysOpen(person.schedule) }));
  return { ...data, holidays: [], opening: alwaysOpen(data.opening), staff };
}

function alwaysOpen({ exceptions }: Schedule): Schedule {
  const away = exceptions.filter(({ kind }) => kind !== "closed" && kind !== "special_hours");
  const always = { kind: "special_hours" as const, startsAt: -Infinity, endsAt: Infinity };
  return { hours: [], exceptions: [always, ...away] };
}
