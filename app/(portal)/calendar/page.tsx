import type { Metadata } from "next";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { CalendarBoard } from "@/components/appointments/calendar/calendar-board";
import { CalendarSkeleton } from "@/components/appointments/calendar/calendar-skeleton";
import { calendarParsers, toCalendarInput } from "@/components/appointments/calendar/calendar-state";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...calendarParsers, branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("calendar"))("title") };
}

export default async function CalendarPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [{ company, branches }, filters] = await Promise.all([
    requirePermission("view_appointments"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const now = Date.now();
  const calendar = trpc.calendar.get.queryOptions(toCalendarInput(filters, { branchId, zone: company.timezone, now }));
  return (
    <ListPage messages={["calendar", "appointments", "classes", "customers", "fees"]}>
      <Streamed queries={[calendar]} skeleton={<CalendarSkeleton />}>
        <CalendarBoard loadedAt={now} />
      </Streamed>
    </ListPage>
  );
}
