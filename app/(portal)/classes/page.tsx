import type { Metadata } from "next";
import { createLoader, parseAsString, type SearchParams } from "nuqs/server";
import { ClassWeek } from "@/components/appointments/classes/class-week";
import { classParsers, toListInput } from "@/components/appointments/classes/week-range";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...classParsers, branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("classes"))("title") };
}

export default async function ClassesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { branches, company }, filters] = await Promise.all([
    getText("classes"),
    requirePermission("view_appointments"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const now = Date.now();
  const queries = [trpc.classes.list.queryOptions(toListInput(filters, { branchId, zone: company.timezone, now }))];
  return (
    <ListPage messages={["classes", "appointments", "customers"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<WidgetRowsSkeleton rows={6} rowClass="h-16" />}>
        <ClassWeek loadedAt={now} />
      </Streamed>
    </ListPage>
  );
}
