import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { platformClient } from "@/server/core/db";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createComposite, createNeed, createResource } from "../../support/scheduling";
import { snapshot } from "../../support/walk";

const STEPS = [
  "appointments",
  "appointment_segments",
  "staff_occupancies",
  "resource_occupancies",
  "appointment_modifications",
  "outbox_events",
  "activity_logs",
];

/** What a cancellation writes, beside what it frees. */
const CANCELLING = [...STEPS.filter((table) => table !== "appointment_segments"), "freed_times"];

let database: pg.Client;
let ours: BookableCompany;
let serviceId: string;
beforeAll(async () => {
  database = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await database.connect();
  await database.query(`CREATE OR REPLACE FUNCTION die_here() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(5); RETURN NULL; END $$`);
});
afterAll(async () => {
  await database.query("DROP FUNCTION IF EXISTS die_here() CASCADE");
  await database.end();
});
beforeEach(async () => {
  ours = await createBookableCompany();
  const room = await createResource(ours.company);
  const service = await createComposite(ours.company, [{}, { isStaffFree: true, staffMode: "same" }, {}]);
  await createNeed(ours.company, { serviceId: service.id, resourceId: room.id, quantity: 1 });
  serviceId = service.id;
});

/** The database session ends in the middle of the work, as if the process had been killed there. */
async function dyingAt(table: string, work: () => Promise<unknown>): Promise<void> {
  const of = `ON ${table} FOR EACH ROW`;
  const only = `'${ours.company.companyId}'::uuid`;
  await database.query(`
    CREATE TRIGGER die_on_write AFTER INSERT OR UPDATE ${of} WHEN (NEW.company_id = ${only}) EXECUTE FUNCTION die_here();
    CREATE TRIGGER die_on_delete AFTER DELETE ${of} WHEN (OLD.company_id = ${only}) EXECUTE FUNCTION die_here()`);
  try {
    await expect(work()).rejects.toThrow();
  } finally {
    await database.query(`DROP TRIGGER die_on_write ON ${table}; DROP TRIGGER die_on_delete ON ${table}`);
  }
}

const book = () => bookAppointment(ownerOf(ours.company), { ...wishOf(ours), serviceId, staffId: null });
const state = () => snapshot(ours.company.companyId);

describe("a crash in the middle", () => {
  it.each(STEPS)("of a booking, at %s, leaves nothing", async (table) => {
    const before = await state();
    await dyingAt(table, book);
    expect(await state()).toEqual(before);
    await expect(book()).resolves.toBeDefined();
  });

  it.each(STEPS)("of a move, at %s, leaves all where it was", async (table) => {
    const { appointment } = await book();
    const before = await state();
    const change = { appointmentId: appointment.id, newStartsAt: wednesdayAt(14), isConfirmed: true };
    const move = () => rescheduleAppointment(ownerOf(ours.company), change);
    await dyingAt(table, move);
    expect(await state()).toEqual(before);
    await expect(move()).resolves.toBeDefined();
    const where = { companyId: ours.company.companyId };
    const taken = await platformClient().staffOccupancy.findMany({ where });
    expect(taken.every(({ blockedFrom }) => blockedFrom >= wednesdayAt(14))).toBe(true);
  });

  it.each(CANCELLING)("of a cancellation, at %s, leaves it standing", async (table) => {
    const { appointment } = await book();
    const before = await state();
    const cancel = () =>
      cancelAppointment(ownerOf(ours.company), {
        ...{ appointmentId: appointment.id, isConfirmed: true, notifyCustomer: false },
      });
    await dyingAt(table, cancel);
    expect(await state()).toEqual(before);
    await expect(cancel()).resolves.toBeDefined();
    const { companyId } = ours.company;
    expect(await platformClient().staffOccupancy.count({ where: { companyId } })).toBe(0);
    expect(await platformClient().resourceOccupancy.count({ where: { companyId } })).toBe(0);
  });
});
