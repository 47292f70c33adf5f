import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Simulator } from "@/components/calls/simulator/simulator";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("simulator"))("title") };
}

export default async function SimulatorPage() {
  const [text, { permissions }] = await Promise.all([getText("simulator"), requireSession()]);
  if (!permissions.includes("test_integrations")) notFound();
  return (
    <Messages names={["simulator", "calls", "appointments"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.simulator.listScenarios.queryOptions()]} skeleton={<Skeleton className="h-96 w-full" />}>
        <Simulator />
      </Streamed>
    </Messages>
  );
}
