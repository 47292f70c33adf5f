import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { dayInput } from "@/components/appointments/today/day-input";
import { TodayBoard } from "@/components/appointments/today/today-board";
import { TodaySkeleton } from "@/components/appointments/today/today-skeleton";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("appointments"))("today.title") };
}

export default async function TodayPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [query, { company, branches }] = await Promise.all([searchParams, requirePermission("view_appointments")]);
  const branchId = branches.find(({ id }) => id === query.branch)?.id ?? null;
  const loadedAt = Date.now();
  const day = trpc.appointments.list.queryOptions(dayInput({ branchId, zone: company.timezone, now: loadedAt }));
  return (
    <ListPage messages={["appointments", "fees"]}>
      <Streamed queries={[day]} skeleton={<TodaySkeleton />}>
        <TodayBoard loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
