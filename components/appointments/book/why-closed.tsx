"use client";

import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { ExplainedSlot } from "@/server/availability/chains/schema";
import { fromWall, type LocalDate } from "@/server/core/time-zone";
import { useTRPC } from "../../providers/trpc-provider";
import { ErrorState } from "../../shared/error-state";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { Skeleton } from "../../ui/skeleton";
import { factLines } from "./slot-facts";
import type { SlotSubject } from "./use-slots";

interface WhyClosedProps {
  subject: SlotSubject;
  day: LocalDate;
  /** Shows the day of another start. */
  onOther: (startsAt: Date) => void;
}

/** A time that is not offered: why not, with the numbers behind it, and what is free near it. */
export function WhyClosed({ subject, day, onOther }: WhyClosedProps) {
  const text = useText("appointments");
  const id = useId();
  const [time, setTime] = useState("");
  const [hours, minutes] = time.split(":").map(Number);
  const startsAt = time ? fromWall(subject.timezone, day, (hours ?? 0) * 60 + (minutes ?? 0)) : null;
  return (
    <details className="rounded-md border px-3 py-2">
      <summary className="cursor-pointer text-muted-foreground">{text("why.open")}</summary>
      <div className="flex flex-col gap-2.5 pt-2.5 pb-1">
        <div className="flex items-center gap-2.5">
          <Label htmlFor={id}>{text("why.time")}</Label>
          <Input
            id={id}
            type="time"
            step={300}
            value={time}
            onChange={({ target }) => setTime(target.value)}
            className="w-32"
          />
        </div>
        {startsAt !== null && (
          <Answer subject={subject} startsAt={new Date(startsAt).toISOString()} onOther={onOther} />
        )}
      </div>
    </details>
  );
}

interface AnswerProps {
  subject: SlotSubject;
  startsAt: string;
  onOther: (startsAt: Date) => void;
}

function Answer({ subject, startsAt, onOther }: AnswerProps) {
  const text = useText("appointments");
  const { timezone, ...wanted } = subject;
  const formatters = useFormatters(timezone);
  const answer = useQuery(useTRPC().availability.explainSlot.queryOptions({ ...wanted, startsAt }));
  if (answer.isError) return <ErrorState error={answer.error} onRetry={() => answer.refetch()} />;
  if (!answer.data) return <Skeleton className="h-10" />;
  const { isFree, reason, facts, alternatives } = answer.data satisfies ExplainedSlot;
  if (isFree || !reason) return <p role="status">{text("why.free")}</p>;
  const lines = factLines(facts, { text, formatters });
  return (
    <div role="status" className="flex flex-col gap-2">
      <p>
        <span className="font-medium">{text(`why.reasons.${reason}`)}</span> {lines.join(" ")}
      </p>
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
  );
}
