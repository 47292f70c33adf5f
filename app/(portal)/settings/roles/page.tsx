import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoleList } from "@/components/identity/roles/role-list";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("roles"))("title") };
}

export default async function RolesPage() {
  const [text, { permissions }] = await Promise.all([getText("roles"), requireSession()]);
  if (!permissions.includes("view_roles")) notFound();
  return (
    <Messages names={["roles"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.roles.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
        <RoleList />
      </Streamed>
    </Messages>
  );
}
