import { beforeAll, describe, expect, it } from "vitest";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { at, coming, iso } from "../../../support/coming-days";
import { createCustomer, createUser } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

const monday = coming(1);
let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
let wish: Record<string, unknown>;
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  const { company, service, staff, customer } = salon;
  wish = { customer_id: customer.id, service_id: service.id, staff_id: staff.id, branch_id: company.branchId };
});

const auditOf = (subjectId: string) =>
  platformClient().activityLog.findMany({ where: { subjectId }, orderBy: { sequence: "asc" } });
const actionsOf = async (subjectId: string) => (await auditOf(subjectId)).map(({ action }) => action);
const book = async (hour: number, more: Record<string, unknown> = {}) =>
  (await ask("POST /api/v2/bookings", { body: { ...wish, ...more, starts_at: iso(monday, hour) } })).body
    .appointment_id as string;

describe("bookings", () => {
  it("finds a day's times, books one, moves it and cancels it in the promised shapes", async () => {
    const day = { date: monday, service_id: salon.service.id, staff_id: salon.staff.id };
    const free = await ask("POST /api/v2/availability/simple", { body: day });
    expect(free.body.available).toBe(true);
    const slot = free.body.slots.find(({ start }: { start: string }) => start === "10:00");
    const at = { start: "10:00", end: "10:30", starts_at: iso(monday, 10) };
    expect(slot).toEqual({ ...at, staff_id: salon.staff.id, price_cents: 2900 });
    expect(free.body).toMatchObject({ reason: null, currency: "EUR" });
    const sunday = await ask("POST /api/v2/availability/simple", { body: { ...day, date: coming(0) } });
    expect(sunday.body).toEqual({ available: false, reason: "closed", currency: "EUR", slots: [] });

    const booked = await ask("POST /api/v2/bookings", { body: { ...wish, starts_at: slot.starts_at, source: "web" } });
    expect(booked.status).toBe(201);
    expect(booked.body).toEqual({
      success: true,
      appointment_id: expect.any(String),
      calcom_booking_id: null,
      calcom_sync_status: "not_linked",
      confirmation_sent: true,
    });
    const id = booked.body.appointment_id;
    expect(booked.headers.get("location")).toBe(`/api/v2/appointments/${id}`);
    expect((await ask(`GET ${booked.headers.get("location")}`)).body.data).toMatchObject({ id, source: "web" });

    const moved = await ask(`PATCH /api/v2/bookings/${id}/reschedule`, { body: { new_starts_at: iso(monday, 11) } });
    expect(moved.body).toEqual({
      success: true,
      appointment_id: id,
      old_time: iso(monday, 10),
      new_time: iso(monday, 11),
      policy_check: "passed",
    });
    const cancelled = await ask(`DELETE /api/v2/bookings/${id}?reason=krank&notify_customer=false`);
    expect(cancelled.body).toEqual({
      success: true,
      refund_eligible: expect.any(Boolean),
      policy_violation: expect.any(Boolean),
      cancellation_fee: expect.any(Number),
    });
    expect((await ask(`GET /api/v2/appointments/${id}`)).body.data).toMatchObject({
      status: "cancelled",
      cancellation_reason: "krank",
    });
    expect(await actionsOf(id)).toEqual(["create_appointments", "reschedule_appointments", "cancel_appointments"]);
  });

  it("tells other times when one is taken, and by which appointment to whoever may see it", async () => {
    const taken = await book(12);
    const { status, body } = await ask("POST /api/v2/bookings", { body: { ...wish, starts_at: iso(monday, 12) } });
    expect(status).toBe(409);
    expect(body.error).toMatchObject({ code: "APPOINTMENT_CONFLICT", details: { requested_time: iso(monday, 12) } });
    expect(body.error.details.alternatives[0]).toMatchObject({ starts_at: expect.any(String) });
    expect(body.error.details.conflicting_appointment_id).toBe(taken);
  });

  it("names the fields as the caller does", async () => {
    const { body } = await ask("POST /api/v2/bookings", { body: { ...wish, startsAt: iso(monday, 9) } });
    expect(body.error.errors.map(({ field }: { field: string }) => field)).toEqual(["starts_at"]);
  });
});

