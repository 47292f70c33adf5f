import type { Metadata } from "next";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { FlagList } from "@/components/tenancy/platform/flag-list";
import { Card } from "@/components/ui/card";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../(portal)/streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("flags.title") };
}

export default async function FeatureFlagsPage() {
  const [text] = await Promise.all([getText("admin"), requireOperator()]);
  return (
    <>
      <PageHeader title={text("flags.title")} description={text("flags.description")} />
      <Card>
        <Streamed queries={[trpc.platform.featureFlags.list.queryOptions()]} skeleton={<DataTableSkeleton rows={10} />}>
          <FlagList />
        </Streamed>
      </Card>
    </>
  );
}
