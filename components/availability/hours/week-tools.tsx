"use client";

import { Store } from "lucide-react";
import { useId } from "react";
import type { DayHours, HoursView } from "@/server/availability/hours/schema";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import type { useWeekDraft } from "./use-week-draft";
import { WeekTextField } from "./week-text-field";

interface WeekToolsProps {
  hours: HoursView;
  week: ReturnType<typeof useWeekDraft>;
  branches: HoursView[];
  behindId: string | null;
  onBehind: (branchId: string) => void;
  opening: readonly DayHours[] | undefined;
  isReadOnly: boolean;
}

/** The whole week at once: as a line of text, or as the branch has it. */
export function WeekTools({ hours, week, branches, behindId, onBehind, opening, isReadOnly }: WeekToolsProps) {
  const text = useText("working-hours");
  const id = useId();
  return (
    <div className="flex flex-wrap items-start gap-3">
      <WeekTextField
        hours={hours}
        days={week.draft.days}
        isReadOnly={isReadOnly}
        onRead={(days) => week.change({ days })}
      />
      {branches.length > 1 && (
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={id}>{text("editor.behind")}</Label>
          <NativeSelect id={id} value={behindId ?? ""} onChange={(event) => onBehind(event.target.value)}>
            {branches.map(({ branchId, name }) => (
              <option key={branchId} value={branchId ?? ""}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </div>
      )}
      {opening && !isReadOnly && (
        <Button className="sm:mt-6.5" onClick={() => week.change({ days: opening.map((day) => ({ ...day })) })}>
          <Store />
          {text("editor.fromBranch")}
        </Button>
      )}
    </div>
  );
}
