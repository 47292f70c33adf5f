import fc from "fast-check";
import { expect, it } from "vitest";
import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { cancelAppointment } from "@/server/appointments/commands/cancel-appointment";
import { changeAppointments } from "@/server/appointments/commands/change-appointments";
import * as step from "@/server/appointments/commands/change-status";
import { rescheduleAppointment } from "@/server/appointments/commands/reschedule-appointment";
import { restoreAppointment } from "@/server/appointments/commands/restore-appointment";
import { undoReschedule } from "@/server/appointments/commands/undo-reschedule";
import type { CompanyContext } from "@/server/core/context";
import { platformClient } from "@/server/core/db";
import { AppError } from "@/server/core/errors";
import { MINUTE } from "@/server/core/time";
import { ownerOf } from "../../support/actors";
import { type BookableCompany, createBookableCompany, wednesdayAt, wishOf } from "../../support/booking";
import { createStaff } from "../../support/factories";

interface Chosen {
  ctx: CompanyContext;
  id: string;
  hour: number;
  staffId: string;
}
const QUIET = { isConfirmed: true, notifyCustomer: false };
const STEPS: Record<string, (chosen: Chosen) => Promise<unknown>> = {
  confirm: ({ ctx, id }) => step.confirmAppointment(ctx, { appointmentId: id }),
  start: ({ ctx, id }) => step.startAppointment(ctx, { appointmentId: id }),
  complete: ({ ctx, id }) => step.completeAppointment(ctx, { appointmentId: id }),
  noShow: ({ ctx, id }) => step.markNoShow(ctx, { appointmentId: id }),
  cancel: ({ ctx, id }) => cancelAppointment(ctx, { appointmentId: id, ...QUIET }),
  move: ({ ctx, id, hour, staffId }) =>
    rescheduleAppointment(ctx, { appointmentId: id, newStartsAt: wednesdayAt(hour), staffId, ...QUIET }),
  restore: ({ ctx, id }) => restoreAppointment(ctx, { appointmentId: id }),
  undo: ({ ctx, id }) => undoReschedule(ctx, { appointmentId: id }),
  cancelMany: ({ ctx, id }) => changeAppointments(ctx, { appointmentIds: [id], action: "cancel", ...QUIET }),
  completeMany: ({ ctx, id }) => changeAppointments(ctx, { appointmentIds: [id], action: "complete", ...QUIET }),
};

const edit = fc.record({
  what: fc.constantFrom("book", ...Object.keys(STEPS)),
  of: fc.nat(9),
  hour: fc.integer({ min: 9, max: 17 }),
  byColleague: fc.boolean(),
  /** How long after the one before. */
  minutes: fc.integer({ min: 0, max: 40 }),
});

/** What the rows themselves say. */
async function recount({ company, customer }: BookableCompany) {
  const where = { companyId: company.companyId, customerId: customer.id };
  const rows = await platformClient().appointment.findMany({ where, select: { status: true, priceCents: true } });
  const of = (status: string) => rows.filter((row) => row.status === status);
  const totalCents = of("completed").reduce((sum, { priceCents }) => sum + priceCents, 0);
  const done = of("completed").length;
  return {
    ...{ appointmentCount: rows.length, completedCount: done, cancelledCount: of("cancelled").length },
    ...{ noShowCount: of("no_show").length, totalRevenueCents: BigInt(totalCents) },
    averageBookingValueCents: done ? Math.round(totalCents / done) : 0,
  };
}

it("are what a recount says, whatever was booked, moved, done, called off and taken back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 15, maxLength: 25 }), async (edits) => {
      const ours = await createBookableCompany();
      const colleague = await createStaff(ours.company, { name: "Ben Teuer" });
      await platformClient().staffService.updateMany({ where: { staffId: colleague.id }, data: { priceCents: 4300 } });
      const ids: string[] = [];
      let now = wednesdayAt(8).getTime();
      for (const { what, of, hour, byColleague, minutes } of edits) {
        now += minutes * MINUTE;
        const ctx = ownerOf(ours.company, new Date(now));
        const staffId = byColleague ? colleague.id : ours.staff.id;
        const id = ids[of % Math.max(1, ids.length)];
        const done =
          what === "book" || !id
            ? bookAppointment(ctx, { ...wishOf(ours, wednesdayAt(hour)), staffId }).then((made) =>
                ids.push(made.appointment.id),
              )
            : STEPS[what]?.({ ctx, id, hour, staffId });
        // A refusal changes nothing, and is an answer like any other.
        await done?.catch((error: unknown) => expect(error).toBeInstanceOf(AppError));
      }
      const stored = await platformClient().customer.findUniqueOrThrow({ where: { id: ours.customer.id } });
      expect(stored).toMatchObject(await recount(ours));
      expect(ids.length).toBeGreaterThan(0);
    }),
    { numRuns: 5 },
  );
});
