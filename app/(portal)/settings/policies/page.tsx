import type { Metadata } from "next";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { PolicyTabs } from "@/components/policies/policy-tabs";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { policyType } from "@/server/policies/schema";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("policies"))("title") };
}

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<{ tab?: string }> }) {
  const [text, { tab }] = await Promise.all([getText("policies"), searchParams, requirePermission("view_policies")]);
  const shown = policyType.catch("cancellation").parse(tab);
  const queries = [
    trpc.policies.explain.queryOptions({ policyType: shown }),
    trpc.policies.list.queryOptions({ policyType: shown }),
  ];
  return (
    <Messages names={["policies", "fees"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={queries} skeleton={<SecuritySkeleton />}>
        <PolicyTabs />
      </Streamed>
    </Messages>
  );
}
