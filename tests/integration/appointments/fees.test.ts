import { beforeEach, describe, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { markNoShow } from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { releaseFee, settleFee, waiveFee } from "@/server/appointments/fees/commands/decide-fee";
import { listFees } from "@/server/appointments/fees/queries/list-fees";
import { previewFee } from "@/server/appointments/fees/queries/preview-fee";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BuiltInRole, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import type { ViolationAction } from "@/server/policies/schema";
import { agentOf, ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";

let ours: BookableCompany;
let appointmentId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
});

/** Wednesday at two, eight hours before the appointment. */
const LATE = wednesdayAt(2);
const owner = (now = LATE) => ownerOf(ours.company, now);
const as = (role: BuiltInRole, now = LATE): CompanyContext => ({
  ...owner(now),
  permissions: new Set(ROLE_PERMISSIONS[role]),
});
const charge = (violationAction: ViolationAction = "charge_fee") =>
  editPolicy(owner(), { policyType: "cancellation", config: { feePercent: 50, violationAction } });
const cancel = (ctx: CompanyContext, more: object = {}) =>
  cancelAppointment(ctx, { appointmentId, isConfirmed: true, notifyCustomer: false, ...more });
const fees = async () => (await listFees(owner(), { customerId: ours.customer.id, limit: 10 })).items;

