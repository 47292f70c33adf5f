import type { Metadata } from "next";
import { AddHoliday } from "@/components/availability/holidays/add-holiday";
import { HolidayPage } from "@/components/availability/holidays/holiday-page";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("holidays"))("title") };
}

export default async function HolidaysPage({ searchParams }: { searchParams: Promise<{ branch?: string }> }) {
  const [text, { branches }, { branch }] = await Promise.all([
    getText("holidays"),
    requirePermission("view_working_hours"),
    searchParams,
  ]);
  const branchId = branches.find(({ id }) => id === branch)?.id;
  const queries = [trpc.holidays.list.queryOptions({ branchId }), trpc.holidays.listPlaces.queryOptions()];
  return (
    <ListPage messages={["holidays", "working-hours"]}>
      <PageHeader title={text("title")} description={text("description")} actions={<AddHoliday />} />
      <Streamed queries={queries} skeleton={<DataTableSkeleton rows={10} />}>
        <HolidayPage loadedAt={Date.now()} />
      </Streamed>
    </ListPage>
  );
}
