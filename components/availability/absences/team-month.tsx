"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { lazy, useState } from "react";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardHeader, CardTitle } from "../../ui/card";
import { Skeleton } from "../../ui/skeleton";
import { monthAfter } from "./month-layout";
import { MonthLegend } from "./month-legend";
import { MonthTable } from "./month-table";
import { useMonthName } from "./use-month-name";

const AbsencePanel = lazy(() => import("./absence-panel").then((file) => ({ default: file.AbsencePanel })));

/** Who is away when, a row for each person and a column for each day. */
export function TeamMonth({ loadedAt }: { loadedAt: number }) {
  const text = useText("absences");
  const { timezone } = useCompany();
  const today = toLocal(timezone, loadedAt).date;
  const [month, setMonth] = useQueryState("month", parseAsString.withDefault(today.slice(0, 7)));
  const branchId = useSearchParams().get("branch") ?? undefined;
  const team = useQuery(
    useTRPC().exceptions.getTeamMonth.queryOptions({ month, branchId }, { placeholderData: keepPreviousData }),
  );
  const [open, setOpen] = useState<ExceptionView | null>(null);
  const name = useMonthName()(month);
  const known = team.data?.exceptions.find(({ id }) => id === open?.id);
  return (
    <Card aria-labelledby="team-month">
      <CardHeader>
        <CardTitle id="team-month">{name}</CardTitle>
        <div className="flex gap-1">
          <Button
            variant="ghost"
            size="icon"
            aria-label={text("month.previous")}
            onClick={() => void setMonth(monthAfter(month, -1))}
          >
            <ChevronLeft />
          </Button>
          <Button variant="ghost" onClick={() => void setMonth(null)}>
            {text("month.today")}
          </Button>
          <Button
            variant="ghost"
            size="icon"
            aria-label={text("month.next")}
            onClick={() => void setMonth(monthAfter(month, 1))}
          >
            <ChevronRight />
          </Button>
        </div>
      </CardHeader>
      {team.isPending && <Skeleton className="m-4 h-64" />}
      {team.error && <ErrorState error={team.error} onRetry={() => void team.refetch()} />}
      {team.data && <MonthTable team={team.data} name={name} today={today} onOpen={setOpen} />}
      <MonthLegend />
      <DialogSlot isOpen={known !== undefined} onClose={() => setOpen(null)}>
        {known && <AbsencePanel key={known.id} absence={known} />}
      </DialogSlot>
    </Card>
  );
}
