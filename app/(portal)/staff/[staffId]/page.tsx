import type { Metadata } from "next";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { StaffPage } from "@/components/staff/staff-page";
import { StaffSkeleton } from "@/components/staff/staff-skeleton";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("staff"))("title") };
}

export default async function StaffDetailsPage({ params }: { params: Promise<{ staffId: string }> }) {
  const [{ staffId }] = await Promise.all([params, requirePermission("view_staff")]);
  const queries = [trpc.staff.get.queryOptions({ staffId }), trpc.tenancy.getCompany.queryOptions()];
  return (
    <Messages names={["staff", "appointments", "team"]}>
      <Streamed queries={queries} skeleton={<StaffSkeleton />}>
        <StaffPage staffId={staffId} loadedAt={Date.now()} />
      </Streamed>
    </Messages>
  );
}
