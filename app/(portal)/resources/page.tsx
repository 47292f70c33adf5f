import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { resourceParsers, toListInput } from "@/components/catalog/resources/resource-filters";
import { ResourceList } from "@/components/catalog/resources/resource-list";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...resourceParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("resources"))("title") };
}

export default async function ResourcesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { branches }, filters] = await Promise.all([
    getText("resources"),
    requirePermission("view_resources"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const queries = [
    trpc.resources.list.queryOptions(toListInput(filters, { branchId, cursor: filters.after?.at(-1) ?? null })),
    trpc.resources.listGroups.queryOptions({ branchId: branchId ?? undefined }),
  ];
  return (
    <ListPage messages={["resources", "absences"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<DataTableSkeleton rows={8} />}>
        <ResourceList />
      </Streamed>
    </ListPage>
  );
}
