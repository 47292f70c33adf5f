import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { requireAccount } from "@/server/api/rsc";
import { WayOut } from "../way-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("sign-in"))("noCompany.title") };
}

/** For people who are signed in and work for no business: what that means, and the ways on. */
export default async function NoCompanyPage() {
  const [text, { user }] = await Promise.all([getText("sign-in"), requireAccount()]);
  return (
    <>
      <h1 className="pb-2 font-semibold text-2xl tracking-tight">{text("noCompany.title")}</h1>
      <p className="pb-2 text-muted-foreground">{text("noCompany.lead", { email: user.email })}</p>
      <p className="pb-6 text-muted-foreground">{text("noCompany.hint")}</p>
      <WayOut />
    </>
  );
}
