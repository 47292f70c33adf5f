"use client";

import { CalendarPlus, Trash2 } from "lucide-react";
import { useId } from "react";
import type { HoursPlan, HoursView } from "@/server/availability/hours/schema";
import { addDays } from "@/server/core/time-zone";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { DateInput } from "../../ui/date-input";
import { Label } from "../../ui/label";
import { usePlanText } from "./use-plan-text";
import type { useWeekDraft } from "./use-week-draft";

interface PlanChoiceProps {
  hours: HoursView;
  today: string;
  week: ReturnType<typeof useWeekDraft>;
  isReadOnly: boolean;
  onDiscard: (plan: HoursPlan) => void;
}

/** The weeks that hold now and later, one of which is being written; a new one begins on a day to choose. */
export function PlanChoice({ hours, today, week, isReadOnly, onDiscard }: PlanChoiceProps) {
  const text = useText("working-hours");
  const planText = usePlanText();
  const { draft, start, begin, isChanged } = week;
  const current = hours.plans.filter(({ validUntil }) => (validUntil ?? "9999") >= today);
  const known = current.find(({ validFrom }) => validFrom === draft.validFrom);
  const isNew =
    !hours.plans.some(({ validFrom }) => validFrom === start.validFrom) || start.validFrom !== draft.validFrom;
  const isPlanned = known !== undefined && (known.validFrom ?? "") > today;
  const planNew = () => {
    const days = draft.days;
    begin({ days, validFrom: addDays(today, 1), validUntil: null }, { ...start, days });
  };
  return (
    <section aria-label={text("plan.label")} className="flex flex-wrap items-end gap-x-3 gap-y-3">
      <div className="flex flex-wrap gap-2">
        {current.map((plan) => {
          const isChosen = !isNew && plan.validFrom === start.validFrom;
          return (
            <Button
              key={plan.validFrom}
              size="sm"
              variant={isChosen ? "primary" : "secondary"}
              aria-pressed={isChosen}
              disabled={isChanged && !isChosen}
              onClick={() => begin(plan)}
            >
              {planText(plan, today)}
            </Button>
          );
        })}
        {!isReadOnly && !isNew && (
          <Button size="sm" variant="ghost" disabled={isChanged} onClick={planNew}>
            <CalendarPlus />
            {text("plan.new")}
          </Button>
        )}
        {!isReadOnly && isPlanned && !isChanged && (
          <Button size="sm" variant="ghost" onClick={() => onDiscard(known)}>
            <Trash2 />
            {text("plan.discard")}
          </Button>
        )}
      </div>
      {isNew && <NewPlanDates today={today} week={week} />}
    </section>
  );
}

function NewPlanDates({ today, week: { draft, change } }: Pick<PlanChoiceProps, "today" | "week">) {
  const text = useText("working-hours");
  const id = useId();
  return (
    <div className="flex flex-wrap items-end gap-3">
      <div className="flex flex-col gap-1.5">
        <Label htmlFor={`${id}-from`}>{text("plan.validFrom")}</Label>
        <DateInput
          id={`${id}-from`}
          required
          min={addDays(today, 1)}
          value={draft.validFrom ?? ""}
          onChange={(event) => change({ validFrom: event.target.value || addDays(today, 1) })}
        />
      </div>
      <div className="flex flex-col gap-1.5">
        <Label htmlFor={`${id}-until`}>{text("plan.validUntil")}</Label>
        <DateInput
          id={`${id}-until`}
          min={draft.validFrom ?? today}
          value={draft.validUntil ?? ""}
          onChange={(event) => change({ validUntil: event.target.value || null })}
        />
      </div>
      <p className="basis-full text-muted-foreground text-sm">{text("plan.newHint")}</p>
    </div>
  );
}
