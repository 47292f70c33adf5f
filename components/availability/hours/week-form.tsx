"use client";

import type { FormEvent } from "react";
import { useState } from "react";
import { planOn } from "@/server/availability/hours/rules/plans";
import { faultOf } from "@/server/availability/hours/rules/shifts";
import { FROM_MONDAY } from "@/server/availability/hours/rules/week-words";
import type { DayHours, HoursView } from "@/server/availability/hours/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Card } from "../../ui/card";
import { readStranded } from "../stranded";
import { StrandedDialog } from "../stranded-dialog";
import { axisOf } from "./bar-layout";
import { AxisHours } from "./day-bar";
import { DayRow } from "./day-row";
import { PlanChoice } from "./plan-choice";
import { SaveBar } from "./save-bar";
import { useDayNames } from "./use-day-names";
import { useSaveWeek } from "./use-save-week";
import { useWeekDraft } from "./use-week-draft";
import { restOf } from "./week-owner";
import { WeekSummary } from "./week-summary";
import { WeekTools } from "./week-tools";

interface WeekFormProps {
  hours: HoursView;
  today: string;
  /** Whose opening hours stand behind the bars, the first one to begin with. */
  branches: HoursView[];
  /** What holds everywhere, in a week of one branch. */
  general: readonly DayHours[] | undefined;
}

export function WeekForm({ hours, today, branches, general }: WeekFormProps) {
  const text = useText("working-hours");
  const names = useDayNames();
  const isReadOnly = !useCan("edit_working_hours");
  const [behindId, setBehindId] = useState(branches[0]?.branchId ?? null);
  const now = planOn(hours.plans, today) ?? hours.plans[0];
  const week = useWeekDraft(now ?? { validFrom: null, validUntil: null, days: [] }, restOf(hours));
  const { draft } = week;
  const save = useSaveWeek(hours, { today, onSaved: (plan) => week.begin(plan) });
  useUnsavedGuard(week.isChanged);
  const behind = branches.find(({ branchId }) => branchId === behindId);
  const opening = behind && planOn(behind.plans, draft.validFrom ?? today)?.days;
  const axis = axisOf([draft.days, opening ?? [], general ?? []]);
  const isFaulty = draft.days.some(({ mode, shifts }) => mode === "open" && faultOf(shifts) !== null);
  const dayOf = (days: readonly DayHours[] | undefined, dayOfWeek: number) =>
    days?.find((day) => day.dayOfWeek === dayOfWeek);
  const stranded = readStranded(save.error);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    save.send(draft, false);
  };
  return (
    <form onSubmit={handleSubmit} noValidate>
      <div className="flex flex-col gap-4">
        <PlanChoice hours={hours} today={today} week={week} isReadOnly={isReadOnly} onDiscard={save.discard} />
        <WeekTools
          hours={hours}
          week={week}
          branches={branches}
          behindId={behindId}
          onBehind={setBehindId}
          opening={opening}
          isReadOnly={isReadOnly}
        />
        <Card>
          <div className="grid gap-x-4 px-4 pt-3 max-xl:hidden xl:grid-cols-[11rem_minmax(8rem,1fr)_36rem]">
            <span />
            <AxisHours axis={axis} />
          </div>
          {FROM_MONDAY.map((dayOfWeek) => {
            const day = dayOf(draft.days, dayOfWeek);
            return (
              day && (
                <DayRow
                  key={dayOfWeek}
                  day={day}
                  name={names[dayOfWeek] ?? ""}
                  axis={axis}
                  behind={dayOf(opening, dayOfWeek)}
                  general={general && (dayOf(general, dayOfWeek) ?? { dayOfWeek, mode: "closed", shifts: [] })}
                  isReadOnly={isReadOnly}
                  onChange={(changes) => week.setDay(dayOfWeek, changes)}
                  onCopy={(to) => week.copyDay(day, to)}
                />
              )
            );
          })}
        </Card>
        <WeekSummary
          before={week.start.days}
          after={draft.days}
          opening={opening}
          general={general}
          branchName={behind?.name}
        />
      </div>
      {!isReadOnly && (
        <SaveBar
          error={stranded ? null : save.error}
          isBusy={save.isPending}
          isDisabled={!week.isChanged || isFaulty}
          onReset={week.isChanged ? () => week.begin(week.start) : undefined}
          hint={isFaulty ? text("editor.faulty") : undefined}
        />
      )}
      <DialogSlot isOpen={stranded !== null} onClose={save.reset}>
        {stranded && (
          <StrandedDialog stranded={stranded} zone={hours.timezone} isBusy={save.isPending} onConfirm={save.confirm} />
        )}
      </DialogSlot>
    </form>
  );
}
