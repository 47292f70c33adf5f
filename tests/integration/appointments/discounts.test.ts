import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { editAppointment } from "@/server/appointments/commands/edit-appointment";
import { recordDeposit } from "@/server/appointments/deposits/commands/record-deposit";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { EditAppointmentInput } from "@/server/appointments/schema";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createUser } from "../../support/factories";
import { restAs } from "../../support/rest-requests";

let ours: BookableCompany;
let fullPriceCents: number;
beforeEach(async () => {
  ours = await createBookableCompany();
  const service = await platformClient().service.findUniqueOrThrow({ where: { id: ours.service.id } });
  fullPriceCents = service.priceCents;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const desk = (): CompanyContext => ({ ...owner(), permissions: new Set(ROLE_PERMISSIONS.receptionist) });
/** Decides about prices, and not against rules: a deposit is asked. */
const cashier = (): CompanyContext => ({
  ...owner(),
  permissions: new Set([...ROLE_PERMISSIONS.receptionist, "discount_appointments"]),
});
const LESS = { discountCents: 1000, discountReason: "Geburtstag" };
const book = (more: object = LESS, ctx = owner()) => bookAppointment(ctx, { ...wishOf(ours), ...more });
const edit = (appointmentId: string, more: Partial<EditAppointmentInput>, ctx = owner()) =>
  editAppointment(ctx, { appointmentId, ...more });
const historyOf = (appointmentId: string) =>
  platformClient().appointmentModification.findMany({
    where: { appointmentId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });

describe("at the booking", () => {
  it("is off the price, and history, log and view tell it", async () => {
    const { appointment } = await book();
    expect(appointment).toMatchObject({ priceCents: fullPriceCents - 1000, discountCents: 1000 });
    const told = { priceCents: fullPriceCents - 1000, ...LESS };
    expect(await getAppointment(owner(), { appointmentId: appointment.id })).toMatchObject(told);
    expect((await historyOf(appointment.id))[0]).toMatchObject({ type: "created", newValues: told });
    const entry = await platformClient().activityLog.findFirst({ where: { subjectId: appointment.id } });
    expect(entry?.newValues).toMatchObject(told);
  });

  it("needs the right to it, a reason, and a price to be off", async () => {
    await expect(book(LESS, desk())).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { permission: "discount_appointments" },
    });
    for (const discountReason of [undefined, null, ""])
      await expect(book({ discountCents: 1000, discountReason })).rejects.toMatchObject({
        code: "VALIDATION_ERROR",
        reason: "discount_reason_missing",
      });
    await expect(book({ ...LESS, discountCents: fullPriceCents + 1 })).rejects.toMatchObject({
      reason: "discount_above_price",
    });
    expect(await platformClient().appointment.count({ where: { companyId: ours.company.companyId } })).toBe(0);
    const { appointment } = await book({ ...LESS, discountCents: fullPriceCents });
    expect(appointment.priceCents).toBe(0);
  });

  it("is what fee and deposit are a share of", async () => {
    const left = fullPriceCents - 1000;
    await editPolicy(owner(), { policyType: "deposit", config: { percent: 50 } });
    const config = { feePercent: 50, violationAction: "charge_fee" as const };
    await editPolicy(owner(), { policyType: "cancellation", config });
    const { id: appointmentId } = (await book(LESS, cashier())).appointment;
    const row = await platformClient().appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    expect(row.depositCents).toBe(left / 2);
    const late = owner(wednesdayAt(2));
    const { policy } = await cancelAppointment(late, { appointmentId, isConfirmed: true, notifyCustomer: false });
    expect(policy.feeCents).toBe(left / 2);
  });

  it("holds over REST, and only for who may", async () => {
    const { customerId, branchId, serviceId, startsAt } = wishOf(ours);
    const wish = { customer_id: customerId, branch_id: branchId, service_id: serviceId };
    const body = { ...wish, starts_at: startsAt.toISOString(), discount_cents: 500, discount_reason: "Aktion" };
    const people = await restAs({ userId: (await createUser(ours.company, { role: "receptionist" })).id });
    expect((await people("POST /api/v2/appointments", { body })).status).toBe(403);
    const answer = await (await restAs(ours.company.owner))("POST /api/v2/appointments", { body });
    expect(answer.body.data.appointment).toMatchObject({ price_cents: fullPriceCents - 500, discount_cents: 500 });
  });
});

describe("afterwards", () => {
  let appointmentId: string;
  const less = (discountCents: number, ctx = owner()) =>
    edit(appointmentId, { discountCents, discountReason: "Wartezeit" }, ctx);
  beforeEach(async () => {
    await editPolicy(owner(), { policyType: "deposit", config: { percent: 50 } });
    appointmentId = (await book({}, cashier())).appointment.id;
  });
  const deposit = async () => (await getAppointment(owner(), { appointmentId })).deposit;
  const depositCents = async () =>
    (await platformClient().appointment.findUniqueOrThrow({ where: { id: appointmentId } })).depositCents;

  it("is changed and taken back, off the same price each time, and the deposit follows", async () => {
    expect(await less(1000)).toMatchObject({ priceCents: fullPriceCents - 1000, discountCents: 1000 });
    expect(await depositCents()).toBe((fullPriceCents - 1000) / 2);
    expect(await less(600)).toMatchObject({ priceCents: fullPriceCents - 600, discountCents: 600 });
    const notes = "bleibt";
    expect(await edit(appointmentId, { notes })).toMatchObject({ notes, discountCents: 600 });
    expect(await less(0)).toMatchObject({ priceCents: fullPriceCents, discountCents: 0, notes });
    expect(await depositCents()).toBe(fullPriceCents / 2);
    const steps = (await historyOf(appointmentId)).filter(({ type }) => type === "discounted");
    expect(steps).toMatchObject([
      { oldValues: { discountCents: 0 }, newValues: { discountCents: 1000 }, reason: "Wartezeit" },
      { oldValues: { discountCents: 1000 }, newValues: { discountCents: 600 }, reason: "Wartezeit" },
      { oldValues: { discountCents: 600 }, newValues: { discountCents: 0 }, reason: null },
    ]);
  });

  it("asks for no less than has come in of a deposit, and for no more than the price", async () => {
    const paid = (fullPriceCents - 1000) / 2;
    await recordDeposit(owner(), { appointmentId, action: "received", amountCents: paid });
    await less(fullPriceCents - 500);
    expect(await deposit()).toMatchObject({ dueCents: paid, paidCents: paid, paidAt: NOW, openCents: 0 });
    await less(0);
    const due = fullPriceCents / 2;
    expect(await deposit()).toMatchObject({ dueCents: due, paidCents: paid, paidAt: null, openCents: due - paid });
  });

  it("takes the deposit along to nothing, and brings it back", async () => {
    await less(fullPriceCents);
    expect(await depositCents()).toBeNull();
    await less(0);
    expect(await depositCents()).toBe(fullPriceCents / 2);
  });

  it("brings a fixed deposit back as it was asked, also one that was capped at the booking or that the rule no longer asks", async () => {
    await editPolicy(owner(), { policyType: "deposit", config: { cents: 2000, percent: null } });
    const wish = { ...wishOf(ours, wednesdayAt(12)), discountCents: fullPriceCents - 1000, discountReason: "Modell" };
    appointmentId = (await bookAppointment(cashier(), wish)).appointment.id;
    expect(await depositCents()).toBe(1000);
    await editPolicy(owner(), { policyType: "deposit", config: { cents: null } });
    await less(0);
    expect(await depositCents()).toBe(2000);
    await less(fullPriceCents - 400);
    expect(await depositCents()).toBe(400);
    await less(fullPriceCents - 1500);
    expect(await depositCents()).toBe(1500);
  });

  it("needs the right to it, and an appointment that is not over", async () => {
    await expect(less(500, desk())).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await edit(appointmentId, { notes: "nur das" }, desk())).toMatchObject({ notes: "nur das" });
    await expect(less(fullPriceCents + 1)).rejects.toMatchObject({ reason: "discount_above_price" });
    await cancelAppointment(owner(), { appointmentId, isConfirmed: true, notifyCustomer: false });
    await expect(less(500)).rejects.toMatchObject({ code: "INVALID_TRANSITION", reason: "is_cancelled" });
  });

  it("keeps the last step one that can be taken back", async () => {
    const now = owner(new Date());
    await platformClient().appointment.update({ where: { id: appointmentId }, data: { status: "in_progress" } });
    const change = { oldValues: { status: "confirmed" }, newValues: { status: "in_progress" } };
    const facts = { companyId: ours.company.companyId, customerId: ours.customer.id, actor: {} };
    await platformClient().appointmentModification.create({
      data: { id: crypto.randomUUID(), appointmentId, type: "status_changed", ...change, ...facts },
    });
    await less(500, now);
    expect((await getAppointment(now, { appointmentId })).undo).toMatchObject({ to: "confirmed" });
  });
});
