import type { Metadata } from "next";
import { ConnectionSteps } from "@/components/calcom/connection/connection-steps";
import { StepsSkeleton } from "@/components/calcom/connection/steps-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("calcom-connection"))("title") };
}

export default async function CalcomConnectionPage() {
  const [text] = await Promise.all([getText("calcom-connection"), requirePermission("edit_integrations")]);
  return (
    <Messages names={["calcom-connection", "calcom-gaps", "calcom-runs", "sign-in", "webhooks"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="max-w-4xl">
        <Streamed queries={[trpc.calcomConnection.get.queryOptions()]} skeleton={<StepsSkeleton />}>
          <ConnectionSteps />
        </Streamed>
      </div>
    </Messages>
  );
}
