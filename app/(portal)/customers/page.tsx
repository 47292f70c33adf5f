import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { customerParsers, toListInput } from "@/components/customers/customer-filters";
import { CustomerList } from "@/components/customers/customer-list";
import { CustomerListSkeleton } from "@/components/customers/customer-list-skeleton";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...customerParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("customers"))("title") };
}

export default async function CustomersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { branches }, filters] = await Promise.all([
    getText("customers"),
    requirePermission("view_customers"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const queries = [
    trpc.analytics.customers.queryOptions({ branchId: branchId ?? undefined }),
    trpc.customers.list.queryOptions(toListInput(filters, { branchId, cursor: filters.after?.at(-1) ?? null })),
    trpc.tenancy.getCompany.queryOptions(),
  ];
  return (
    <ListPage messages={["customers", "customer-notes", "appointments", "calls"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<CustomerListSkeleton />}>
        <CustomerList />
      </Streamed>
    </ListPage>
  );
}
