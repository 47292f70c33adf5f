import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { createLoader, parseAsArrayOf, parseAsString, type SearchParams } from "nuqs/server";
import { auditParsers, toAuditInput } from "@/components/audit/audit-filters";
import { AuditList } from "@/components/audit/audit-list";
import { ListPage } from "@/components/providers/list-page";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

const loadFilters = createLoader({ ...auditParsers, after: parseAsArrayOf(parseAsString) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("audit"))("title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [text, { company, permissions }, filters] = await Promise.all([
    getText("audit"),
    requireSession(),
    loadFilters(searchParams),
  ]);
  if (!permissions.includes("view_audit")) notFound();
  const loadedAt = Date.now();
  const place = { zone: company.timezone, now: loadedAt, cursor: filters.after?.at(-1) ?? null };
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={12} />
    </Card>
  );
  return (
    <ListPage messages={["audit"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.audit.list.queryOptions(toAuditInput(filters, place))]} skeleton={skeleton}>
        <AuditList loadedAt={loadedAt} />
      </Streamed>
    </ListPage>
  );
}
