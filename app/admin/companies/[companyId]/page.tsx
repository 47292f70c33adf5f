import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { CompanyPage } from "@/components/tenancy/platform/company-page";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../../(portal)/streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("companies.title") };
}

export default async function CompanyDetailsPage({ params }: { params: Promise<{ companyId: string }> }) {
  const [{ companyId }] = await Promise.all([params, requireOperator()]);
  return (
    <Streamed
      queries={[
        trpc.platform.companies.get.queryOptions({ companyId }),
        trpc.platform.phoneNumbers.list.queryOptions({ companyId }),
      ]}
      skeleton={<WidgetRowsSkeleton rows={8} rowClass="h-12" />}
    >
      <CompanyPage companyId={companyId} />
    </Streamed>
  );
}
