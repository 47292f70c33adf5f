import type { Metadata } from "next";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { SessionList } from "@/components/identity/sessions/session-list";
import { TwoFactorCard } from "@/components/identity/two-factor/two-factor-card";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("security"))("title") };
}

export default async function SecurityPage() {
  const text = await getText("security");
  return (
    <Messages names={["security", "sign-in"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="flex max-w-3xl flex-col gap-5">
        <Streamed queries={[trpc.twoFactor.get.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <TwoFactorCard />
        </Streamed>
        <Streamed queries={[trpc.sessions.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <SessionList />
        </Streamed>
      </div>
    </Messages>
  );
}
