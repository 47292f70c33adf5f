import type { FunctionName } from "@/server/calls/functions/schema";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { at, iso } from "../coming-days";
import { createService, createStaff } from "../factories";
import { createNeed, createResource, createSession } from "../scheduling";
import { type Answer, ask } from "../telephone";
import { ANY, type Reason } from "./reason";
import { atNine, massage, ours, type SpokenLine, stranger, takenByOthers, wednesday } from "./spoken-line";

const CHECK: FunctionName[] = ["check-availability"];
const wholeDay = { ...massage, date: wednesday };
const edit = {
  service: (line: SpokenLine, data: object) =>
    platformClient().service.update({ where: { id: line.massage.id }, data }),
  julia: (line: SpokenLine, data: object) => platformClient().staff.update({ where: { id: line.julia.id }, data }),
};

export async function yoga(line: SpokenLine, { sessions = true, capacity = 3 } = {}): Promise<void> {
  const { company, julia } = line;
  const { id: serviceId } = await createService(company, { name: "Yogakurs", durationMinutes: 60, capacity: 5 });
  if (!sessions) return;
  const [startsAt, endsAt] = [at(wednesday, 11), at(wednesday, 12)];
  await createSession(company, { serviceId, staffId: julia.id, startsAt, endsAt, capacity });
}
export const yogaAtEleven = { service: "Yogakurs", starts_at: iso(wednesday, 11) };

async function fullYoga(line: SpokenLine): Promise<void> {
  await yoga(line, { capacity: 1 });
  await ask("book-appointment", stranger(line), { ...yogaAtEleven, customer_name: "Ada Lovelace" });
}

/** Julia is at work on that day from `startTime` to `endTime` only; without them she is off. */
async function juliaWorks(line: SpokenLine, hours?: { startTime: string; endTime: string }): Promise<void> {
  const where = { ...ours(line), staffId: line.julia.id };
  if (hours) await platformClient().workingHour.updateMany({ where, data: hours });
  else await platformClient().workingHour.deleteMany({ where: { ...where, dayOfWeek: 3 } });
}

type Ask = (line: SpokenLine, name: FunctionName) => Promise<Answer>;
type Closed = keyof Parameters<Reason["says"]>[0]["closedReasons"];
const wanting =
  (args: Record<string, unknown>, prepare?: (line: SpokenLine) => Promise<unknown>): Ask =>
  async (line, name) => {
    await prepare?.(line);
    return ask(name, line.call, args);
  };

/** How it comes that nothing is free, and that something else is. */
const OBSTACLES: Partial<Record<Closed, Ask>> = {
  in_the_past: wanting({ ...massage, starts_at: "2020-01-01T10:00:00+01:00" }),
  beyond_horizon: wanting({ ...massage, starts_at: "2099-01-01T10:00:00+01:00" }),
  closed: wanting({ ...massage, starts_at: iso(wednesday, 23) }),
  holiday: wanting(wholeDay, (line) =>
    platformClient().holiday.create({
      data: { id: newId(), ...ours(line), date: new Date(wednesday), key: "own", name: "Betriebsfest" },
    }),
  ),
  staff_absent: wanting(wholeDay, (line) => juliaWorks(line)),
  does_not_fit: wanting({ ...wholeDay, time: "17:30" }),
  fully_booked: wanting(atNine, (line) => takenByOthers(line, 9)),
  daily_limit_reached: wanting({ ...massage, starts_at: iso(wednesday, 14) }, async (line) => {
    await edit.service(line, { maxPerDay: 1 });
    await takenByOthers(line, 9);
  }),
  too_short_notice: wanting(atNine, (line) => edit.service(line, { minNoticeMinutes: 30 * 24 * 60 })),
  resource_taken: wanting({ ...atNine, staff: "Sofia" }, async (line) => {
    const room = await createResource(line.company);
    await createNeed(line.company, { serviceId: line.massage.id, resourceId: room.id, quantity: 1 });
    await createStaff(line.company, { name: "Sofia Kern", serviceIds: [line.massage.id] });
    await takenByOthers(line, 9);
  }),
  further_staff_busy: wanting({ ...atNine, staff: "Sofia" }, async (line) => {
    await createStaff(line.company, { name: "Sofia Kern", serviceIds: [line.massage.id] });
    await takenByOthers(line, 9);
    await edit.service(line, { staffRequirements: [{ count: 1, staffIds: [line.julia.id] }] });
  }),
  working_time_limit_reached: wanting({ ...massage, starts_at: iso(wednesday, 14) }, async (line) => {
    await edit.julia(line, { maxHoursPerDay: 1.5 });
    await takenByOthers(line, 9);
  }),
  off_grid: wanting({ ...massage, starts_at: iso(wednesday, 9, 7) }),
};

