import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { messageParsers, toCountInput, toListInput } from "@/components/notifications/message-filters";
import { MessageList } from "@/components/notifications/message-list";
import { MessageListSkeleton } from "@/components/notifications/message-list-skeleton";
import { ListPage } from "@/components/providers/list-page";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../streamed";

const loadFilters = createLoader({ ...messageParsers, after: parseAsArrayOf(parseAsString), branch: parseAsString });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("notifications"))("title") };
}

export default async function MessagesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { company, branches }, filters] = await Promise.all([
    getText("notifications"),
    requirePermission("view_appointments"),
    loadFilters(searchParams),
  ]);
  const branchId = branches.find(({ id }) => id === filters.branch)?.id ?? null;
  const loadedAt = Date.now();
  const place = { branchId, zone: company.timezone, now: loadedAt, cursor: filters.after?.at(-1) ?? null };
  const queries = [
    trpc.notifications.count.queryOptions(toCountInput(place)),
    trpc.notifications.list.queryOptions(toListInput(filters, place)),
  ];
  return (
    <ListPage messages={["notifications", "appointments"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<MessageListSkeleton />}>
        <MessageList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
