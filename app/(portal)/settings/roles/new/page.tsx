import type { Metadata } from "next";
import { RoleEditor } from "@/components/identity/roles/role-editor";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { trpc } from "@/server/api/rsc";
import { requirePermission } from "@/server/api/rsc-permission";
import { Streamed } from "../../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("roles"))("editor.new") };
}

export default async function NewRolePage() {
  await requirePermission("create_roles");
  return (
    <Messages names={["roles"]}>
      <Streamed queries={[trpc.roles.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
        <RoleEditor roleId={null} />
      </Streamed>
    </Messages>
  );
}
