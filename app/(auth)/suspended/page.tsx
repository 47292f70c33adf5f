import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";
import { requireAccount } from "@/server/api/rsc";
import { WayOut } from "../way-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("suspended"))("title") };
}

/** For the people of a business that is suspended: that their telephone goes on, and the ways on. */
export default async function SuspendedPage() {
  const [text, { company, others }] = await Promise.all([getText("suspended"), requireAccount()]);
  return (
    <>
      <h1 className="pb-2 font-semibold text-2xl tracking-tight">{text("title")}</h1>
      <p className="pb-4 text-muted-foreground">{text("lead", { company: company?.companyName ?? "" })}</p>
      <Note tone="info" className="mb-6">
        {text("phone")}
      </Note>
      <WayOut others={others} />
    </>
  );
}
