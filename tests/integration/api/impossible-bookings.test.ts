import { beforeAll, describe, expect, it } from "vitest";
import { handleTrpc } from "@/server/api/trpc-door";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { addDays, fromWall, toLocal } from "@/server/core/time";
import { coming, iso } from "../../support/coming-days";
import { createService } from "../../support/factories";
import { restAs } from "../../support/rest-requests";
import { createSalonLine, type SalonLine } from "../../support/salon-line";
import { browserHeaders, sessionOf } from "../../support/signed-in";
import { type Answer, ask, ringing } from "../../support/telephone";

let ours: SalonLine;
let theirs: SalonLine;
let magic: { id: string };
let rest: Awaited<ReturnType<typeof restAs>>;
let headers: Headers;

beforeAll(async () => {
  // The number alone is enough: who may move what is not the question here.
  ours = await createSalonLine({ settings: { verification: "none" } });
  theirs = await createSalonLine();
  magic = await createService(ours.company, { name: "Zaubern" });
  await platformClient().staffService.deleteMany({ where: { serviceId: magic.id } });
  rest = await restAs(ours.company.owner);
  headers = browserHeaders(await sessionOf(ours.company.owner), { "content-type": "application/json" });
});

type Wish = Record<string, unknown>;
const wednesday = coming(3);

/** Everything is right with it but what the case changes. */
const wishWith = (change: Wish): Wish => ({
  ...{ customerId: ours.anna.id, serviceId: ours.cut.id, branchId: ours.company.branchId },
  ...{ staffId: ours.julia.id, startsAt: iso(wednesday, 10), ...change },
});

const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const inSnake = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(inSnake);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [snake(key), inSnake(inner)]));
};

async function byTrpc(name: string, input: Wish) {
  const init = { method: "POST", headers, body: JSON.stringify({ json: input }) };
  const answer = await handleTrpc(new Request(`http://localhost:3000/api/trpc/${name}`, init));
  // biome-ignore lint/suspicious/noExplicitAny: what an answer holds is what a test is about
  return { status: answer.status, ...((await answer.json()) as any).error?.json.data };
}

const byPhone = (wish: Wish): Promise<Answer> =>
  ask("book-appointment", ringing(ours.company, { from_number: ours.number }), inSnake(wish) as Wish);

/** The day in March on which 02:30 is skipped, the next time. */
function skippedNight(): string {
  let date = toLocal("Europe/Berlin", Date.now()).date;
  while (toLocal("Europe/Berlin", fromWall("Europe/Berlin", date, 150)).minutes === 150) date = addDays(date, 1);
  return date;
}

/** What there is after something was booked, and not otherwise. */
async function traces() {
  const of = { companyId: ours.company.companyId };
  const events = platformClient().outboxEvent.count({ where: { ...of, name: { startsWith: "appointment/" } } });
  const audits = platformClient().activityLog.count({ where: { ...of, action: { endsWith: "_appointments" } } });
  const tables = [platformClient().appointment.count({ where: of }), events, audits];
  const taken = platformClient().staffOccupancy.count({ where: { ...of, appointmentId: { not: null } } });
  return Promise.all([...tables, taken, platformClient().appointmentModification.count({ where: of })]);
}

/** What is wrong, what a program hears of it at both doors, and what the caller hears. */
interface Impossible {
  change: () => Wish;
  code: string;
  status: number;
  reason?: string;
  field?: string;
  say?: RegExp;
}

const wrong = { code: "VALIDATION_ERROR", status: 400 };
const conflict = { code: "APPOINTMENT_CONFLICT", status: 409 };
const missing = { code: "NOT_FOUND", status: 404 };
const offset = { ...wrong, reason: "invalid_input", field: "startsAt" };

const CASES: Record<string, Impossible> = {
  "a time in the past": {
    ...{ ...wrong, reason: "in_the_past", say: /vorbei/ },
    change: () => ({ startsAt: "2020-01-01T10:00:00Z" }),
  },
  "a time beyond the horizon": {
    ...{ ...wrong, reason: "beyond_horizon", say: /weit im Voraus/ },
    change: () => ({ startsAt: "2099-01-01T10:00:00Z" }),
  },
  "02:30 in March, which is not there": {
    ...{ ...offset, say: /gibt es an dem Tag nicht/ },
    change: () => ({ startsAt: `${skippedNight()}T02:30:00` }),
  },
  "02:30 in October, which is there twice": { ...offset, change: () => ({ startsAt: "2027-10-31T02:30:00" }) },
  "a day that no calendar has": { ...offset, change: () => ({ startsAt: "2027-02-30T10:00:00+01:00" }) },
  "an end before the start": { ...wrong, field: "durationMinutes", change: () => ({ durationMinutes: -30 }) },
  "a service that nobody offers": {
    ...{ ...conflict, reason: "nobody_offers_it", say: /bieten wir .*nicht an/ },
    change: () => ({ serviceId: magic.id, staffId: null }),
  },
  "a service that this person does not offer": {
    ...{ ...conflict, reason: "staff_does_not_offer_it", say: /Person bietet das leider nicht an/ },
    change: () => ({ serviceId: ours.massage.id, staffId: ours.murat.id }),
  },
  "another company's customer": { ...missing, change: () => ({ customerId: theirs.anna.id }) },
  "another company's service": {
    ...{ ...missing, reason: "service_not_found", say: /nicht gefunden/ },
    change: () => ({ serviceId: theirs.cut.id }),
  },
  "another company's service after ours": {
    ...{ ...missing, reason: "service_not_found" },
    change: () => ({ followedBy: [{ serviceId: theirs.cut.id }] }),
  },
  "another company's person": {
    ...{ ...missing, reason: "staff_not_found", say: /nicht gefunden/ },
    change: () => ({ staffId: theirs.julia.id }),
  },
  "another company's person for the second service": {
    ...{ ...missing, reason: "staff_not_found" },
    change: () => ({ followedBy: [{ serviceId: ours.massage.id, staffId: theirs.julia.id }] }),
  },
  "another company's branch": { ...missing, change: () => ({ branchId: theirs.company.branchId }) },
  "another company's class": {
    ...{ ...conflict, reason: "no_session" },
    change: () => ({ classSessionId: newId() }),
  },
};

