import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { AuthLink } from "@/components/identity/auth-link";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("links"))("verify.title") };
}

/** A page of its own: the link's page would say that it is used. */
export default async function EmailVerifiedPage() {
  const text = await getText("links");
  return (
    <>
      <AuthHeading title={text("verify.title")} />
      <Note tone="success" className="mb-4">
        {text("verify.done")}
      </Note>
      <AuthLink href="/">{text("verify.goOn")}</AuthLink>
    </>
  );
}
