import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { toUsersInput, userParsers } from "@/components/identity/platform/user-filters";
import { UserList } from "@/components/identity/platform/user-list";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

const loadFilters = createLoader({ ...userParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("users.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, filters] = await Promise.all([getText("admin"), loadFilters(searchParams), requireOperator()]);
  const input = toUsersInput(filters, filters.after?.at(-1) ?? null);
  return (
    <ListPage messages={[]}>
      <PageHeader title={text("users.title")} description={text("users.description")} />
      <Streamed
        queries={[trpc.platform.users.list.queryOptions(input)]}
        skeleton={
          <Card>
            <DataTableSkeleton rows={12} />
          </Card>
        }
      >
        <UserList />
      </Streamed>
    </ListPage>
  );
}
