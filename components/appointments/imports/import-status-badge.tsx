import {
  Ban,
  CheckCheck,
  CircleAlert,
  FileCheck2,
  FileUp,
  type LucideIcon,
  Pause,
  RotateCw,
  Undo2,
} from "lucide-react";
import type { ImportStatus } from "@/server/appointments/imports/schema";
import { StatusBadge } from "../../shared/status-badge";
import { useText } from "../../shared/use-text";
import type { Tone } from "../../ui/tone";

const looks: Record<ImportStatus, { tone: Tone; icon: LucideIcon }> = {
  uploaded: { tone: "grey", icon: FileUp },
  checking: { tone: "blue", icon: RotateCw },
  checked: { tone: "amber", icon: FileCheck2 },
  running: { tone: "blue", icon: RotateCw },
  stopped: { tone: "orange", icon: Pause },
  done: { tone: "green", icon: CheckCheck },
  undoing: { tone: "blue", icon: Undo2 },
  undone: { tone: "slate", icon: Ban },
  failed: { tone: "red", icon: CircleAlert },
};

export function ImportStatusBadge({ status }: { status: ImportStatus }) {
  const text = useText("imports");
  return <StatusBadge {...looks[status]} label={text(`status.${status}`)} />;
}
