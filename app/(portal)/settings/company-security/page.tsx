import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { CompanySecurityForm } from "@/components/tenancy/security/company-security-form";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("company-security"))("title") };
}

export default async function CompanySecurityPage() {
  const [text, { permissions }] = await Promise.all([getText("company-security"), requireSession()]);
  if (!permissions.includes("edit_company_security")) notFound();
  return (
    <Messages names={["company-security"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="max-w-3xl">
        <Streamed queries={[trpc.companySecurity.get.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <CompanySecurityForm />
        </Streamed>
      </div>
    </Messages>
  );
}
