import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { staffParsers, toListInput } from "@/components/staff/staff-filters";
import { StaffList } from "@/components/staff/staff-list";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...staffParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("staff"))("title") };
}

export default async function StaffPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { branches }, filters] = await Promise.all([
    getText("staff"),
    requirePermission("view_staff"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const queries = [
    trpc.staff.count.queryOptions({ branchId: branchId ?? undefined }),
    trpc.staff.listProfiles.queryOptions(toListInput(filters, { branchId, cursor: filters.after?.at(-1) ?? null })),
  ];
  return (
    <ListPage messages={["staff"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<DataTableSkeleton rows={8} />}>
        <StaffList />
      </Streamed>
    </ListPage>
  );
}
