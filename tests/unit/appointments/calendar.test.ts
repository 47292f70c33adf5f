import { describe, expect, it } from "vitest";
import { applyMove, toMove } from "@/components/appointments/calendar/apply-move";
import { shownDays, toCalendarInput, turn } from "@/components/appointments/calendar/calendar-state";
import { closuresAt } from "@/components/appointments/calendar/closures-at";
import { layOutGrid } from "@/components/appointments/calendar/columns";
import { monthDays } from "@/components/appointments/calendar/month-days";
import { neighbourOf } from "@/components/appointments/calendar/neighbour";
import type { Calendar, CalendarEntry } from "@/server/appointments/calendar/schema";
import { fromWall } from "@/server/core/time-zone";

const zone = "Europe/Berlin";
const WEDNESDAY = "2026-12-02";
const at = (hours: number, minutes = 0, date = WEDNESDAY) => fromWall(zone, date, hours * 60 + minutes);

function entryAt(id: string, from: number, until: number, more: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    ...{ id, branchId: "b", staffId: "anna", startsAt: from, endsAt: until, status: "confirmed", source: "phone" },
    ...{ calcomSyncStatus: "synced", customerName: id, serviceId: "s", serviceName: "Schnitt", colour: "#123456" },
    ...{ hasNotes: false, resources: [], version: 1, parts: [] },
    ...more,
  };
}

const person = (id: string, working: [number, number][] = [[at(9), at(18)]]) => ({
  ...{ id, name: id, colour: "#123456", avatarUrl: null, branchIds: ["b"], absences: [], busy: [] },
  working: working.map(([from, until]) => ({ from, until })),
});
const calendarOf = (entries: CalendarEntry[], more: Partial<Calendar> = {}): Calendar => ({
  ...{ timezone: zone, people: [person("anna"), person("ben")], holidays: [], closures: [], sessions: [] },
  ...{ entries, ...more },
});
const gridOf = (calendar: Calendar, days = [WEDNESDAY]) => layOutGrid(calendar, { days, staffIds: [] });

/** Colour by Anna, who is free while it takes effect; Ben cuts. */
const colour = entryAt("colour", at(10), at(12), {
  parts: [
    { staffId: "anna", name: "Auftragen", startsAt: at(10), endsAt: at(10, 30), occupiesStaff: true },
    { staffId: "anna", name: "Einwirken", startsAt: at(10, 30), endsAt: at(11, 15), occupiesStaff: false },
    { staffId: "ben", name: "Schneiden", startsAt: at(11, 15), endsAt: at(12), occupiesStaff: true },
  ],
});

describe("the days of a page", () => {
  it("are one, a week from Monday, or all the weeks that the month touches", () => {
    expect(shownDays("day", WEDNESDAY)).toEqual([WEDNESDAY]);
    expect(shownDays("week", "2026-12-06")).toMatchObject({ 0: "2026-11-30", 6: "2026-12-06", length: 7 });
    expect(shownDays("month", WEDNESDAY)).toMatchObject({ 0: "2026-11-30", 34: "2027-01-03", length: 35 });
    expect(shownDays("month", "2027-08-15")).toHaveLength(42);
    expect(shownDays("month", "2027-02-15")).toHaveLength(28);
  });

  it("turn by one page, over the ends of months of any length", () => {
    expect(turn("month", { date: "2026-01-31", by: 1 })).toBe("2026-02-01");
    expect(turn("week", { date: WEDNESDAY, by: -1 })).toBe("2026-11-25");
    const place = { branchId: null, zone, now: at(23, 30) };
    expect(toCalendarInput({ view: "day", date: "nonsense" }, place)).toEqual({ date: WEDNESDAY, dayCount: 1 });
  });
});

describe("a click where nobody can be booked", () => {
  const column = (more: object = {}) => {
    const [anna] = gridOf(calendarOf([], { people: [{ ...person("anna"), ...more }] })).columns;
    if (!anna) throw new Error("everybody has a column");
    return anna;
  };
  const clicked = (hours: number, more: object = {}, holiday: string | null = null) =>
    closuresAt({ column: column(more), minutes: hours * 60, holiday, zone });

  it("says whose hours they are, who is away until when, or what day it is", () => {
    expect(clicked(8)).toMatchObject([{ rule: "hours", name: "anna", hours: [{ start: "09:00", end: "18:00" }] }]);
    expect(clicked(8, {}, "Nikolaus")).toMatchObject([{ rule: "holiday", name: "Nikolaus" }]);
    const absences = [{ kind: "sick", from: at(12), until: at(14) }];
    expect(clicked(13, { absences })).toMatchObject([
      { rule: "absence", exceptionKind: "sick", until: new Date(at(14)) },
    ]);
    const busy = [{ source: "elsewhere", from: at(15), until: at(16) }];
    expect(clicked(15, { busy })).toMatchObject([{ rule: "taken", until: new Date(at(16)) }]);
  });

  it("says nothing where there is room", () => {
    expect(clicked(10)).toEqual([]);
    expect(clicked(10, {}, "Nikolaus")).toEqual([]);
  });
});

