"use client";

import Link from "next/link";
import { useCan } from "../../providers/company-provider";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { cn } from "../../ui/cn";
import { type Change, describeActor, describeChange, describePrice, type Namers } from "./describe-change";
import { describeException } from "./describe-exception";

interface HistoryStepProps {
  change: Change;
  namers: Namers;
  timezone: string;
  /** Somebody took it back afterwards. */
  isUndone: boolean;
}

/** What happened, why, who did it and when. */
export function HistoryStep({ change, namers, timezone, isUndone }: HistoryStepProps) {
  const text = useText("appointments");
  const formatters = useFormatters(timezone);
  const { key, values } = describeChange(change, namers);
  const price = describePrice(change, namers);
  const exception = describeException(change);
  return (
    <li className="relative">
      <span
        aria-hidden="true"
        data-tone={change.type === "violation" ? "amber" : undefined}
        className={cn(
          "absolute top-1.5 -left-4 size-2 -translate-x-1/2 rounded-full",
          change.type === "violation" ? "bg-tone" : "bg-neutral-8",
        )}
      />
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={cn("break-words", isUndone && "text-muted-foreground line-through")}>
          {text(`history.${key}`, values)}
        </span>
        {isUndone && <Badge>{text("history.undone")}</Badge>}
      </p>
      {price && <p className="text-muted-foreground">{text(`history.${price.key}`, price.values)}</p>}
      {exception && (
        <p data-tone="amber" className="break-words text-tone-text">
          {text("history.exception", {
            what: exception.keys.map((each) => text(`history.against.${each}`)).join(", "),
          })}
          {exception.reason && ` „${exception.reason}“`}
        </p>
      )}
      {change.reason && change.type !== "violation" && (
        <p className="break-words text-muted-foreground">„{change.reason}“</p>
      )}
      <p className="text-muted-foreground text-sm">
        <Who actor={change.actor} /> · <time>{formatters.dateTime(change.occurredAt)}</time>
      </p>
    </li>
  );
}

function Who({ actor }: Pick<Change, "actor">) {
  const text = useText("appointments");
  const canSeeCalls = useCan("view_calls");
  const { key, name } = describeActor(actor);
  const words = key ? text(`actors.${key}`) : name;
  if (!canSeeCalls || key !== "agent" || typeof actor.callId !== "string") return words;
  return (
    <Link href={`/calls/${actor.callId}`} prefetch={false} className="underline underline-offset-2">
      {words}
    </Link>
  );
}
