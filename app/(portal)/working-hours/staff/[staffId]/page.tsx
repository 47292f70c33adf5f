import type { Metadata } from "next";
import { WeekEditor } from "@/components/availability/hours/week-editor";
import { Messages } from "@/components/providers/messages";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("working-hours"))("title") };
}

interface StaffHoursPageProps {
  params: Promise<{ staffId: string }>;
  searchParams: Promise<{ in?: string }>;
}

export default async function StaffHoursPage({ params, searchParams }: StaffHoursPageProps) {
  const [{ staffId }, query] = await Promise.all([params, searchParams, requirePermission("view_working_hours")]);
  return (
    <Messages names={["working-hours"]}>
      <Streamed queries={[trpc.workingHours.list.queryOptions({})]} skeleton={<DataTableSkeleton rows={7} />}>
        <WeekEditor staffId={staffId} branchId={query.in ?? null} loadedAt={Date.now()} />
      </Streamed>
    </Messages>
  );
}
