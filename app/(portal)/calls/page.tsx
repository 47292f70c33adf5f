import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { callParsers, toListInput, toStatsInput } from "@/components/calls/call-filters";
import { CallList } from "@/components/calls/call-list";
import { CallListSkeleton } from "@/components/calls/call-list-skeleton";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...callParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("calls"))("title") };
}

export default async function CallsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { company, branches }, filters] = await Promise.all([
    getText("calls"),
    requirePermission("view_calls"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const loadedAt = Date.now();
  const place = { branchId, zone: company.timezone, now: loadedAt };
  const queries = [
    trpc.calls.stats.queryOptions(toStatsInput(filters, place)),
    trpc.calls.list.queryOptions(toListInput(filters, { ...place, cursor: filters.after?.at(-1) ?? null })),
  ];
  return (
    <ListPage messages={["calls", "recordings", "appointments"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<CallListSkeleton />}>
        <CallList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
