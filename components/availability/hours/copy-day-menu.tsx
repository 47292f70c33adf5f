"use client";

import { Copy } from "lucide-react";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from "../../ui/dropdown-menu";
import { useDayNames } from "./use-day-names";

interface CopyDayMenuProps {
  dayOfWeek: number;
  name: string;
  onCopy: (to: readonly number[]) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5];
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 0];

/** Gives a day's times to others. */
export function CopyDayMenu({ dayOfWeek, name, onCopy }: CopyDayMenuProps) {
  const text = useText("working-hours");
  const names = useDayNames();
  const others = EVERY_DAY.filter((day) => day !== dayOfWeek);
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm" aria-label={text("editor.copyOf", { day: name })}>
          <Copy />
          {text("editor.copy")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="start">
        <DropdownMenuItem onSelect={() => onCopy(WEEKDAYS)}>{text("editor.copyToWeekdays")}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onCopy(EVERY_DAY)}>{text("editor.copyToAll")}</DropdownMenuItem>
        {others.map((day) => (
          <DropdownMenuItem key={day} onSelect={() => onCopy([day])}>
            {text("editor.copyTo", { day: names[day] ?? "" })}
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
