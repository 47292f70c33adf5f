import { recordAudit } from "@/server/core/activity";
import type { CompanyContext } from "@/server/core/context";
import { publish } from "@/server/core/outbox";
import { transact } from "@/server/core/transact";
import { appointmentEdited } from "../events";
import { changeAppointment } from "../repository/write";
import type { AppointmentView, EditAppointmentInput } from "../schema";
import { toAppointmentView } from "../views";
import { requireAppointment } from "./load-appointment";

/** Changes what is noted with an appointment; its time and its people stay as they are. */
export async function editAppointment(ctx: CompanyContext, input: EditAppointmentInput): Promise<AppointmentView> {
  return transact(ctx, async (tx) => {
    const before = await requireAppointment(tx, input);
    const notes = input.notes || null;
    await changeAppointment(tx, before, { notes });
    recordAudit(tx, {
      action: "edit_appointments",
      subjectType: "appointment",
      subjectId: before.id,
      before: { notes: before.notes },
      after: { notes },
    });
    await publish(tx, appointmentEdited, { appointmentId: before.id, customerId: before.customer.id });
    return toAppointmentView(await requireAppointment(tx, { appointmentId: before.id }));
  });
}