describe("appointments", () => {
  it("changes the notes, and refuses who looked before", async () => {
    const id = await book(13);
    const { version } = (await ask(`GET /api/v2/appointments/${id}`)).body.data;
    const edited = await ask(`PATCH /api/v2/appointments/${id}`, { body: { notes: "Allergie", version } });
    expect(edited.body.data).toMatchObject({ id, notes: "Allergie", version: version + 1 });
    const late = await ask(`PATCH /api/v2/appointments/${id}`, { body: { notes: "", version } });
    expect([late.status, late.body.error.code]).toEqual([409, "VERSION_CONFLICT"]);
    expect(await actionsOf(id)).toEqual(["create_appointments", "edit_appointments"]);
  });

  it("changes many at once, each for itself", async () => {
    const [one, two] = [await book(14), await book(15)];
    await ask(`DELETE /api/v2/appointments/${two}`);
    const body = { appointment_ids: [one, two, one, newId()], action: "cancel", is_confirmed: true };
    const { data } = (await ask("POST /api/v2/appointments/batch", { body })).body;
    expect(data).toMatchObject({ changed: 1, refused: 2 });
    expect(data.results.map(({ error }: { error: { code: string } | null }) => error?.code ?? null)).toEqual([
      null,
      "INVALID_TRANSITION",
      "NOT_FOUND",
    ]);
    expect(data.results[1].error).toMatchObject({ message: "Der Termin ist abgesagt." });
    expect((await auditOf(one)).at(-1)).toMatchObject({ action: "cancel_appointments" });
  });

  it("refuses of many the one that was changed since, as it refuses one alone", async () => {
    const other = { customer_id: (await createCustomer(salon.company)).id };
    const [one, two] = [await book(10, other), await book(11, other)];
    const { version } = (await ask(`GET /api/v2/appointments/${one}`)).body.data;
    await ask(`PATCH /api/v2/appointments/${two}`, { body: { notes: "Allergie" } });
    const versions = { [one]: version, [two]: version };
    const body = { appointment_ids: [one, two], action: "cancel", is_confirmed: true, versions };
    const { data } = (await ask("POST /api/v2/appointments/batch", { body })).body;
    const alone = await ask(`DELETE /api/v2/appointments/${two}`, { body: { version } });
    const { code, message, details } = alone.body.error;
    expect([code, details.current.starts_at]).toEqual(["VERSION_CONFLICT", expect.any(String)]);
    expect(data.results).toEqual([
      { appointment_id: one, success: true, error: null },
      { appointment_id: two, success: false, error: { code, reason: "changed_meanwhile", message, details } },
    ]);
  });

  it("lets nobody do many times what they may not do once", async () => {
    const receptionist = await createUser(salon.company, { role: "staff" });
    const asStaff = await restAs({ userId: receptionist.id });
    const body = { appointment_ids: [newId()], action: "cancel" };
    expect((await asStaff("POST /api/v2/appointments/batch", { body })).status).toBe(403);
  });
});

describe("customers", () => {
  it("are made, read, changed in part and deleted", async () => {
    const made = await ask("POST /api/v2/customers", {
      body: { first_name: "Eva", last_name: "Probe", phone: "030 23125001", email: "eva@example.com" },
    });
    expect(made.status).toBe(201);
    const address = made.headers.get("location") ?? "";
    expect(address).toBe(`/api/v2/customers/${made.body.data.customer_id}`);
    const id = made.body.data.customer_id;
    const edited = await ask(`PATCH ${address}`, { body: { phone: "030 23125002", birthdate: "1990-03-25" } });
    expect(edited.body.data).toMatchObject({
      first_name: "Eva",
      phone: "+493023125002",
      birthdate: "1990-03-25",
      version: 2,
    });
    expect(edited.body.data.phones).toHaveLength(2);
    const [, change] = await auditOf(id);
    expect(change).toMatchObject({
      action: "edit_customers",
      oldValues: { phone: "+493023125001", birthdate: null },
      newValues: { phone: "+493023125002", birthdate: "1990-03-25" },
    });
    expect((await ask(`PATCH ${address}`, { body: { phone: "12" } })).body.error.code).toBe("VALIDATION_ERROR");
    expect((await ask(`DELETE ${address}`)).status).toBe(204);
    expect((await ask(`GET ${address}`)).status).toBe(404);
    expect((await ask("GET /api/v2/customers?search=Probe")).body.data).toEqual([]);
    expect(await actionsOf(id)).toEqual(["create_customers", "edit_customers", "delete_customers"]);
  });

  it("have notes", async () => {
    const notes = `/api/v2/customers/${salon.customer.id}/notes`;
    const made = await ask(`POST ${notes}`, { body: { content: "Mag es kurz", is_pinned: true } });
    expect(made.status).toBe(201);
    const address = made.headers.get("location");
    expect(address).toBe(`${notes}/${made.body.data.id}`);
    expect((await ask(`PATCH ${address}`, { body: { content: "Mag es lang" } })).body.data).toMatchObject({
      content: "Mag es lang",
      is_pinned: true,
      created_by_user_id: salon.company.owner.userId,
    });
    expect((await ask(`GET ${notes}`)).body).toMatchObject({ data: [{ content: "Mag es lang" }], meta: { total: 1 } });
    expect((await ask(`DELETE ${address}`)).status).toBe(204);
    expect((await ask(`GET ${notes}`)).body.data).toEqual([]);
    const last = (await auditOf(salon.customer.id)).at(-1);
    expect(last).toMatchObject({ action: "delete_general_notes", oldValues: { content: "Mag es lang" } });
  });

  it("show no medical notes to whoever sees general ones", async () => {
    const { companyId } = salon.company;
    const note = {
      id: newId(),
      companyId,
      customerId: salon.customer.id,
      content: "Diagnose",
      type: "medical",
    } as const;
    await platformClient().customerNote.create({ data: note });
    const notes = `/api/v2/customers/${salon.customer.id}/notes`;
    expect(JSON.stringify((await ask(`GET ${notes}`)).body)).toContain("Diagnose");
    const { id: userId } = await createUser(salon.company, { role: "receptionist" });
    const desk = await restAs({ userId });
    expect(JSON.stringify((await desk(`GET ${notes}`)).body)).not.toContain("Diagnose");
    expect((await desk(`PATCH ${notes}/${note.id}`, { body: { content: "x" } })).status).toBe(404);
    expect((await desk(`DELETE ${notes}/${note.id}`)).status).toBe(404);
    const written = await desk(`POST ${notes}`, { body: { content: "x", type: "medical" } });
    expect(written.body.error).toMatchObject({ code: "FORBIDDEN", details: { permission: "create_medical_notes" } });
  });
});

