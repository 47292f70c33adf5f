import type { Metadata } from "next";
import { UserPage } from "@/components/identity/platform/user-page";
import { getText } from "@/components/shared/get-text";
import { WidgetRowsSkeleton } from "@/components/shared/widget";
import { trpc } from "@/server/api/rsc";
import { requireOperator } from "@/server/api/rsc-operator";
import { Streamed } from "../../../(portal)/streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("admin"))("users.title") };
}

export default async function UserDetailsPage({ params }: { params: Promise<{ userId: string }> }) {
  const [{ userId }] = await Promise.all([params, requireOperator()]);
  return (
    <Streamed
      queries={[trpc.platform.users.get.queryOptions({ userId })]}
      skeleton={<WidgetRowsSkeleton rows={8} rowClass="h-12" />}
    >
      <UserPage userId={userId} />
    </Streamed>
  );
}
