"use client";

import { CalendarDays, List } from "lucide-react";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import { useText } from "../../shared/use-text";
import { RadioCard, RadioCards } from "../../ui/radio-cards";
import { AbsenceList } from "./absence-list";
import { AddAbsence } from "./add-absence";
import { OpenRequests } from "./open-requests";
import { TeamMonth } from "./team-month";

const viewParser = parseAsStringLiteral(["list", "month"] as const).withDefault("list");

/** What waits for a decision, then everything that differs from the weekly hours, as a list or as the team's month. */
export function AbsencesTab({ loadedAt }: { loadedAt: number }) {
  const text = useText("absences");
  const [view, setView] = useQueryState("view", viewParser);
  return (
    <div className="flex flex-col gap-4">
      <OpenRequests />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <RadioCards
          aria-label={text("views.label")}
          className="flex gap-2"
          value={view}
          onValueChange={(next) => void setView(next as typeof view)}
        >
          <RadioCard value="list" className="gap-2 [&_svg]:size-4">
            <List aria-hidden="true" />
            {text("views.list")}
          </RadioCard>
          <RadioCard value="month" className="gap-2 [&_svg]:size-4">
            <CalendarDays aria-hidden="true" />
            {text("views.month")}
          </RadioCard>
        </RadioCards>
        <AddAbsence />
      </div>
      {view === "list" ? <AbsenceList loadedAt={loadedAt} /> : <TeamMonth loadedAt={loadedAt} />}
    </div>
  );
}
