import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { changeAppointments } from "@/server/appointments/commands/change-appointments";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import type { Actor, CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BuiltInRole, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import type { PolicyConfig, PolicyType, ViolationAction } from "@/server/policies/schema";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";

let ours: BookableCompany;
let appointmentId: string;
beforeEach(async () => {
  ours = await createBookableCompany();
  appointmentId = (await bookAppointment(ownerOf(ours.company), wishOf(ours))).appointment.id;
});

const as = (role: BuiltInRole, actor?: Actor): CompanyContext => {
  const owner = ownerOf(ours.company);
  return { ...owner, actor: actor ?? owner.actor, permissions: new Set(ROLE_PERMISSIONS[role]) };
};
const { userId, name } = { userId: newId(), name: "Kim" };
const ACTING: [string, Actor][] = [
  ["a person", { kind: "user", userId, name }],
  ["an operator who looks into the company", { kind: "impersonator", userId, name, reason: "Hilfe" }],
  ["a key", { kind: "api_key", apiKeyId: newId(), name }],
];

async function writePolicy(policyType: PolicyType, config: PolicyConfig) {
  const { companyId } = ours.company;
  const at = { configurableType: "company", configurableId: companyId } as const;
  await platformClient().policyConfiguration.create({ data: { id: newId(), companyId, ...at, policyType, config } });
}
/** The customer came too late for this rule, whatever is asked. */
const late = (violationAction: ViolationAction) => ({ minHoursNotice: 480, violationAction });
const refused = (needsConfirmation: boolean) => ({
  code: "POLICY_BLOCKED",
  details: { policy: { needsConfirmation, reason: "short_notice" } },
});

const DECISION = { overridesPolicy: true, overrideReason: "Todesfall in der Familie" };
const history = async (id = appointmentId) => {
  const where = { companyId: ours.company.companyId, appointmentId: id };
  return platformClient().appointmentModification.findMany({ where, orderBy: { id: "asc" } });
};

it.each(ACTING)(
  "lets %s with the permission decide against a policy by saying so and why, and nobody of them without it",
  async (_who, actor) => {
    await writePolicy("cancellation", late("block"));
    const cancel = (role: BuiltInRole, decision = {}) =>
      cancelAppointment(as(role, actor), { appointmentId, isConfirmed: true, notifyCustomer: false, ...decision });
    await expect(cancel("receptionist")).rejects.toMatchObject(refused(false));
    await expect(cancel("receptionist", DECISION)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(cancel("manager")).rejects.toMatchObject(refused(false));
    await expect(cancel("manager", { overridesPolicy: true, overrideReason: "" })).rejects.toMatchObject({
      reason: "override_reason_missing",
    });
    await expect(cancel("manager", DECISION)).resolves.toMatchObject({
      policy: { isAllowed: true, isViolation: true },
    });
    const told = { overriddenRule: "short_notice", overrideReason: DECISION.overrideReason };
    expect(await history()).toMatchObject([
      { type: "created" },
      { type: "cancelled", actor: { kind: actor.kind }, newValues: { status: "cancelled", ...told } },
      { type: "violation" },
    ]);
    const log = { companyId: ours.company.companyId, action: "cancel_appointments" };
    expect(await platformClient().activityLog.findFirstOrThrow({ where: log })).toMatchObject({ newValues: told });
  },
);

it("tells of no decision where no rule stood in the way", async () => {
  await cancelAppointment(as("manager"), { appointmentId, isConfirmed: true, notifyCustomer: false, ...DECISION });
  expect((await history())[1]?.newValues).toEqual({ status: "cancelled" });
});

it.each(["receptionist", "manager"] as const)("asks a %s for a yes where the policy only warns", async (role) => {
  await writePolicy("reschedule", late("warn"));
  const move = (isConfirmed: boolean, decision = {}) =>
    rescheduleAppointment(as(role), { appointmentId, newStartsAt: wednesdayAt(14), isConfirmed, ...decision });
  await expect(move(false)).rejects.toMatchObject(refused(true));
  if (role === "manager") await expect(move(false, DECISION)).rejects.toMatchObject(refused(true));
  await expect(move(true)).resolves.toMatchObject({ policy: { isViolation: true } });
  expect((await history())[1]?.newValues).not.toHaveProperty("overriddenRule");
});

it("moves against a policy that blocks it for whoever says why", async () => {
  await writePolicy("reschedule", late("block"));
  const move = (decision = {}) =>
    rescheduleAppointment(as("manager"), {
      ...{ appointmentId, newStartsAt: wednesdayAt(14), isConfirmed: true },
      ...decision,
    });
  await expect(move()).rejects.toMatchObject(refused(false));
  await move(DECISION);
  expect((await history())[1]).toMatchObject({ type: "rescheduled", newValues: { overriddenRule: "short_notice" } });
});

it("cancels many against a policy only for whoever says why", async () => {
  await writePolicy("cancellation", late("block"));
  const cancel = (decision = {}) =>
    changeAppointments(as("manager"), {
      ...{ appointmentIds: [appointmentId], action: "cancel", isConfirmed: true, notifyCustomer: false },
      ...decision,
    });
  expect(await cancel()).toMatchObject({ changed: 0, results: [{ error: { code: "POLICY_BLOCKED" } }] });
  expect(await cancel(DECISION)).toMatchObject({ changed: 1 });
});

it("asks everybody for the deposit, unless somebody who may decides otherwise and says why", async () => {
  await writePolicy("deposit", { cents: 1000 });
  const depositOf = async (role: BuiltInRole, hour: number, decision = {}) => {
    const { appointment } = await bookAppointment(as(role), { ...wishOf(ours, wednesdayAt(hour)), ...decision });
    const { depositCents } = await platformClient().appointment.findUniqueOrThrow({ where: { id: appointment.id } });
    return { depositCents, told: (await history(appointment.id))[0]?.newValues };
  };
  const waived = { waivesDeposit: true, overrideReason: "Stammkundin" };
  expect(await depositOf("manager", 11)).toMatchObject({ depositCents: 1000 });
  expect((await depositOf("manager", 12, { overrideReason: "nur so" })).told).not.toHaveProperty("overrideReason");
  await expect(depositOf("receptionist", 13, waived)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(depositOf("manager", 13, { waivesDeposit: true })).rejects.toMatchObject({
    reason: "override_reason_missing",
  });
  expect(await depositOf("manager", 13, waived)).toMatchObject({
    depositCents: null,
    told: { isDepositWaived: true, overrideReason: "Stammkundin" },
  });
});

it("holds a receptionist to how many appointments one customer may have made within the hour", async () => {
  const at = (index: number) => new Date(wednesdayAt(11).getTime() + index * 30 * 60_000);
  for (let index = 0; index < 4; index++) await bookAppointment(as("receptionist"), wishOf(ours, at(index)));
  await expect(bookAppointment(as("receptionist"), wishOf(ours, at(4)))).rejects.toMatchObject({
    reason: "too_many_bookings",
  });
  await expect(bookAppointment(as("manager"), wishOf(ours, at(4)))).resolves.toBeDefined();
});

it("holds everybody to how many appointments one customer may have, until somebody who may says why not", async () => {
  await writePolicy("booking", { maxActivePerCustomer: 1 });
  const second = wishOf(ours, wednesdayAt(12));
  const refusal = { code: "POLICY_BLOCKED", reason: "too_many_active_bookings" };
  await expect(bookAppointment(as("manager"), second)).rejects.toMatchObject(refusal);
  await expect(bookAppointment(as("receptionist"), { ...second, ...DECISION })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
  const { appointment } = await bookAppointment(as("manager"), { ...second, ...DECISION });
  expect((await history(appointment.id))[0]).toMatchObject({
    type: "created",
    newValues: { overriddenRule: "too_many_active_bookings", overrideReason: DECISION.overrideReason },
  });
});

it.each(ACTING)("lets %s choose a time between the slots", async (_who, actor) => {
  const between = wednesdayAt(13, 7);
  const { appointment } = await bookAppointment(as("receptionist", actor), wishOf(ours, between));
  expect(appointment.startsAt).toEqual(between);
});
