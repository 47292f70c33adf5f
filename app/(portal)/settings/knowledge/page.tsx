import type { Metadata } from "next";
import { Knowledge } from "@/components/calls/knowledge/knowledge";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("knowledge"))("title") };
}

export default async function KnowledgePage() {
  const [text] = await Promise.all([getText("knowledge"), requirePermission("view_agents")]);
  return (
    <Messages names={["knowledge"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.knowledge.list.queryOptions()]} skeleton={<Skeleton className="h-96 w-full" />}>
        <Knowledge />
      </Streamed>
    </Messages>
  );
}
