import { expect } from "@playwright/test";
import type { Demo } from "./demo";
import { readRows } from "./platform";

interface Slot {
  starts_at: string;
  staff_id: string;
}

export interface FreeTimes {
  staffId: string;
  first: string;
  second: string;
}

const headersOf = (demo: Demo) => ({ authorization: `Bearer ${demo.apiKey}`, "content-type": "application/json" });
const serviceOf = (demo: Demo) => Object.values(demo.serviceIds)[0] ?? "";

/** Two free times of one person, an hour or more apart, on some day from this many days on. */
export async function freeTimes(demo: Demo, { from, until }: { from: number; until: number }): Promise<FreeTimes> {
  for (let days = from; days < until; days++) {
    const date = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const body = JSON.stringify({ date, service_id: serviceOf(demo) });
    const headers = headersOf(demo);
    const answer = await fetch(`${demo.appUrl}/api/v2/availability/simple`, { method: "POST", headers, body });
    const { slots = [] } = (await answer.json()) as { slots?: Slot[] };
    const staffId = slots[0]?.staff_id ?? "";
    const own = slots.filter(({ staff_id }) => staff_id === staffId).map(({ starts_at }) => starts_at);
    const [first, second] = [own.at(0), own.at(-1)];
    if (first && second && Date.parse(second) - Date.parse(first) >= 3_600_000) return { staffId, first, second };
  }
  throw new Error("nobody has time");
}

export interface Guest {
  name: string;
  email: string;
}

/** Somebody of whom nobody has heard. */
export function newGuest(): Guest {
  const name = `Probe ${crypto.randomUUID().slice(0, 8)}`;
  return { name, email: `${name.replace(" ", "-").toLowerCase()}@example.com` };
}

/** Books on the other side's page. */
export async function bookThere(demo: Demo, { guest, staffId, at }: { guest: Guest; staffId: string; at: string }) {
  const [mapped] = await readRows<{ calcom_event_type_id: number }>(
    demo,
    "SELECT calcom_event_type_id FROM team_event_type_mappings WHERE company_id = $1 AND service_id = $2 AND staff_id = $3",
    [demo.companyId, serviceOf(demo), staffId],
  );
  const body = JSON.stringify({
    eventTypeId: mapped?.calcom_event_type_id,
    start: new Date(at).toISOString(),
    attendee: { ...guest, timeZone: demo.timezone, language: "de" },
  });
  const booked = await fetch(`${demo.sandboxUrl}/_/bookings`, { method: "POST", headers: headersOf(demo), body });
  expect(booked.ok, await booked.text()).toBe(true);
}

/** The guest's one appointment is at this time, and stands like this. */
export async function expectInThePortal(demo: Demo, { email }: Guest, { at, status }: { at: string; status: string }) {
  const sql = `
    SELECT a.starts_at, a.status FROM appointments a JOIN customers c ON c.company_id = a.company_id AND c.id = a.customer_id
    WHERE a.company_id = $1 AND lower(c.email) = lower($2)`;
  const standing = async () =>
    (await readRows<{ starts_at: Date; status: string }>(demo, sql, [demo.companyId, email])).map((row) => {
      return { at: new Date(row.starts_at).getTime(), status: row.status };
    });
  await expect.poll(standing).toEqual([{ at: Date.parse(at), status }]);
}
