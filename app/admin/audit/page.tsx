import type { Metadata } from "next";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { auditParsers, toAuditInput } from "@/components/audit/audit-filters";
import { PlatformAuditList } from "@/components/audit/platform-audit-list";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

const ZONE = "Europe/Berlin";
const loadFilters = createLoader({ ...auditParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("audit"))("platform.title") };
}

export default async function PlatformAuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, filters] = await Promise.all([getText("audit"), loadFilters(searchParams), requireOperator()]);
  const loadedAt = Date.now();
  const place = { zone: ZONE, now: loadedAt, cursor: filters.after?.at(-1) ?? null };
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={12} />
    </Card>
  );
  return (
    <ListPage messages={["audit"]}>
      <PageHeader title={text("platform.title")} description={text("platform.description")} />
      <Streamed queries={[trpc.platform.audit.list.queryOptions(toAuditInput(filters, place))]} skeleton={skeleton}>
        <PlatformAuditList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
