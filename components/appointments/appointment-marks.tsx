import {
  CircleAlert,
  CloudCheck,
  CloudUpload,
  Code2,
  Globe,
  Import,
  type LucideIcon,
  Phone,
  Smartphone,
  Store,
  TriangleAlert,
} from "lucide-react";
import type { AppointmentSource, CalcomSyncStatus } from "@/server/appointments/schema";
import { useText } from "../shared/use-text";
import type { Tone } from "../ui/tone";
import { IconMark } from "./icon-mark";

export const sourceIcons: Record<AppointmentSource, LucideIcon> = {
  phone: Phone,
  web: Globe,
  calcom: CloudCheck,
  portal: Store,
  api: Code2,
  app: Smartphone,
  import: Import,
  mcp: Code2,
};

export const calcomLooks: Record<Exclude<CalcomSyncStatus, "not_linked">, { icon: LucideIcon; tone: Tone }> = {
  pending: { icon: CloudUpload, tone: "amber" },
  synced: { icon: CloudCheck, tone: "green" },
  failed: { icon: CircleAlert, tone: "red" },
  drift: { icon: TriangleAlert, tone: "orange" },
};

/** How it was booked. */
export function SourceMark({ source }: { source: AppointmentSource }) {
  const text = useText("appointments");
  return <IconMark icon={sourceIcons[source]} label={text(`source.${source}`)} />;
}

/** Whether Cal.com has the same booking; nothing for a company that does not use it. */
export function CalcomMark({ status }: { status: CalcomSyncStatus }) {
  const text = useText("appointments");
  if (status === "not_linked") return null;
  return <IconMark {...calcomLooks[status]} label={text(`calcom.${status}`)} />;
}
