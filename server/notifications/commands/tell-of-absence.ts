import { findException } from "@/server/availability/exceptions/queries/find-exception";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import { findContactOf, listContactsOf } from "@/server/identity/team/queries/list-holders-of";
import { getStaff } from "@/server/staff/queries/get-staff";
import { notify } from "./notify";

export type AbsenceNews = { exceptionId: string; what: "requested" | "approved" | "refused" };

// Not audited: a message is not a change of the company's data; its own row tells who got what, when.
/** Tells whoever may decide that somebody asks for time off, or that person how it was decided; each of them once. */
export async function tellOfAbsence(ctx: CompanyContext, { exceptionId, what }: AbsenceNews): Promise<void> {
  await transact(ctx, async (tx) => {
    const absence = await findException(tx, { exceptionId });
    if (!absence?.staffId) return;
    const person = await getStaff(tx, { staffId: absence.staffId });
    const data = { exceptionId };
    if (what !== "requested") {
      const event = `absence_${what}` as const;
      const readerUserId = (await findContactOf(tx, { staffId: person.id }))?.userId ?? null;
      await notify(tx, {
        event,
        branchId: person.homeBranch.id,
        data,
        readerUserId,
        dedupeKey: `${event}:${exceptionId}`,
      });
      return;
    }
    const branchIds = person.branches.map(({ id }) => id);
    const deciders = await listContactsOf(tx, { permission: "edit_schedule_exceptions", branchIds });
    for (const { userId, email } of deciders.filter((one) => one.userId !== absence.requestedByUserId)) {
      const dedupeKey = `absence_requested:${exceptionId}:${userId}`;
      const to = { recipient: email, readerUserId: userId, branchId: person.homeBranch.id };
      await notify(tx, { event: "absence_requested", data, ...to, dedupeKey });
    }
  });
}
