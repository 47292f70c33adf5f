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

export default async function BranchHoursPage({ params }: { params: Promise<{ branchId: string }> }) {
  const [{ branchId }] = await Promise.all([params, requirePermission("view_working_hours")]);
  return (
    <Messages names={["working-hours"]}>
      <Streamed queries={[trpc.workingHours.list.queryOptions({})]} skeleton={<DataTableSkeleton rows={7} />}>
        <WeekEditor staffId={null} branchId={branchId} loadedAt={Date.now()} />
      </Streamed>
    </Messages>
  );
}
