"use client";

import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { cn } from "../../ui/cn";

interface ClosedTimeProps {
  startsAt: Date;
  timezone: string;
  asked: string | null;
  onAsk: (startsAt: string) => void;
}

/** A start that cannot be had; it says why when it is chosen. */
export function ClosedTime({ startsAt, timezone, asked, onAsk }: ClosedTimeProps) {
  const text = useText("appointments");
  const time = useFormatters(timezone).time(startsAt);
  const isAsked = asked !== null && Date.parse(asked) === startsAt.getTime();
  return (
    <button
      type="button"
      data-closed={startsAt.toISOString()}
      aria-pressed={isAsked}
      aria-label={text("why.closedAt", { time })}
      onClick={() => onAsk(startsAt.toISOString())}
      className={cn(
        "flex min-h-(--control) items-center justify-center rounded-md border border-dashed bg-muted px-1 text-muted-foreground tabular-nums line-through transition-colors hover:bg-accent",
        isAsked && "border-primary border-solid",
      )}
    >
      {time}
    </button>
  );
}
