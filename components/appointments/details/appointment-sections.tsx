import type { AppointmentDetails } from "@/server/appointments/schema";
import { CalcomState } from "./calcom-state";
import { Facts } from "./facts";
import { History } from "./history";
import { MessagesSent } from "./messages-sent";
import { Origin } from "./origin";

/** All there is to know about an appointment, for the panel and for its page. */
export function AppointmentSections({ appointment }: { appointment: AppointmentDetails }) {
  return (
    <>
      <Facts appointment={appointment} />
      <Origin appointment={appointment} />
      <CalcomState appointment={appointment} />
      <MessagesSent appointmentId={appointment.id} timezone={appointment.timezone} />
      <History appointment={appointment} />
    </>
  );
}
