import { beforeEach, expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import { platformClient } from "@/server/core/db";
import { editPolicy } from "@/server/policies/commands/edit-policy";
import { ownerOf } from "../../../support/actors";
import { type BookableCompany, createBookableCompany } from "../../../support/booking";
import { coming, iso } from "../../../support/coming-days";
import { createUser } from "../../../support/factories";
import { restAs } from "../../../support/rest-requests";
import { contextOf } from "../../../support/signed-in";

const monday = coming(1);
let salon: BookableCompany;
let ask: Awaited<ReturnType<typeof restAs>>;
beforeEach(async () => {
  salon = await createBookableCompany();
  ask = await restAs(salon.company.owner);
  // Whatever is asked, it is too late for this rule.
  const config = { minHoursNotice: 480, feeCents: 1500, violationAction: "charge_fee" as const };
  await editPolicy(ownerOf(salon.company), { policyType: "cancellation", config });
});

async function book(hour: number): Promise<string> {
  const { company, service, staff, customer } = salon;
  const who = { customer_id: customer.id, service_id: service.id, staff_id: staff.id, branch_id: company.branchId };
  const { body } = await ask("POST /api/v2/bookings", { body: { ...who, starts_at: iso(monday, hour) } });
  return body.appointment_id;
}
const feesOf = (appointmentId: string) => platformClient().customerFee.findMany({ where: { appointmentId } });

it("costs nothing where somebody who may lets the fee go, in the portal and over REST", async () => {
  const caller = appRouter.createCaller(await contextOf(salon.company.owner));
  const [one, two] = [await book(10), await book(11)];
  const { policy } = await caller.appointments.cancel({ appointmentId: one, waivesFee: true, isConfirmed: true });
  expect(policy).toMatchObject({ isViolation: true, isFeeWaived: true, feeCents: 0 });
  const over = await ask(`DELETE /api/v2/appointments/${two}?waives_fee=true&is_confirmed=true`);
  expect(over.body.data.policy).toMatchObject({ is_violation: true, is_fee_waived: true, fee_cents: 0 });
  expect([await feesOf(one), await feesOf(two)]).toEqual([[], []]);
});

it("is charged to whom nobody may let it go", async () => {
  const id = await book(12);
  const desk = await restAs({ userId: (await createUser(salon.company, { role: "receptionist" })).id });
  const answer = await desk(`DELETE /api/v2/appointments/${id}?waives_fee=true&is_confirmed=true`);
  expect(answer.body.data.policy).toMatchObject({ is_fee_waived: false, fee_cents: 1500 });
  expect(await feesOf(id)).toMatchObject([{ amountCents: 1500, status: "open" }]);
});

it("says whether anything of what was paid beforehand goes back", async () => {
  const [free, dear] = [await book(13), await book(14)];
  const paid = { depositPaidAt: new Date() };
  await platformClient().appointment.update({
    where: { id: free },
    data: { depositCents: 2000, depositPaidCents: 2000, ...paid },
  });
  await platformClient().appointment.update({
    where: { id: dear },
    data: { depositCents: 1500, depositPaidCents: 1500, ...paid },
  });
  expect((await ask(`DELETE /api/v2/bookings/${free}?is_confirmed=true`)).body).toMatchObject({
    refund_eligible: true,
  });
  const kept = { refund_eligible: false, policy_violation: true, cancellation_fee: 1500 };
  expect((await ask(`DELETE /api/v2/bookings/${dear}?is_confirmed=true`)).body).toMatchObject(kept);
  await editPolicy(ownerOf(salon.company), {
    policyType: "cancellation",
    config: { minHoursNotice: 0, maxFreePerMonth: 9 },
  });
  const unpaid = { refund_eligible: false, policy_violation: false };
  expect((await ask(`DELETE /api/v2/bookings/${await book(15)}`)).body).toMatchObject(unpaid);
});