/** How it comes that there is nothing at all to offer instead. */
const DEAD_ENDS: Partial<Record<Closed, Ask>> = {
  nobody_offers_it: wanting({ service: "Zaubern", date: wednesday }, async (line) => {
    const { id: serviceId } = await createService(line.company, { name: "Zaubern" });
    await platformClient().staffService.deleteMany({ where: { serviceId } });
  }),
  chain_does_not_fit: wanting({ services: ["Yogakurs", "Massage"], date: wednesday }, (line) => yoga(line)),
  no_session: wanting({ service: "Yogakurs", date: wednesday }, (line) => yoga(line, { sessions: false })),
  class_full: wanting(yogaAtEleven, fullYoga),
  does_not_fit: wanting(wholeDay, (line) => juliaWorks(line, { startTime: "09:00", endTime: "09:30" })),
};

const isClosed = (reasons: object): [Closed, Ask][] => Object.entries(reasons) as [Closed, Ask][];

/** Of these somebody was quicker; the others never were possible. */
const TAKEN: Closed[] = ["fully_booked", "daily_limit_reached", "resource_taken", "class_full"];
/** They need a stretch of time to be true: a single moment is closed or taken. */
const OF_STRETCHES: Closed[] = ["holiday", "staff_absent", "does_not_fit"];

const unavailable = isClosed(OBSTACLES).map(([reason, asked]): Reason => {
  const says: Reason["says"] = (say) => say.notFree(say.closedReasons[reason], ANY);
  return { from: CHECK, status: "unavailable", says, asked };
});
const deadEnds = isClosed(DEAD_ENDS).map(([reason, asked]): Reason => {
  const says: Reason["says"] = (say) => say.nothingFree(say.closedReasons[reason]);
  return { from: CHECK, status: "unavailable", says, asked };
});

/** The same obstacles, met by whoever names an exact time to book. */
const unbookable = isClosed(OBSTACLES)
  .filter(([reason]) => !OF_STRETCHES.includes(reason))
  .map(([reason, asked]): Reason => {
    const isTaken = TAKEN.includes(reason);
    const says: Reason["says"] = (say) => (isTaken ? say.taken(ANY) : say.notFree(say.closedReasons[reason], ANY));
    return { from: ["book-appointment"], status: isTaken ? "conflict" : "unavailable", says, asked };
  });

/** What is free, and why something is not. */
export const TIMES: Reason[] = [
  ...unavailable,
  ...deadEnds,
  ...unbookable,
  {
    from: [...CHECK, "book-appointment"],
    status: "unavailable",
    says: (say) =>
      say.freeWithOthers({
        reason: say.closedReasons.staff_does_not_offer_it,
        staff: "Julia Berg",
        offers: ANY,
      }),
    asked: wanting({ ...atNine, staff: "Murat" }),
  },
  {
    from: [...CHECK, "book-appointment"],
    status: "unavailable",
    says: (say) => say.nothingFree(say.closedReasons.staff_does_not_offer_it),
    asked: wanting({ ...atNine, staff: "Murat" }, async (line) => {
      const { id: staffId } = line.julia;
      await platformClient().workingHour.deleteMany({ where: { ...ours(line), staffId } });
    }),
  },
  {
    from: ["book-appointment"],
    status: "conflict",
    says: (say) => say.nothingFree(say.closedReasons.class_full),
    asked: wanting(yogaAtEleven, fullYoga),
  },
  {
    from: ["book-appointment"],
    status: "unavailable",
    says: (say) => say.nothingFree(say.closedReasons.nobody_offers_it),
    asked: wanting({ service: "Zaubern", starts_at: iso(wednesday, 9) }, async (line) => {
      const { id: serviceId } = await createService(line.company, { name: "Zaubern" });
      await platformClient().staffService.deleteMany({ where: { serviceId } });
    }),
  },
  {
    from: CHECK,
    status: "unavailable",
    says: (say) => say.nothingFree(say.tooFewPlaces(4)),
    asked: wanting({ ...yogaAtEleven, party_size: 4 }, (line) => yoga(line)),
  },
  {
    from: ["book-appointment"],
    status: "conflict",
    says: (say) => say.nothingFree(say.tooFewPlaces(4)),
    asked: wanting({ ...yogaAtEleven, party_size: 4 }, (line) => yoga(line)),
  },
  {
    from: CHECK,
    status: "ok",
    says: (say) => say.free({ when: ANY, service: "Massage", staff: "Julia Berg" }),
    asked: wanting(atNine),
  },
  { from: CHECK, status: "ok", says: (say) => say.freeSeveral(ANY), asked: wanting(wholeDay) },
  {
    from: CHECK,
    status: "ok",
    says: (say) => `${say.onePersonEach()} ${say.freeSeveral(ANY)}`,
    asked: wanting({ ...wholeDay, party_size: 2 }),
  },
  {
    from: CHECK,
    status: "ok",
    says: (say) => say.free({ when: ANY, service: say.forPeople("Yogakurs", 3), staff: "Julia Berg" }),
    asked: wanting({ ...yogaAtEleven, party_size: 3 }, (line) => yoga(line)),
  },
];
