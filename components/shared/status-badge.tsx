import type { LucideIcon } from "lucide-react";
import { Badge } from "../ui/badge";
import type { Tone } from "../ui/tone";

export interface StatusLook {
  tone: Tone;
  icon: LucideIcon;
}

interface StatusBadgeProps extends StatusLook {
  label: string;
}

/** Always icon and word, never colour alone. A context maps its statuses to looks once. */
export function StatusBadge({ tone, icon: Icon, label }: StatusBadgeProps) {
  return (
    <Badge tone={tone}>
      <Icon aria-hidden="true" />
      {label}
    </Badge>
  );
}
