import { CalendarCheck, CheckCheck, CircleSlash, Clock, Play, UserX } from "lucide-react";
import { StatusBadge, type StatusLook } from "../shared/status-badge";
import { useText } from "../shared/use-text";

export type AppointmentStatus = "pending" | "confirmed" | "in_progress" | "completed" | "cancelled" | "no_show";

/** The one vocabulary of colours and icons for appointments, wherever they appear. */
export const appointmentLooks: Record<AppointmentStatus, StatusLook> = {
  pending: { tone: "amber", icon: Clock },
  confirmed: { tone: "green", icon: CalendarCheck },
  in_progress: { tone: "blue", icon: Play },
  completed: { tone: "sky", icon: CheckCheck },
  cancelled: { tone: "red", icon: CircleSlash },
  no_show: { tone: "grey", icon: UserX },
};

export function AppointmentStatusBadge({ status }: { status: AppointmentStatus }) {
  const text = useText("appointments");
  return <StatusBadge {...appointmentLooks[status]} label={text(`status.${status}`)} />;
}
