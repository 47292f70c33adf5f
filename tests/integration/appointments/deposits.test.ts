import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { recordDeposit } from "@/server/appointments/deposits/commands/record-deposit";
import type { RecordDepositInput } from "@/server/appointments/deposits/schema";
import { settleFee } from "@/server/appointments/fees/commands/decide-fee";
import { previewFee } from "@/server/appointments/fees/queries/preview-fee";
import { getAppointment } from "@/server/appointments/queries/get-appointment";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { agentOf, NOW, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createUser } from "../../support/factories";
import { restAs } from "../../support/rest-requests";

let ours: BookableCompany;
let appointmentId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  await editPolicy(owner(), { policyType: "deposit", config: { cents: 2000 } });
  appointmentId = (await bookAppointment(desk(), wishOf(ours))).appointment.id;
});

const owner = (now = NOW) => ownerOf(ours.company, now);
const desk = (): CompanyContext => ({ ...owner(), permissions: new Set(ROLE_PERMISSIONS.receptionist) });
type More = Partial<RecordDepositInput>;
const received = (ctx = desk(), more: More = {}) => recordDeposit(ctx, { appointmentId, action: "received", ...more });
const returned = (ctx = owner(), more: More = {}) => recordDeposit(ctx, { appointmentId, action: "returned", ...more });
/** Against the rule, by whoever may. */
const asGoodwill = (more: More = {}) => returned(owner(), { overridesPolicy: true, reason: "Stammkundin", ...more });
const deposit = async () => (await getAppointment(owner(), { appointmentId })).deposit;
const cancel = (now = NOW) =>
  cancelAppointment(owner(now), { appointmentId, isConfirmed: true, notifyCustomer: false });
const refused = (reason: string) => ({ code: "INVALID_TRANSITION", reason });

it("is due, received once, and given back once, and the log tells it", async () => {
  expect(await deposit()).toMatchObject({ dueCents: 2000, paidAt: null, refundableCents: 0 });
  await expect(returned()).rejects.toMatchObject(refused("deposit_not_paid"));
  expect(await received()).toMatchObject({ paidAt: NOW, paidCents: 2000, refundableCents: 0, withheldCents: 2000 });
  await expect(received()).rejects.toMatchObject(refused("deposit_paid_already"));
  const { policy } = await cancel();
  expect(policy).toMatchObject({ feeCents: 0, refundableCents: 2000 });
  expect(await returned()).toMatchObject({ returnedAt: NOW, returnedCents: 2000, refundableCents: 0 });
  await expect(returned()).rejects.toMatchObject(refused("deposit_returned_already"));
  expect(await deposit()).toMatchObject({ returnedCents: 2000 });
  const log = await platformClient().activityLog.findMany({
    where: { subjectId: appointmentId, action: { endsWith: "_payments" } },
    orderBy: { sequence: "asc" },
  });
  expect(log.map(({ action, newValues }) => [action, newValues])).toMatchObject([
    ["take_payments", { amountCents: 2000 }],
    ["refund_payments", { amountCents: 2000 }],
  ]);
});

it("can come in again once it went back and the appointment takes place after all", async () => {
  await received();
  await cancel();
  await returned();
  expect(await deposit()).toMatchObject({ openCents: 0 });
  await restoreAppointment(owner(), { appointmentId });
  expect(await deposit()).toMatchObject({ dueCents: 2000, paidCents: 2000, returnedCents: 2000, openCents: 2000 });
  expect(await received(desk(), { amountCents: 500 })).toMatchObject({ openCents: 1500, paidAt: null });
  const later = new Date(NOW.getTime() + 60_000);
  const again = await received({ ...desk(), now: later });
  expect(again).toMatchObject({ paidCents: 4000, paidAt: later, openCents: 0, withheldCents: 2000 });
  await expect(received()).rejects.toMatchObject(refused("deposit_paid_already"));
});

