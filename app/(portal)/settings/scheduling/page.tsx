import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SchedulingForm } from "@/components/availability/scheduling/scheduling-form";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("scheduling"))("title") };
}

export default async function SchedulingPage() {
  const [text, { permissions }] = await Promise.all([getText("scheduling"), requireSession()]);
  if (!permissions.includes("edit_company")) notFound();
  return (
    <Messages names={["scheduling"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="max-w-3xl">
        <Streamed queries={[trpc.company.scheduling.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <SchedulingForm />
        </Streamed>
      </div>
    </Messages>
  );
}
