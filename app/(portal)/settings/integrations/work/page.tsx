import type { Metadata } from "next";
import { ConnectionSkeleton } from "@/components/integrations/connection-skeleton";
import { WorkGrid } from "@/components/integrations/work-grid";
import { Messages } from "@/components/providers/messages";
import { BackLink } from "@/components/shared/back-link";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("work"))("title") };
}

export default async function WorkPage() {
  const [text, { permissions }] = await Promise.all([getText("work"), requirePermission("view_integration_health")]);
  return (
    <Messages names={["work"]}>
      {permissions.includes("view_integrations") && <BackLink href="/settings/integrations">{text("back")}</BackLink>}
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.operations.listWork.queryOptions()]} skeleton={<ConnectionSkeleton />}>
        <WorkGrid />
      </Streamed>
    </Messages>
  );
}