describe("a late cancellation", () => {
  const CALLERS: [string, () => CompanyContext, boolean][] = [
    ["an owner", () => as("admin"), true],
    ["a manager", () => as("manager"), true],
    ["a receptionist", () => as("receptionist"), false],
    ["the telephone agent", () => agentOf(ours.company, newId(), LATE), false],
  ];
  const ACTIONS = ["warn", "block", "charge_fee"] as const;
  const cases = CALLERS.flatMap(([who, caller, decides]) =>
    ACTIONS.map((action) => ({ who, caller, decides, action })),
  );

  it.each(cases)("where the rule says $action, by $who", async ({ caller, decides, action }) => {
    await charge(action);
    const asked = cancel(caller(), { isConfirmed: false });
    const needsConfirmation = action !== "block";
    const policy = { needsConfirmation, action, feeCents: action === "charge_fee" ? 1450 : 0 };
    await expect(asked).rejects.toMatchObject({ code: "POLICY_BLOCKED", details: { policy } });
    expect(await fees()).toEqual([]);
    if (action !== "block") await cancel(caller());
    else {
      await expect(cancel(caller())).rejects.toMatchObject({ code: "POLICY_BLOCKED" });
      const against = cancel(caller(), { overridesPolicy: true, overrideReason: "Unfall" });
      if (decides) await against;
      else await expect(against).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const due = action === "charge_fee" ? [{ kind: "cancellation", status: "open", amountCents: 1450 }] : [];
    expect(await fees()).toMatchObject(due);
  });

  it("is told with its fee before anybody decides, and nothing has happened then", async () => {
    await charge();
    const preview = await previewFee(as("receptionist"), { appointmentId, step: "cancel" });
    expect(preview).toMatchObject({ needsConfirmation: true, feeCents: 1450, reason: "short_notice" });
    expect(preview.fee).toMatchObject({ basis: "percent", percent: 50, priceCents: 2900 });
    expect(await fees()).toEqual([]);
  });

  it("costs nothing when somebody who may lets the fee go; others can't", async () => {
    await charge();
    const { policy } = await cancel(as("manager"), { waivesFee: true });
    expect(policy).toMatchObject({ feeCents: 0, isFeeWaived: true, isViolation: true });
    expect(await fees()).toEqual([]);
  });

  it("lets nobody else let it go", async () => {
    await charge();
    expect((await cancel(as("receptionist"), { waivesFee: true })).policy).toMatchObject({ feeCents: 1450 });
  });

  it("is taken from a deposit that is paid, and only the rest is open", async () => {
    await charge();
    const paid = { depositCents: 1000, depositPaidCents: 1000, depositPaidAt: LATE };
    await platformClient().appointment.update({ where: { id: appointmentId }, data: paid });
    const { policy } = await cancel(as("receptionist"));
    expect(policy).toMatchObject({ feeCents: 1450, refundableCents: 0 });
    expect(await fees()).toMatchObject([{ amountCents: 1450, fromDepositCents: 1000, openCents: 450, status: "open" }]);
  });

  it("is settled at once where the deposit covers it", async () => {
    await charge();
    const paid = { depositCents: 2900, depositPaidCents: 2900, depositPaidAt: LATE };
    await platformClient().appointment.update({ where: { id: appointmentId }, data: paid });
    await cancel(as("receptionist"));
    expect(await fees()).toMatchObject([{ openCents: 0, status: "paid", decisionReason: "from_deposit" }]);
  });

  it("is due no longer when the step is taken back", async () => {
    await charge();
    await cancel(owner());
    await restoreAppointment(owner(), { appointmentId });
    expect(await fees()).toMatchObject([{ status: "waived", decisionReason: "step_taken_back" }]);
    await cancel(owner());
    expect((await fees()).filter(({ status }) => status === "open")).toHaveLength(1);
  });
});

it("counts the free ones of a month, by the row that the trigger keeps", async () => {
  await editPolicy(owner(), { policyType: "cancellation", config: { maxFreePerMonth: 1, violationAction: "block" } });
  const early = wednesdayAt(10).getTime() - 30 * 3_600_000;
  const caller = agentOf(ours.company, newId(), new Date(early));
  await cancel(caller);
  const second = (await bookAppointment(owner(), wishOf(ours, wednesdayAt(12)))).appointment.id;
  await expect(cancel(caller, { appointmentId: second })).rejects.toMatchObject({ reason: "too_many_cancellations" });
});

it("charges a late move what a late cancellation costs, and a move to the same place nothing", async () => {
  await charge();
  await editPolicy(owner(), { policyType: "reschedule", config: { violationAction: "charge_fee" } });
  const move = (newStartsAt: Date) =>
    rescheduleAppointment(as("receptionist"), { appointmentId, newStartsAt, isConfirmed: true });
  await move(wednesdayAt(10));
  expect(await fees()).toEqual([]);
  await move(wednesdayAt(14));
  expect(await fees()).toMatchObject([{ kind: "reschedule", amountCents: 1450 }]);
});

describe("staying away", () => {
  const after = wednesdayAt(11);
  beforeEach(() => editPolicy(owner(), { policyType: "no_show", config: { feeCents: 2000 } }));

  it("opens the fee with the step that marks it", async () => {
    await markNoShow(as("staff", after), { appointmentId });
    expect(await fees()).toMatchObject([{ kind: "no_show", amountCents: 2000, reason: "no_show" }]);
  });

  it("is marked without a fee by whoever may decide so", async () => {
    await expect(markNoShow(as("staff", after), { appointmentId, waivesFee: true })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await markNoShow(as("manager", after), { appointmentId, waivesFee: true });
    expect(await fees()).toEqual([]);
  });

  it("sends them to a person after so many times", async () => {
    await editPolicy(owner(), { policyType: "no_show", config: { blockAfter: 1 } });
    await markNoShow(owner(after), { appointmentId });
    const wish = wishOf(ours, wednesdayAt(15));
    await expect(bookAppointment(agentOf(ours.company, newId(), after), wish)).rejects.toMatchObject({
      code: "POLICY_BLOCKED",
      reason: "too_many_no_shows",
    });
    await expect(bookAppointment(as("receptionist", after), wish)).resolves.toBeDefined();
  });
});

describe("deciding about a fee", () => {
  const open = async () => {
    await charge();
    await cancel(owner());
    const [fee] = await fees();
    if (!fee) throw new Error("a late cancellation costs something");
    return fee;
  };

  it("releases it, lets it go or books it as paid, once, and writes down who did", async () => {
    const { id: feeId } = await open();
    expect(await releaseFee(owner(), { feeId, reason: "Zum dritten Mal" })).toMatchObject({ status: "released" });
    await expect(releaseFee(owner(), { feeId })).rejects.toMatchObject({ reason: "fee_is_released" });
    expect(await settleFee(owner(), { feeId })).toMatchObject({ status: "paid", decidedBy: ours.company.owner.name });
    await expect(waiveFee(owner(), { feeId })).rejects.toMatchObject({ reason: "fee_is_paid" });
    const log = await platformClient().activityLog.findMany({
      where: { companyId: ours.company.companyId, action: { endsWith: "_fees" } },
      orderBy: { sequence: "asc" },
    });
    expect(log.map(({ action }) => action)).toEqual(["release_fees", "settle_fees"]);
  });

  it("lets one of two who decide at once win", async () => {
    const { id: feeId, version } = await open();
    const both = await Promise.allSettled([
      releaseFee(owner(), { feeId, version }),
      waiveFee(owner(), { feeId, version }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("is not for another company, another branch, or somebody who sees only their own", async () => {
    const { id: feeId } = await open();
    const others: CompanyContext[] = [
      ownerOf((await createBookableCompany()).company),
      { ...owner(), restriction: { branchIds: [newId()] } },
      { ...owner(), restriction: { branchIds: [], staffId: newId() } },
    ];
    for (const other of others) {
      await expect(waiveFee(other, { feeId })).rejects.toMatchObject({ code: "NOT_FOUND" });
      expect((await listFees(other, { limit: 10 })).items).toEqual([]);
    }
  });
});

it("asks for a deposit where the rule wants one, of those whom it means, whoever books", async () => {
  await editPolicy(owner(), { policyType: "deposit", config: { percent: 20 } });
  await editPolicy(owner(), { policyType: "no_show", config: { requireDepositAfter: 1 } });
  const depositOf = async (ctx: CompanyContext, startsAt: Date) => {
    const { appointment } = await bookAppointment(ctx, wishOf(ours, startsAt));
    return (await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } })).depositCents;
  };
  expect(await depositOf(as("receptionist"), wednesdayAt(12))).toBeNull();
  await platformClient().customer.update({ where: { id: ours.customer.id }, data: { noShowCount: 1 } });
  expect(await depositOf(as("receptionist"), wednesdayAt(13))).toBe(580);
  expect(await depositOf(owner(), wednesdayAt(14))).toBe(580);
});