describe("the grid", () => {
  it("gives everybody a column, an hour around what takes place, and shades when they are off", () => {
    const grid = gridOf(calendarOf([entryAt("early", at(7, 30), at(8))]));
    expect([grid.firstHour, grid.lastHour]).toEqual([7, 19]);
    expect(grid.columns.map(({ person: { id } }) => id)).toEqual(["anna", "ben"]);
    expect(grid.columns[0]?.off).toEqual([
      { top: 0, minutes: 540 },
      { top: 1080, minutes: 360 },
    ]);
  });

  it("puts each part with whoever does it, and shows where the customer waits", () => {
    const [anna, ben] = gridOf(calendarOf([colour])).columns;
    expect(anna?.blocks).toMatchObject([{ top: 600, minutes: 30, part: { name: "Auftragen", nr: 1, count: 2 } }]);
    expect(anna?.waits).toMatchObject([{ name: "Einwirken", top: 630, minutes: 45 }]);
    expect(ben?.blocks).toMatchObject([{ top: 675, minutes: 45, part: { name: "Schneiden", nr: 2, count: 2 } }]);
  });

  it("leaves a closed day of a week without columns, but never the only day", () => {
    const calendar = calendarOf([]);
    expect(gridOf(calendar, ["2026-12-01", WEDNESDAY]).groups.map(({ columns }) => columns.length)).toEqual([0, 2]);
    expect(gridOf(calendar, ["2026-12-01"]).columns).toHaveLength(2);
  });

  it("reads times from the clock where it changes", () => {
    const date = "2027-03-28";
    const spring = calendarOf([entryAt("late", at(10, 0, date), at(11, 0, date))]);
    expect(gridOf(spring, [date]).columns[0]?.blocks).toMatchObject([{ top: 600, minutes: 60 }]);
    const autumn = entryAt("autumn", at(10, 0, "2026-10-25"), at(11, 0, "2026-10-25"));
    expect(gridOf(calendarOf([autumn]), ["2026-10-25"]).columns[0]?.blocks).toMatchObject([{ top: 600, minutes: 60 }]);
  });

  it("cuts what goes past midnight into its days", () => {
    const night = entryAt("night", at(23), at(1, 0, "2026-12-03"));
    const grid = gridOf(calendarOf([night]), [WEDNESDAY, "2026-12-03"]);
    const lasting = grid.columns.flatMap(({ blocks }) => blocks.map(({ top, minutes }) => [top, minutes]));
    expect(lasting).toEqual([
      [1380, 60],
      [0, 60],
    ]);
  });
});

describe("the arrow keys", () => {
  const grid = gridOf(
    calendarOf([
      entryAt("first", at(9), at(10)),
      entryAt("second", at(11), at(12)),
      entryAt("far", at(9), at(9, 30), { staffId: "ben" }),
      entryAt("near", at(11, 15), at(12), { staffId: "ben" }),
    ]),
  );
  const from = (key: string, direction: "up" | "down" | "left" | "right") =>
    neighbourOf(grid.columns, { key, direction })?.key ?? null;

  it("walk through a column, and to what is nearest in the next one", () => {
    expect(from("first", "down")).toBe("second");
    expect(from("first", "up")).toBeNull();
    expect(from("second", "right")).toBe("near");
    expect(from("far", "left")).toBe("first");
    expect(from("near", "right")).toBeNull();
  });
});

describe("a move", () => {
  it("takes all that was booked together along, and changes only whose part was moved", () => {
    const calendar = calendarOf([colour]);
    const [anna, ben] = gridOf(calendar).columns;
    const block = ben?.blocks[0];
    if (!anna || !ben || !block) throw new Error("the parts are there");
    const move = toMove({ block, column: ben, top: 705, minutes: 45, mode: "move" }, zone);
    expect(move).toEqual({ entry: colour, startsAt: at(10, 30) });
    const [moved] = applyMove(calendar, { entry: colour, startsAt: at(10, 30) }).entries;
    expect(moved?.endsAt).toBe(at(12, 30));
    expect(moved?.parts.map(({ startsAt }) => startsAt)).toEqual([at(10, 30), at(11), at(11, 45)]);
  });

  it("is none where nothing changes, names another person, and knows a new length", () => {
    const calendar = calendarOf([entryAt("cut", at(10), at(11))]);
    const [anna, ben] = gridOf(calendar).columns;
    const block = anna?.blocks[0];
    if (!anna || !ben || !block) throw new Error("it is there");
    const held = { block, column: anna, top: 600, minutes: 60, mode: "move" as const };
    expect(toMove(held, zone)).toBeNull();
    expect(toMove({ ...held, column: ben }, zone)).toMatchObject({ startsAt: at(10), staffId: "ben" });
    const longer = toMove({ ...held, mode: "resize", minutes: 90 }, zone);
    expect(longer).toMatchObject({ startsAt: at(10), durationMinutes: 90 });
    expect(longer && applyMove(calendar, longer).entries[0]?.endsAt).toBe(at(11, 30));
  });
});

it("counts each appointment once in a day of the month, for the people that are shown", () => {
  const days = (staffIds: string[]) => monthDays(calendarOf([colour]), { days: [WEDNESDAY], staffIds });
  expect(days([])[0]?.blocks).toHaveLength(1);
  expect(days(["ben"])[0]?.blocks).toHaveLength(1);
  expect(days(["nobody"])[0]).toMatchObject({ blocks: [], isClosed: true });
});