describe.each(Object.entries(CASES))("%s", (_name, { change, code, status, reason, field }) => {
  it("is named alike at the portal's door and at the programs', and leaves nothing", async () => {
    const before = await traces();
    const wish = wishWith(change());
    for (const name of ["appointments.book", "bookings.create"]) {
      const heard = await byTrpc(name, wish);
      expect(heard).toMatchObject({
        status,
        code,
        message: expect.stringMatching(/\S/),
        requestId: expect.any(String),
      });
      if (reason) expect(heard.reason).toBe(reason);
      if (field) expect(heard.errors).toMatchObject([{ field, message: expect.stringMatching(/\S/) }]);
    }
    for (const path of ["/api/v2/bookings", "/api/v2/appointments"]) {
      const heard = await rest(`POST ${path}`, { body: inSnake(wish) });
      const named = { code, message: expect.stringMatching(/\S/), request_id: expect.any(String) };
      expect(heard).toMatchObject({ status, body: { success: false, error: named } });
      if (field) expect(heard.body.error.errors).toMatchObject([{ field: snake(field) }]);
    }
    expect(await traces()).toEqual(before);
  });
});

const SAID = Object.entries(CASES).filter(([, { say }]) => say);

it.each(SAID)("%s is said on the telephone, and leaves nothing", async (_name, { change, say }) => {
  const before = await traces();
  const answer = await byPhone(wishWith(change()));
  expect(answer).toMatchObject({ success: false, status: expect.stringMatching(/^(unavailable|needs_input)$/) });
  expect(answer.say).toMatch(say as RegExp);
  expect(await traces()).toEqual(before);
});

it("a move to any of these times is refused alike, and the appointment stays where it is", async () => {
  const call = ringing(ours.company, { from_number: ours.number });
  const own = { starts_at: iso(wednesday, 15), service: "Damenhaarschnitt", staff: "Julia" };
  const { appointment_id: appointmentId } = await ask("book-appointment", call, own);
  const before = await traces();
  expect(before.every((count) => count > 0)).toBe(true);
  for (const [name, { change, code, status, reason, say }] of Object.entries(CASES)) {
    const { startsAt: newStartsAt } = change();
    if (!newStartsAt) continue;
    const move = { appointmentId, newStartsAt, isConfirmed: true };
    for (const procedure of ["appointments.reschedule", "bookings.reschedule"])
      expect(await byTrpc(procedure, move), name).toMatchObject({ status, code, reason });
    const path = `PATCH /api/v2/bookings/${appointmentId}/reschedule`;
    const heard = await rest(path, { body: { new_starts_at: newStartsAt, is_confirmed: true } });
    expect(heard, name).toMatchObject({ status, body: { success: false, error: { code } } });
    if (!say) continue;
    const answer = await ask("reschedule-appointment", call, { starts_at: newStartsAt });
    expect(answer, name).toMatchObject({ success: false, say: expect.stringMatching(say) });
  }
  const elsewhere = { appointmentId: theirs.cut.id, newStartsAt: iso(wednesday, 16) };
  expect(await byTrpc("bookings.reschedule", elsewhere)).toMatchObject({ ...missing, reason: "appointment_not_found" });
  expect(await traces()).toEqual(before);
});

it("an unknown zone is named at both doors", async () => {
  const { branchId } = ours.company;
  const query = { branchId, serviceId: ours.cut.id, from: iso(wednesday, 9), until: iso(wednesday, 10) };
  const input = encodeURIComponent(JSON.stringify({ json: { ...query, timezone: "Mars/Olympus" } }));
  const url = `http://localhost:3000/api/trpc/availability.findFreeSlots?input=${input}`;
  const answer = await handleTrpc(new Request(url, { headers }));
  expect(await answer.json()).toMatchObject({
    error: { json: { data: { code: "VALIDATION_ERROR", errors: [{ field: "timezone" }] } } },
  });
});
