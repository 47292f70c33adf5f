import { beforeAll, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany, wishOf } from "../../../support/booking";
import { createCustomer, createStaff } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";

let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
let otherStaffId: string;
beforeAll(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  const { company, customer, staff } = salon;
  const { companyId, branchId } = company;
  otherStaffId = (await createStaff(company, { name: "Zoe" })).id;
  await bookAppointment(ownerOf(company), wishOf(salon));
  const db = platformClient();
  const at = new Date("2026-03-10T09:00:00Z");
  await createCustomer(company, { lastName: "Andere" });
  await db.customer.update({ where: { id: customer.id }, data: { createdAt: at } });
  for (const staffId of [staff.id, otherStaffId]) {
    const call = { id: newId(), companyId, branchId, staffId, retellCallId: newId(), startedAt: at };
    await db.call.create({ data: { ...call, direction: "inbound", status: "ended" } });
    const wish = { name: "Maria", phone: "+493023125888", reason: "Rückruf", callId: call.id };
    const [dueAt, customerId] = staffId === staff.id ? [at, customer.id] : [new Date("2026-03-12T09:00:00Z"), null];
    await db.callbackRequest.create({ data: { id: newId(), companyId, branchId, ...wish, dueAt, customerId } });
  }
});

const totalOf = async (path: string) => {
  const { status, body } = await ask(`GET /api/v2/${path}`);
  expect(status).toBe(200);
  expect(body.data.length).toBe(body.meta.total);
  return body.meta.total as number;
};

describe("a list is narrowed", () => {
  it("customers: by when they were added, and by who serves them", async () => {
    const all = await totalOf("customers");
    expect(all).toBeGreaterThan(1);
    expect(await totalOf("customers?from_date=2026-03-10&to_date=2026-03-10")).toBe(1);
    expect(await totalOf("customers?to_date=2026-03-09")).toBe(0);
    expect(await totalOf("customers?from_date=2026-03-11")).toBe(all - 1);
    expect(await totalOf(`customers?staff_id=${salon.staff.id}`)).toBe(1);
    expect(await totalOf(`customers?staff_id=${otherStaffId}`)).toBe(0);
  });

  it("a search for customers, too", async () => {
    expect(await totalOf("customers?search=schaefer")).toBe(1);
    expect(await totalOf(`customers?search=schaefer&staff_id=${salon.staff.id}&to_date=2026-03-10`)).toBe(1);
    expect(await totalOf(`customers?search=schaefer&staff_id=${otherStaffId}`)).toBe(0);
    expect(await totalOf("customers?search=schaefer&from_date=2026-03-11")).toBe(0);
    expect(await totalOf("customers?search=schaefer&to_date=2026-03-09")).toBe(0);
  });

  it("calls: by whose they are", async () => {
    expect(await totalOf("calls")).toBe(2);
    expect(await totalOf(`calls?staff_id=${otherStaffId}`)).toBe(1);
  });

  it("callbacks: by when they are due, by customer, and by whose call it was", async () => {
    expect(await totalOf("callbacks")).toBe(2);
    expect(await totalOf("callbacks?from_date=2026-03-11")).toBe(1);
    expect(await totalOf("callbacks?to_date=2026-03-10")).toBe(1);
    expect(await totalOf(`callbacks?customer_id=${salon.customer.id}`)).toBe(1);
    expect(await totalOf(`callbacks?staff_id=${otherStaffId}`)).toBe(1);
    expect(await totalOf(`callbacks?staff_id=${otherStaffId}&customer_id=${salon.customer.id}`)).toBe(0);
  });
});
