import { beforeEach, expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import type { Actor, CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { type BuiltInRole, ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
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

/** The customer came too late for this rule, whatever is asked. */
async function writePolicy(policyType: "cancellation" | "reschedule", violationAction: "warn" | "block") {
  const { companyId } = ours.company;
  const config = { minHoursNotice: 480, violationAction };
  const at = { configurableType: "company", configurableId: companyId } as const;
  await platformClient().policyConfiguration.create({ data: { id: newId(), companyId, ...at, policyType, config } });
}
const refused = (needsConfirmation: boolean) => ({
  code: "POLICY_BLOCKED",
  details: { policy: { needsConfirmation, reason: "short_notice" } },
});

it.each(ACTING)(
  "lets %s with the permission decide against a policy, and nobody of them without it",
  async (_who, actor) => {
    await writePolicy("cancellation", "block");
    const cancel = (role: BuiltInRole) =>
      cancelAppointment(as(role, actor), { appointmentId, isConfirmed: true, notifyCustomer: false });
    await expect(cancel("receptionist")).rejects.toMatchObject(refused(false));
    await expect(cancel("manager")).resolves.toMatchObject({ policy: { isAllowed: true, isViolation: true } });
  },
);

it("asks a receptionist for a yes where the policy only warns", async () => {
  await writePolicy("reschedule", "warn");
  const move = (isConfirmed: boolean) =>
    rescheduleAppointment(as("receptionist"), { appointmentId, newStartsAt: wednesdayAt(14), isConfirmed });
  await expect(move(false)).rejects.toMatchObject(refused(true));
  await expect(move(true)).resolves.toMatchObject({ policy: { isViolation: true } });
});

it("holds a receptionist to how many appointments one customer may have", async () => {
  const at = (index: number) => new Date(wednesdayAt(11).getTime() + index * 30 * 60_000);
  for (let index = 0; index < 4; index++) await bookAppointment(as("receptionist"), wishOf(ours, at(index)));
  await expect(bookAppointment(as("receptionist"), wishOf(ours, at(4)))).rejects.toMatchObject({
    reason: "too_many_bookings",
  });
  await expect(bookAppointment(as("manager"), wishOf(ours, at(4)))).resolves.toBeDefined();
});

it.each(ACTING)("lets %s choose a time between the slots", async (_who, actor) => {
  const between = wednesdayAt(13, 7);
  const { appointment } = await bookAppointment(as("receptionist", actor), wishOf(ours, between));
  expect(appointment.startsAt).toEqual(between);
});
