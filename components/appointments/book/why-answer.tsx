"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleHelp } from "lucide-react";
import { useLocale } from "next-intl";
import { toLocal } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Skeleton } from "../../ui/skeleton";
import { factLines } from "./slot-facts";
import { SlotOrigins } from "./slot-origins";
import type { SlotSubject } from "./use-slots";

interface WhyAnswerProps {
  subject: SlotSubject;
  startsAt: string;
  /** Shows the day of another start. */
  onOther: (startsAt: Date) => void;
}

/** Why a time is not offered, with the numbers behind it, whose rule it is, and what is free near it. */
export function WhyAnswer({ subject, startsAt, onOther }: WhyAnswerProps) {
  const text = useText("appointments");
  const { timezone, ...wanted } = subject;
  const formatters = useFormatters(timezone);
  const locale = useLocale();
  const answer = useQuery(useTRPC().availability.explainSlot.queryOptions({ ...wanted, startsAt }));
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => answer.refetch()} />;
  if (!answer.data) return <Skeleton className="h-16" />;
  const { isFree, reason, facts, origins, alternatives } = answer.data;
  if (isFree || !reason) return <p role="status">{text("why.free")}</p>;
  const lines = factLines(facts, { text, formatters, locale });
  return (
    <div role="status" data-why={reason} className="flex items-start gap-2.5 rounded-md bg-muted px-3 py-2.5">
      <CircleHelp aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted-foreground" />
      <div className="flex min-w-0 flex-col gap-2">
        <p>
          <span className="font-medium">
            {text("why.at", { time: formatters.time(startsAt) })} {text(`why.reasons.${reason}`)}
          </span>{" "}
          {lines.join(" ")}
        </p>
        <SlotOrigins origins={origins} timezone={timezone} day={toLocal(timezone, Date.parse(startsAt)).date} />
        {alternatives.length > 0 && (
          <div className="flex flex-wrap items-center gap-1.5">
            <span className="text-muted-foreground">{text("slots.alternatives")}</span>
            {alternatives.map((other) => (
              <Button key={other.toISOString()} size="sm" onClick={() => onOther(other)}>
                {formatters.dateTime(other)}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