describe("a fee", () => {
  const LATE = wednesdayAt(2);
  const charge = (feeCents: number) =>
    editPolicy(owner(), { policyType: "cancellation", config: { feeCents, violationAction: "charge_fee" } });
  beforeEach(() => editPolicy(owner(), { policyType: "deposit", config: { cents: 2000, refundableUntilHours: 0 } }));

  it("is first taken from it, and only the rest goes back", async () => {
    await charge(1500);
    await received();
    await cancel(LATE);
    expect(await deposit()).toMatchObject({ keptCents: 1500, refundableCents: 500 });
    expect(await returned()).toMatchObject({ returnedCents: 500 });
  });

  it("that uses it up leaves nothing to give back; taken back with its step it does", async () => {
    await charge(2500);
    await received();
    await cancel(LATE);
    await expect(returned()).rejects.toMatchObject(refused("deposit_used_up"));
    const [fee] = await platformClient().customerFee.findMany({ where: { appointmentId } });
    expect(fee).toMatchObject({ amountCents: 2500, fromDepositCents: 2000, status: "open" });
    await restoreAppointment(owner(LATE), { appointmentId });
    expect(await deposit()).toMatchObject({ keptCents: 0, refundableCents: 0, withheldCents: 2000 });
  });

  it("that is let go after the rest went back goes back, too: not a cent stays", async () => {
    await charge(1500);
    await received();
    await cancel(LATE);
    expect(await returned()).toMatchObject({ returnedCents: 500, refundableCents: 0 });
    const [fee] = await platformClient().customerFee.findMany({ where: { appointmentId } });
    await platformClient().customerFee.updateMany({ where: { id: fee?.id }, data: { status: "waived" } });
    expect(await deposit()).toMatchObject({ keptCents: 0, refundableCents: 1500 });
    expect(await returned()).toMatchObject({ returnedCents: 2000, refundableCents: 0 });
    await expect(returned()).rejects.toMatchObject(refused("deposit_returned_already"));
  });

  it("that it covered is let go with the step that is taken back", async () => {
    await charge(1500);
    await received();
    await cancel(LATE);
    await restoreAppointment(owner(LATE), { appointmentId });
    expect(await platformClient().customerFee.findMany({ where: { appointmentId } })).toMatchObject([
      { status: "waived" },
    ]);
    expect(await deposit()).toMatchObject({ keptCents: 0, refundableCents: 0, withheldCents: 2000 });
  });

  it("takes the same money only once: what a settled one has taken is gone", async () => {
    await charge(1500);
    await received(desk(), { amountCents: 1000 });
    await cancel(LATE);
    const [first] = await platformClient().customerFee.findMany({ where: { appointmentId } });
    expect(first).toMatchObject({ fromDepositCents: 1000, status: "open" });
    await settleFee(owner(LATE), { feeId: first?.id ?? "" });
    await restoreAppointment(owner(LATE), { appointmentId });
    expect(await previewFee(owner(LATE), { appointmentId, step: "cancel" })).toMatchObject({
      fee: { fromDepositCents: 0 },
      refundableCents: 0,
    });
    await editPolicy(owner(), { policyType: "no_show", config: { feeCents: 700 } });
    await markNoShow(owner(wednesdayAt(11)), { appointmentId });
    const where = { appointmentId, kind: "no_show" as const };
    expect(await platformClient().customerFee.findMany({ where })).toMatchObject([
      { amountCents: 700, fromDepositCents: 0, status: "open" },
    ]);
  });

  it("is taken from nothing once it has gone back", async () => {
    await charge(1500);
    await received();
    await asGoodwill();
    await cancel(LATE);
    const [fee] = await platformClient().customerFee.findMany({ where: { appointmentId } });
    expect(fee).toMatchObject({ fromDepositCents: 0, status: "open" });
  });
});

