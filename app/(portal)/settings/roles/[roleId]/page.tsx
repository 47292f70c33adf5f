import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RoleEditor } from "@/components/identity/roles/role-editor";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("roles"))("title") };
}

export default async function RolePage({ params }: { params: Promise<{ roleId: string }> }) {
  const [{ roleId }, { permissions }] = await Promise.all([params, requireSession()]);
  if (!permissions.includes("view_roles")) notFound();
  return (
    <Messages names={["roles"]}>
      <Streamed queries={[trpc.roles.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
        <RoleEditor roleId={roleId} />
      </Streamed>
    </Messages>
  );
}