describe("calls", () => {
  const taken = () => ({
    ...{ branch_id: salon.company.branchId, phone: "030 23125777", started_at: at(monday, 9).toISOString() },
    ...{ duration_sec: 120, outcome: "info", summary: "Fragte nach Preisen" },
  });

  it("are entered by hand, linked, reviewed, exported and deleted", async () => {
    const made = await ask("POST /api/v2/calls", { body: taken() });
    expect(made.status).toBe(201);
    const { id } = made.body.data;
    const address = `/api/v2/calls/${id}`;
    expect(made.headers.get("location")).toBe(address);
    expect(made.body.data).toMatchObject({ from_number: "+493023125777", duration_sec: 120, status: "ended" });
    expect((await ask(`PATCH ${address}/link`, { body: { customer_id: salon.customer.id } })).status).toBe(204);
    expect((await ask(`PATCH ${address}/review`, { body: { is_reviewed: true, note: "erledigt" } })).status).toBe(204);
    const exported = await ask(`POST ${address}/export`);
    expect(exported.body.data).toMatchObject({
      call_id: id,
      transcript: { text: null, turns: [] },
      audio: { url: null },
      metadata: { customer: { id: salon.customer.id }, summary: "Fragte nach Preisen" },
    });
    expect((await ask(`DELETE ${address}`)).status).toBe(204);
    expect((await ask(`GET ${address}`)).status).toBe(404);
    expect(await actionsOf(id)).toEqual(["create_calls", "link_calls", "review_calls", "export_calls", "delete_calls"]);
  });

  it("belong to a branch and a customer of ours", async () => {
    const theirs = await createBookableCompany();
    const odd = [{ branch_id: theirs.company.branchId }, { customer_id: theirs.customer.id }];
    for (const field of odd)
      expect((await ask("POST /api/v2/calls", { body: { ...taken(), ...field } })).status).toBe(404);
  });
});

describe("callbacks", () => {
  it("are asked for and done, once", async () => {
    const body = { branch_id: salon.company.branchId, name: "Eva", phone: "030 23125888", reason: "Frage" };
    const made = await ask("POST /api/v2/callbacks", { body });
    const id = made.body.data.callback_id;
    const done = { body: { resolution: "Termin vereinbart" } };
    expect((await ask(`POST /api/v2/callbacks/${id}/complete`, done)).status).toBe(204);
    const again = await ask(`POST /api/v2/callbacks/${id}/complete`, done);
    expect([again.status, again.body.error.code]).toEqual([409, "INVALID_TRANSITION"]);
    expect((await ask("GET /api/v2/callbacks?status=done")).body.meta.total).toBe(1);
    expect(await actionsOf(id)).toEqual(["create_callbacks", "complete_callbacks"]);
  });
});

it("tells a period in four figures", async () => {
  const { status, body } = await ask("GET /api/v2/portal/dashboard?period=30d");
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(["stats", "goals", "recent_activity"]);
  expect(Object.keys(body.stats)).toEqual(["total_calls", "total_appointments", "conversion_rate", "revenue"]);
  expect(body.stats.total_appointments).toBeGreaterThan(0);
  expect(body.recent_activity[0]).toMatchObject({ kind: expect.any(String), at: expect.any(String) });
});
