import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { TenantPage } from "@/components/tenancy/platform/tenant-page";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../../(portal)/streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("tenants.title") };
}

export default async function TenantDetailsPage({ params }: { params: Promise<{ tenantId: string }> }) {
  const [{ tenantId }] = await Promise.all([params, requireOperator()]);
  return (
    <Streamed
      queries={[trpc.platform.tenants.get.queryOptions({ tenantId })]}
      skeleton={<WidgetRowsSkeleton rows={8} rowClass="h-12" />}
    >
      <TenantPage tenantId={tenantId} />
    </Streamed>
  );
}