describe("the rule", () => {
  const blocked = { code: "POLICY_BLOCKED", reason: "deposit_withheld" };

  it("keeps it of whoever cancels later than it says, to the hour", async () => {
    await received();
    await cancel(wednesdayAt(-14));
    expect(await deposit()).toMatchObject({ refundableCents: 2000, withheldCents: 0 });
    await restoreAppointment(owner(wednesdayAt(-14)), { appointmentId });
    await cancel(new Date(wednesdayAt(-14).getTime() + 1000));
    expect(await deposit()).toMatchObject({ refundableCents: 0, withheldCents: 2000 });
    await expect(returned()).rejects.toMatchObject(blocked);
  });

  it("goes by when they cancelled elsewhere, not by when we heard of it", async () => {
    await received();
    const heard = owner(wednesdayAt(-13));
    const wish = { appointmentId, isConfirmed: true, notifyCustomer: false, happenedAt: wednesdayAt(-15) };
    const { policy } = await cancelAppointment(heard, wish);
    expect(policy).toMatchObject({ refundableCents: 2000 });
    expect(await deposit()).toMatchObject({ refundableCents: 2000, withheldCents: 0 });
    expect(await returned(heard)).toMatchObject({ returnedCents: 2000 });
  });

  it("is the one that held when it was cancelled, whatever it says today", async () => {
    await received();
    await cancel();
    await editPolicy(owner(), { policyType: "deposit", config: { refundableUntilHours: 8760 } });
    expect(await deposit()).toMatchObject({ refundableCents: 2000, withheldCents: 0 });
    await restoreAppointment(owner(), { appointmentId });
    await cancel();
    await editPolicy(owner(), { policyType: "deposit", config: { refundableUntilHours: 0 } });
    expect(await deposit()).toMatchObject({ refundableCents: 0, withheldCents: 2000 });
  });

  it("keeps it of whoever comes, and of whoever stays away", async () => {
    await received();
    await expect(returned()).rejects.toMatchObject(blocked);
    const [begun, row] = [wednesdayAt(10), { where: { id: appointmentId } }];
    for (const status of ["completed", "no_show"] as const) {
      await platformClient().appointment.update({ ...row, data: { status, startsAt: begun } });
      await expect(returned()).rejects.toMatchObject(blocked);
    }
  });

  it("gives way to whoever may decide against it and says why, and the log tells it", async () => {
    await received();
    await expect(asGoodwill({ reason: null })).rejects.toMatchObject({ reason: "deposit_reason_missing" });
    const mayRefund = { ...desk(), permissions: new Set([...ROLE_PERMISSIONS.receptionist, "refund_payments"]) };
    await expect(returned(mayRefund, { overridesPolicy: true, reason: "so" })).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { permission: "override_appointments" },
    });
    expect(await asGoodwill({ amountCents: 500 })).toMatchObject({ returnedCents: 500, withheldCents: 1500 });
    expect(await asGoodwill()).toMatchObject({ returnedCents: 2000, withheldCents: 0 });
    const [entry] = await platformClient().activityLog.findMany({
      where: { subjectId: appointmentId, action: "refund_payments" },
    });
    expect(entry?.newValues).toMatchObject({ amountCents: 500, reason: "Stammkundin" });
  });
});

describe("amounts", () => {
  it("is paid when all of it has come in, not with the first of it", async () => {
    expect(await received(desk(), { amountCents: 1000 })).toMatchObject({ paidCents: 1000, paidAt: null });
    await expect(received(desk(), { amountCents: 1001 })).rejects.toMatchObject({ reason: "deposit_above_due" });
    expect(await received()).toMatchObject({ paidCents: 2000, paidAt: NOW });
    await expect(received()).rejects.toMatchObject(refused("deposit_paid_already"));
  });

  it("gives back of a part that came in no more than that", async () => {
    await received(desk(), { amountCents: 1000 });
    const { policy } = await cancel();
    expect(policy).toMatchObject({ refundableCents: 1000 });
    await expect(returned(owner(), { amountCents: 1001 })).rejects.toMatchObject({ reason: "deposit_above_left" });
    expect(await returned()).toMatchObject({ returnedCents: 1000, refundableCents: 0 });
  });
});

describe("refusals", () => {
  it("is given back by whoever may give money back, received by whoever may take it", async () => {
    await received();
    await expect(returned(desk())).rejects.toMatchObject({
      code: "FORBIDDEN",
      details: { permission: "refund_payments" },
    });
    await expect(returned(agentOf(ours.company, newId()))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const staff = await restAs({ userId: (await createUser(ours.company, { role: "staff" })).id });
    expect((await staff(`POST /api/v2/appointments/${appointmentId}/deposit`, { body: {} })).status).toBe(403);
  });

  it("holds over REST, with the state that whoever asks has seen", async () => {
    const ask = await restAs(ours.company.owner);
    const line = `POST /api/v2/appointments/${appointmentId}/deposit`;
    const stale = await ask(line, { body: { action: "received", version: 7 } });
    expect([stale.status, stale.body.error.code]).toEqual([409, "VERSION_CONFLICT"]);
    const answer = await ask(line, { body: { action: "received", version: 1 } });
    expect(answer.body.data).toMatchObject({ due_cents: 2000, paid_cents: 2000, withheld_cents: 2000 });
  });

  it("is none where none was asked, where the appointment is off, or of another company", async () => {
    await cancel();
    await expect(received()).rejects.toMatchObject(refused("is_cancelled"));
    await expect(
      recordDeposit(ownerOf((await createBookableCompany()).company), { appointmentId, action: "received" }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const waived = { waivesDeposit: true, overrideReason: "Stammkundin" };
    appointmentId = (await bookAppointment(owner(), { ...wishOf(ours, wednesdayAt(12)), ...waived })).appointment.id;
    await expect(received()).rejects.toMatchObject(refused("no_deposit_asked"));
  });
});
