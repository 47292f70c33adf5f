import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { AppointmentList } from "@/components/appointments/list/appointment-list";
import { AppointmentListSkeleton } from "@/components/appointments/list/appointment-list-skeleton";
import { figureInputs, filterParsers, toListInput } from "@/components/appointments/list/filters";
import { ListActions } from "@/components/appointments/list/list-actions";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader(filterParsers);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("appointments"))("title") };
}

export default async function AppointmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = await searchParams;
  const [text, { company, branches }] = await Promise.all([
    getText("appointments"),
    requirePermission("view_appointments"),
  ]);
  const branchId = branches.find(({ id }) => id === query.branch)?.id ?? null;
  const inBranch = branchId ? { branchId } : {};
  const loadedAt = Date.now();
  const place = { branchId, zone: company.timezone, now: loadedAt };
  const cursor = [query.after].flat().at(-1)?.split(",").at(-1) ?? null;
  const queries = [
    trpc.appointments.list.queryOptions(toListInput(loadFilters(query), { ...place, cursor })),
    ...Object.values(figureInputs(place)).map((input) => trpc.appointments.count.queryOptions(input)),
    trpc.staff.list.queryOptions(inBranch),
    trpc.catalog.listServices.queryOptions(inBranch),
  ];
  return (
    <ListPage messages={["appointments", "fees"]}>
      <PageHeader title={text("title")} actions={<ListActions />} />
      <Streamed queries={queries} skeleton={<AppointmentListSkeleton />}>
        <AppointmentList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
