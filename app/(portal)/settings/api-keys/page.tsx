import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CreateKeyButton } from "@/components/identity/api-keys/create-key-button";
import { KeyList } from "@/components/identity/api-keys/key-list";
import { Messages } from "@/components/providers/messages";
import { DataTableSkeleton } from "@/components/shared/data-table/skeleton";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { OriginsCard } from "@/components/tenancy/origins/origins-card";
import { Card } from "@/components/ui/card";
import { requireSession, trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("api-keys"))("title") };
}

export default async function ApiKeysPage() {
  const [text, { permissions }] = await Promise.all([getText("api-keys"), requireSession()]);
  if (!permissions.includes("view_api_keys")) notFound();
  const skeleton = (
    <Card>
      <DataTableSkeleton rows={4} />
    </Card>
  );
  return (
    <Messages names={["api-keys", "api-origins", "roles"]}>
      <PageHeader title={text("title")} description={text("description")} actions={<CreateKeyButton />} />
      <Streamed queries={[trpc.apiKeys.list.queryOptions()]} skeleton={skeleton}>
        <KeyList />
      </Streamed>
      <Streamed queries={[trpc.allowedOrigins.get.queryOptions()]} skeleton={null}>
        <OriginsCard />
      </Streamed>
    </Messages>
  );
}
