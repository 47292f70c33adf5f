import type { PhoneBranch } from "./phone";
import type { Voice } from "./say/voice";

const FROM_MONDAY = [1, 2, 3, 4, 5, 6, 0];

/** "Dienstag bis Freitag von 9 bis 19 Uhr, Samstag von 9 bis 16 Uhr"; null for a branch without hours. */
export function sayOpeningHours(branch: PhoneBranch, voice: Voice): string | null {
  const days = FROM_MONDAY.map((weekday) => ({ weekday, hours: hoursOn(branch, { weekday, voice }) }));
  const groups: { first: number; last: number; hours: string }[] = [];
  for (const { weekday, hours } of days) {
    const before = groups.at(-1);
    const follows = before && FROM_MONDAY.indexOf(weekday) === FROM_MONDAY.indexOf(before.last) + 1;
    if (hours && before && follows && before.hours === hours) before.last = weekday;
    else if (hours) groups.push({ first: weekday, last: weekday, hours });
  }
  const { weekdays, dayRange } = voice.say;
  const name = (weekday: number) => weekdays[weekday] ?? "";
  const spoken = groups.map(({ first, last, hours }) =>
    first === last ? `${name(first)} ${hours}` : `${dayRange(name(first), name(last))} ${hours}`,
  );
  return spoken.length > 0 ? spoken.join(", ") : null;
}

function hoursOn({ hours }: PhoneBranch, { weekday, voice }: { weekday: number; voice: Voice }): string {
  const shifts = hours.filter(({ dayOfWeek }) => dayOfWeek === weekday);
  const stretches = shifts.flatMap(({ startTime, endTime, breakStart, breakEnd }) =>
    breakStart && breakEnd
      ? [
          { from: startTime, to: breakStart },
          { from: breakEnd, to: endTime },
        ]
      : [{ from: startTime, to: endTime }],
  );
  return voice.and(stretches.map(({ from, to }) => voice.say.hours(from, to)));
}
