import { Frown, type LucideIcon, Meh, Smile } from "lucide-react";
import type { CallView } from "@/server/calls/schema";
import { IconMark } from "../appointments/icon-mark";
import { useText } from "../shared/use-text";
import type { Tone } from "../ui/tone";

const looks: Partial<Record<CallView["sentiment"], { tone: Tone; icon: LucideIcon }>> = {
  positive: { tone: "green", icon: Smile },
  neutral: { tone: "grey", icon: Meh },
  negative: { tone: "red", icon: Frown },
};

/** The same as a small sign in a row, its word on hover. */
export function SentimentIcon({ sentiment }: Pick<CallView, "sentiment">) {
  const text = useText("calls");
  const look = looks[sentiment];
  return look && <IconMark icon={look.icon} tone={look.tone} label={text(`sentiment.${sentiment}`)} />;
}

/** The caller's mood as icon and word; nothing where it is not known. */
export function SentimentMark({ sentiment }: Pick<CallView, "sentiment">) {
  const text = useText("calls");
  const look = looks[sentiment];
  if (!look) return null;
  const Icon = look.icon;
  return (
    <span data-tone={look.tone} className="inline-flex items-center gap-1.5 whitespace-nowrap text-tone-text">
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {text(`sentiment.${sentiment}`)}
    </span>
  );
}
