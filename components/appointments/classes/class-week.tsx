"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarPlus, ChevronLeft, ChevronRight } from "lucide-react";
import { lazy } from "react";
import { addDays } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { FilterBar } from "../../shared/filter-bar";
import { FilterSelect } from "../../shared/filter-select";
import { NoResults } from "../../shared/no-results";
import { useFilters } from "../../shared/use-filters";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { WidgetRowsSkeleton } from "../../shared/widget";
import { useBranch } from "../../tenancy/use-branch";
import { Button } from "../../ui/button";
import { Card } from "../../ui/card";
import { useNow } from "../use-now";
import { NewSessionButton } from "./new-session-button";
import { SessionDays } from "./session-days";
import { classParsers, mondayOf, toListInput } from "./week-range";

const SessionPanel = lazy(() => import("./session-panel").then((file) => ({ default: file.SessionPanel })));

/** A week of classes, day by day; the open session stands beside it. */
export function ClassWeek({ loadedAt }: { loadedAt: number }) {
  const text = useText("classes");
  const { filters, change } = useFilters(classParsers);
  const { timezone: zone } = useCompany();
  const now = useNow(loadedAt);
  const trpc = useTRPC();
  const input = toListInput(filters, { branchId: useBranch(), zone, now });
  const list = useQuery(trpc.classes.list.queryOptions(input, { placeholderData: keepPreviousData }));
  const people = useQuery(trpc.staff.list.queryOptions({}));
  const services = useQuery(trpc.catalog.listServices.queryOptions({}));
  const monday = mondayOf(filters.week, { zone, now });
  const isNarrowed = Boolean(filters.staff || filters.service);
  const clear = () => change({ staff: null, service: null });
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  return (
    <>
      <Card>
        <FilterBar
          onClear={isNarrowed ? clear : undefined}
          actions={<NewSessionButton onMade={(date) => change({ week: date })} />}
        >
          <WeekSteps monday={monday} onChange={(week) => change({ week })} />
          <FilterSelect
            label={text("filters.staff")}
            value={filters.staff}
            onChange={(staff) => change({ staff })}
            options={people.data?.map(named) ?? []}
          />
          <FilterSelect
            label={text("filters.service")}
            value={filters.service}
            onChange={(service) => change({ service })}
            options={services.data?.map(named) ?? []}
          />
        </FilterBar>
        {list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : !list.data ? (
          <WidgetRowsSkeleton rows={6} rowClass="h-16" />
        ) : list.data.length > 0 ? (
          <SessionDays sessions={list.data} openId={filters.open} onOpen={(open) => change({ open })} />
        ) : isNarrowed ? (
          <NoResults onClear={clear} />
        ) : (
          <EmptyState
            icon={CalendarPlus}
            title={text("empty.title")}
            action={<NewSessionButton onMade={(date) => change({ week: date })} />}
          >
            {text("empty.hint")}
          </EmptyState>
        )}
      </Card>
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <SessionPanel key={filters.open} sessionId={filters.open} />}
      </DialogSlot>
    </>
  );
}

function WeekSteps({ monday, onChange }: { monday: string; onChange: (week: string | null) => void }) {
  const text = useText("classes");
  const format = useFormatters("UTC");
  return (
    <div className="flex items-center gap-1 max-sm:w-full">
      <Button
        variant="ghost"
        size="icon"
        aria-label={text("week.previous")}
        onClick={() => onChange(addDays(monday, -7))}
      >
        <ChevronLeft />
      </Button>
      <Button onClick={() => onChange(null)}>{text("week.this")}</Button>
      <Button variant="ghost" size="icon" aria-label={text("week.next")} onClick={() => onChange(addDays(monday, 7))}>
        <ChevronRight />
      </Button>
      <span className="px-1 font-medium tabular-nums" aria-live="polite">
        {text("week.range", { from: format.date(monday), until: format.date(addDays(monday, 6)) })}
      </span>
    </div>
  );
}
