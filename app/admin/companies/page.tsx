import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { companyParsers, toCompaniesInput } from "@/components/tenancy/platform/company-filters";
import { CompanyList } from "@/components/tenancy/platform/company-list";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

const loadFilters = createLoader({ ...companyParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("companies.title") };
}

export default async function CompaniesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, filters] = await Promise.all([getText("admin"), loadFilters(searchParams), requireOperator()]);
  const input = toCompaniesInput(filters, filters.after?.at(-1) ?? null);
  return (
    <ListPage messages={[]}>
      <PageHeader title={text("companies.title")} description={text("companies.description")} />
      <Streamed
        queries={[trpc.platform.companies.list.queryOptions(input)]}
        skeleton={
          <Card>
            <DataTableSkeleton rows={12} />
          </Card>
        }
      >
        <CompanyList />
      </Streamed>
    </ListPage>
  );
}
