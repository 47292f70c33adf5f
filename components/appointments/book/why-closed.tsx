"use client";

import { useId, useState } from "react";
import type { LocalDate } from "@/server/core/time-zone";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { typedMoment } from "./typed-moment";

interface WhyClosedProps {
  timezone: string;
  day: LocalDate;
  isShown: boolean;
  onShow: (isShown: boolean) => void;
  onAsk: (startsAt: string | null) => void;
}

/** Shows what is not offered too, to ask why it is not; also a time between the usual starts. */
export function WhyClosed({ timezone, day, isShown, onShow, onAsk }: WhyClosedProps) {
  const text = useText("appointments");
  const errors = useText("errors");
  const id = useId();
  const [typed, setTyped] = useState({ day, time: "" });
  const meant = typed.day === day ? typedMoment(timezone, typed) : null;
  const handleTime = (time: string) => {
    setTyped({ day, time });
    const at = typedMoment(timezone, { day, time });
    onAsk(typeof at === "number" ? new Date(at).toISOString() : null);
  };
  return (
    <div className="flex flex-col gap-2.5">
      <label htmlFor={`${id}show`} className="flex items-center gap-2.5">
        <Checkbox id={`${id}show`} checked={isShown} onChange={({ target }) => onShow(target.checked)} />
        {text("why.show")}
      </label>
      {isShown && (
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1.5">
          <p className="text-muted-foreground text-sm">{text("why.hint")}</p>
          <Label htmlFor={`${id}time`}>{text("why.time")}</Label>
          <Input
            key={day}
            id={`${id}time`}
            type="time"
            step={300}
            onChange={({ target }) => handleTime(target.value)}
            className="w-32"
          />
          {typeof meant === "string" && <Note tone="danger">{errors(`reasons.${meant}`)}</Note>}
        </div>
      )}
    </div>
  );
}
