import type { Metadata } from "next";
import { HoursTabs } from "@/components/availability/hours-tabs";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("working-hours"))("title") };
}

export default async function WorkingHoursPage({ searchParams }: { searchParams: Promise<{ branch?: string }> }) {
  const [text, { branches }, { branch }] = await Promise.all([
    getText("working-hours"),
    requirePermission("view_working_hours"),
    searchParams,
  ]);
  const branchId = branches.find(({ id }) => id === branch)?.id;
  const queries = [trpc.workingHours.list.queryOptions({ branchId })];
  return (
    <ListPage messages={["working-hours", "absences"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<DataTableSkeleton rows={6} />}>
        <HoursTabs loadedAt={Date.now()} />
      </Streamed>
    </ListPage>
  );
}
