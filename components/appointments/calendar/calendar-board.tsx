"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { CalendarX2 } from "lucide-react";
import { lazy, useState } from "react";
import type { Calendar } from "@/server/appointments/calendar/schema";
import { toLocal } from "@/server/core/time-zone";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { EmptyState } from "../../shared/empty-state";
import { ErrorState } from "../../shared/error-state";
import { PageHeader } from "../../shared/page-header";
import { useFilters } from "../../shared/use-filters";
import { useText } from "../../shared/use-text";
import { useBranch } from "../../tenancy/use-branch";
import { Card } from "../../ui/card";
import { NewAppointmentButton } from "../new-appointment-button";
import { useNow } from "../use-now";
import type { Block } from "./blocks";
import { CalendarSkeleton } from "./calendar-skeleton";
import { calendarParsers, shownDate, shownDays, toCalendarInput } from "./calendar-state";
import { CalendarToolbar } from "./calendar-toolbar";
import { CalendarView } from "./calendar-view";
import { StaffChips } from "./staff-chips";
import type { BookingWish } from "./time-grid";
import { useMove } from "./use-move";
import { useTitle } from "./use-title";

const AppointmentPanel = lazy(() =>
  import("../details/appointment-panel").then((file) => ({ default: file.AppointmentPanel })),
);
const SessionPanel = lazy(() => import("../classes/session-panel").then((file) => ({ default: file.SessionPanel })));
const NewAppointmentDialog = lazy(() =>
  import("../book/new-appointment-dialog").then((file) => ({ default: file.NewAppointmentDialog })),
);
const MoveQuestion = lazy(() => import("./move-question").then((file) => ({ default: file.MoveQuestion })));

/** Who does what when: a day, a week or a month of everybody, or of some. */
export function CalendarBoard({ loadedAt }: { loadedAt: number }) {
  const text = useText("calendar");
  const { timezone } = useCompany();
  const branchId = useBranch();
  const now = useNow(loadedAt, 30_000);
  const { filters, change, isPending } = useFilters(calendarParsers);
  const [wish, setWish] = useState<BookingWish | null>(null);
  const input = toCalendarInput(filters, { branchId, zone: timezone, now });
  const calendar = useQuery(useTRPC().calendar.get.queryOptions(input, { placeholderData: keepPreviousData }));
  const zone = calendar.data?.timezone ?? timezone;
  const date = shownDate(filters.date, { zone, now });
  const days = shownDays(filters.view, date);
  const title = useTitle()(filters.view, { date, days });
  const moving = useMove({ input, zone, tell: filters.tell });
  const open = ({ entry, session }: Block) => change({ open: entry?.id ?? null, session: session?.id ?? null });
  return (
    <>
      <PageHeader
        title={text("title")}
        description={<span aria-live="polite">{title}</span>}
        actions={<NewAppointmentButton />}
      />
      {calendar.isError ? (
        <Card>
          <ErrorState error={calendar.error} onRetry={() => void calendar.refetch()} />
        </Card>
      ) : !calendar.data ? (
        <CalendarSkeleton />
      ) : (
        <Card aria-busy={isPending || calendar.isPlaceholderData || undefined}>
          <CalendarToolbar {...{ ...filters, date }} onChange={change} />
          <StaffChips
            people={calendar.data.people}
            chosen={filters.staff}
            onChange={(staff) => change({ staff: staff.length > 0 ? staff : null })}
          />
          {hasNobody(calendar.data) ? (
            <EmptyState icon={CalendarX2} title={text("nobody.title")}>
              {text("nobody.hint")}
            </EmptyState>
          ) : (
            <CalendarView
              {...{ calendar: calendar.data, days, date, now, zone }}
              view={filters.view}
              staffIds={filters.staff}
              colouring={filters.colour}
              onOpen={open}
              onBook={setWish}
              onMove={moving.move}
              onDay={(day) => change({ view: "day", date: day === toLocal(zone, now).date ? null : day })}
            />
          )}
        </Card>
      )}
      <DialogSlot isOpen={filters.open !== null} onClose={() => change({ open: null })}>
        {filters.open && <AppointmentPanel key={filters.open} appointmentId={filters.open} />}
      </DialogSlot>
      <DialogSlot isOpen={filters.session !== null} onClose={() => change({ session: null })}>
        {filters.session && <SessionPanel key={filters.session} sessionId={filters.session} />}
      </DialogSlot>
      <DialogSlot isOpen={moving.question !== null} onClose={moving.dismiss}>
        {moving.question && <MoveQuestion question={moving.question} zone={zone} onConfirm={moving.confirm} />}
      </DialogSlot>
      <DialogSlot isOpen={wish !== null} onClose={() => setWish(null)}>
        {wish && <NewAppointmentDialog wish={{ ...wish, startsAt: new Date(wish.startsAt).toISOString() }} />}
      </DialogSlot>
    </>
  );
}

const hasNobody = ({ people, entries }: Calendar) => people.length === 0 && entries.length === 0;
