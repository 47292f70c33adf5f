"use client";

import { useLocale } from "next-intl";
import { type KeyboardEvent, useId, useState } from "react";
import { parseWeekText } from "@/server/availability/hours/rules/parse-week-text";
import { weekWords } from "@/server/availability/hours/rules/week-words";
import type { DayHours, HoursView } from "@/server/availability/hours/schema";
import { useText } from "../../shared/use-text";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { useWeekText } from "./use-week-text";
import { restOf } from "./week-owner";

interface WeekTextFieldProps {
  hours: HoursView;
  days: readonly DayHours[];
  isReadOnly: boolean;
  onRead: (days: DayHours[]) => void;
}

/** The week in one line, which follows every change; what somebody types there becomes the week. */
export function WeekTextField({ hours, days, isReadOnly, onRead }: WeekTextFieldProps) {
  const text = useText("working-hours");
  const words = weekWords(useLocale());
  const written = useWeekText(hours)(days);
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnread, setUnread] = useState(false);
  const id = useId();
  const read = () => {
    if (typed === null) return;
    const week = parseWeekText(typed, { words, rest: restOf(hours) });
    setUnread(week === null);
    if (!week) return;
    onRead(week);
    setTyped(null);
  };
  const handleKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    read();
  };
  return (
    <div className="flex min-w-0 flex-1 basis-80 flex-col gap-1.5">
      <Label htmlFor={id}>{text("editor.asText")}</Label>
      <Input
        id={id}
        value={typed ?? written}
        readOnly={isReadOnly}
        placeholder={text("editor.textExample")}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isUnread || undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={read}
        onKeyDown={handleKey}
      />
      <p
        id={`${id}-note`}
        role={isUnread ? "alert" : undefined}
        data-tone={isUnread ? "danger" : undefined}
        className={isUnread ? "text-sm text-tone-text" : "text-muted-foreground text-sm"}
      >
        {isUnread ? text("editor.textUnread") : text("editor.textHint")}
      </p>
    </div>
  );
}
