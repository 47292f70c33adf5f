import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { serviceParsers, toListInput } from "@/components/catalog/services/service-filters";
import { ServiceList } from "@/components/catalog/services/service-list";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...serviceParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("catalog"))("title") };
}

export default async function ServicesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { branches }, filters] = await Promise.all([
    getText("catalog"),
    requirePermission("view_services"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const queries = [
    trpc.services.count.queryOptions({ branchId: branchId ?? undefined }),
    trpc.services.list.queryOptions(toListInput(filters, { branchId, cursor: filters.after?.at(-1) ?? null })),
  ];
  return (
    <ListPage messages={["catalog"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<DataTableSkeleton rows={8} />}>
        <ServiceList />
      </Streamed>
    </ListPage>
  );
}
