import { CalendarPlus, Crown, Star, TriangleAlert, UserCheck, UserMinus, UserPlus, UserRound } from "lucide-react";
import { StatusBadge, type StatusLook } from "../shared/status-badge";
import { useText } from "../shared/use-text";

export const STAGES = ["lead", "prospect", "customer", "regular", "vip", "at_risk", "churned"] as const;
type Stage = (typeof STAGES)[number];

/** The one vocabulary of colours and icons for where a customer stands. */
const looks: Record<Stage, StatusLook> = {
  lead: { tone: "grey", icon: UserPlus },
  prospect: { tone: "sky", icon: CalendarPlus },
  customer: { tone: "green", icon: UserCheck },
  regular: { tone: "amber", icon: Star },
  vip: { tone: "violet", icon: Crown },
  at_risk: { tone: "orange", icon: TriangleAlert },
  churned: { tone: "slate", icon: UserMinus },
};

/** A stage that the company made itself has its own name and a quiet look. */
export function StageBadge({ stage }: { stage: { key: string; name: string } | null }) {
  const text = useText("customers");
  if (!stage) return null;
  const known = STAGES.find((key) => key === stage.key);
  if (!known) return <StatusBadge tone="grey" icon={UserRound} label={stage.name} />;
  return <StatusBadge {...looks[known]} label={text(`stage.${known}`)} />;
}
