import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { tenantParsers, toTenantsInput } from "@/components/tenancy/platform/tenant-filters";
import { TenantList } from "@/components/tenancy/platform/tenant-list";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

const loadFilters = createLoader({ ...tenantParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("tenants.title") };
}

export default async function TenantsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, filters] = await Promise.all([getText("admin"), loadFilters(searchParams), requireOperator()]);
  const input = toTenantsInput(filters, filters.after?.at(-1) ?? null);
  return (
    <ListPage messages={[]}>
      <PageHeader title={text("tenants.title")} description={text("tenants.description")} />
      <Streamed
        queries={[trpc.platform.tenants.list.queryOptions(input)]}
        skeleton={
          <Card>
            <DataTableSkeleton rows={12} />
          </Card>
        }
      >
        <TenantList />
      </Streamed>
    </ListPage>
  );
}
