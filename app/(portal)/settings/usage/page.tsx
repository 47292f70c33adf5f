import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { UsageCard } from "@/components/tenancy/usage-card";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("usage"))("title") };
}

export default async function UsagePage() {
  const [text, { permissions }] = await Promise.all([getText("usage"), requireSession()]);
  if (!permissions.includes("view_plan")) notFound();
  return (
    <Messages names={["usage"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="max-w-3xl">
        <Streamed
          queries={[trpc.tenancy.getUsage.queryOptions()]}
          skeleton={<WidgetRowsSkeleton rows={9} rowClass="h-10" />}
        >
          <UsageCard />
        </Streamed>
      </div>
    </Messages>
  );
}
