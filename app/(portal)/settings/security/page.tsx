import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { requireSession } from "@/server/api/rsc";
import { OwnSecurity } from "./own-security";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("security"))("title") };
}

export default async function SecurityPage() {
  const { user, company } = await requireSession();
  return <OwnSecurity personFacts={[user.email, user.name, company.name]} />;
}
