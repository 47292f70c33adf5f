import type { Metadata } from "next";
import { RoleList } from "@/components/identity/roles/role-list";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("roles"))("title") };
}

export default async function RolesPage() {
  const [text] = await Promise.all([getText("roles"), requirePermission("view_roles")]);
  return (
    <Messages names={["roles"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <Streamed queries={[trpc.roles.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
        <RoleList />
      </Streamed>
    </Messages>
  );
}
