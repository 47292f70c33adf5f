import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { toWebhookInput, webhookParsers } from "@/components/webhooks/webhook-filters";
import { WebhookList } from "@/components/webhooks/webhook-list";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

const loadFilters = createLoader({ ...webhookParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("webhooks"))("title") };
}

export default async function WebhooksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { company }, filters] = await Promise.all([
    getText("webhooks"),
    requirePermission("view_webhooks"),
    loadFilters(searchParams),
  ]);
  const loadedAt = Date.now();
  const place = { zone: company.timezone, now: loadedAt, cursor: filters.after?.at(-1) ?? null };
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={12} />
    </Card>
  );
  return (
    <ListPage messages={["webhooks"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.webhooks.list.queryOptions(toWebhookInput(filters, place))]} skeleton={skeleton}>
        <WebhookList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
