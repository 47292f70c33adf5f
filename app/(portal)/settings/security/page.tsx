import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("security"))("title") };
}

export default async function SecurityPage() {
  const text = await getText("security");
  return <PageHeader title={text("title")} description={text("description")} />;
}
