"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { CalendarX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { useText } from "../../shared/use-text";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { RadioCard, RadioCards } from "../../ui/radio-cards";
import { daysOf } from "./holiday-days";
import { HolidayLine } from "./holiday-line";

/** The days off of a year. */
export function HolidayList({ loadedAt }: { loadedAt: number }) {
  const text = useText("holidays");
  const { timezone } = useCompany();
  const thisYear = Number(toLocal(timezone, loadedAt).date.slice(0, 4));
  const [year, setYear] = useQueryState("year", parseAsInteger.withDefault(thisYear));
  const branchId = useSearchParams().get("branch") ?? undefined;
  const { data } = useSuspenseQuery(useTRPC().holidays.list.queryOptions({ branchId }));
  const days = daysOf(data.filter(({ date }) => date.startsWith(`${year}-`)));
  return (
    <Card aria-labelledby="holidays">
      <CardHeader className="flex-wrap">
        <CardTitle id="holidays">{text("list.caption", { year })}</CardTitle>
        <RadioCards
          aria-label={text("list.year")}
          className="flex gap-1.5"
          value={String(year)}
          onValueChange={(next) => void setYear(Number(next))}
        >
          {[thisYear, thisYear + 1, thisYear + 2].map((one) => (
            <RadioCard key={one} value={String(one)}>
              {one}
            </RadioCard>
          ))}
        </RadioCards>
      </CardHeader>
      {days.length === 0 && (
        <EmptyState icon={CalendarX} title={text("list.empty")}>
          {text("list.emptyHint")}
        </EmptyState>
      )}
      <ul className="divide-y">
        {days.map((day) => (
          <HolidayLine key={day.key} day={day} />
        ))}
      </ul>
    </Card>
  );
}
