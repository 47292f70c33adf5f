import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { requireOperator } from "@/server/api/rsc-operator";
import { OwnSecurity } from "../../(portal)/settings/security/own-security";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("security"))("title") };
}

/** Operators work for no company: their own account is here. */
export default async function OperatorSecurityPage() {
  const { user } = await requireOperator();
  return <OwnSecurity personFacts={[user.email, user.name]} />;
}
