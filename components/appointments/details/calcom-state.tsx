import type { AppointmentDetails } from "@/server/appointments/schema";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";
import { calcomLooks } from "../appointment-marks";
import { Section } from "./section";

/** The state of its copy at Cal.com; nothing for a company that does not use it. */
export function CalcomState({ appointment }: { appointment: AppointmentDetails }) {
  const text = useText("appointments");
  const { calcomSyncStatus: status, calcomBookingUid, calcomSyncError } = appointment;
  if (status === "not_linked") return null;
  return (
    <Section title={text("calcom.title")}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge {...calcomLooks[status]} label={text(`calcom.${status}`)} />
        {calcomBookingUid && (
          <span className="break-all font-mono text-muted-foreground text-sm">{calcomBookingUid}</span>
        )}
      </div>
      {calcomSyncError && <p className="text-muted-foreground">{calcomSyncError}</p>}
    </Section>
  );
}
