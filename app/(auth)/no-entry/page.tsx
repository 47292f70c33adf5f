import type { Metadata } from "next";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";
import { requireAccount } from "@/server/api/rsc";
import { WayOut } from "../way-out";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("sign-in"))("noEntry.title") };
}

/** For people whose business does not admit the network that they are in. */
export default async function NoEntryPage() {
  const [text, { company, others, ip }] = await Promise.all([getText("sign-in"), requireAccount()]);
  return (
    <>
      <h1 className="pb-2 font-semibold text-2xl tracking-tight">{text("noEntry.title")}</h1>
      <p className="pb-4 text-muted-foreground">{text("noEntry.lead", { company: company?.companyName ?? "" })}</p>
      <Note tone="info" className="mb-6">
        {ip ? text("noEntry.address", { ip }) : text("noEntry.noAddress")}
      </Note>
      <WayOut others={others} />
    </>
  );
}
