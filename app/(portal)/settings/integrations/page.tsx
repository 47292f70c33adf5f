import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectionGrid } from "@/components/integrations/connection-grid";
import { ConnectionSkeleton } from "@/components/integrations/connection-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { PageLink } from "@/components/shared/page-link";
import { Button } from "@/components/ui/button";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("integrations"))("title") };
}

export default async function IntegrationsPage() {
  const [text, { permissions }] = await Promise.all([getText("integrations"), requireSession()]);
  if (!permissions.includes("view_integrations")) notFound();
  return (
    <Messages names={["integrations", "sign-in"]}>
      <PageHeader
        title={text("title")}
        description={text("description")}
        actions={
          permissions.includes("view_integration_health") && (
            <Button asChild>
              <PageLink href="/settings/integrations/work">{text("work")}</PageLink>
            </Button>
          )
        }
      />
      <Streamed queries={[trpc.integrations.listConnections.queryOptions()]} skeleton={<ConnectionSkeleton />}>
        <ConnectionGrid />
      </Streamed>
    </Messages>
  );
}
