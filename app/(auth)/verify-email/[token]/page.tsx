import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { AuthLink } from "@/components/identity/auth-link";
import { ConfirmForm } from "@/components/identity/confirm-form";
import { EndedLink } from "@/components/identity/ended-link";
import { getText } from "@/components/shared/get-text";
import { lookAtLink } from "@/server/api/rsc-links";
import { confirmEmailAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("links"))("verify.title"), referrer: "same-origin" };
}

export default async function VerifyEmailPage({ params }: { params: Promise<{ token: string }> }) {
  const [text, { token }] = await Promise.all([getText("links"), params]);
  const owner = await lookAtLink("verify_email", token);
  if (!owner)
    return (
      <EndedLink title={text("verify.title")} message={text("verify.ended")} href="/" label={text("verify.goOn")} />
    );
  return (
    <>
      <AuthHeading title={text("verify.title")} lead={text("verify.lead", { email: owner.newEmail ?? owner.email })} />
      <ConfirmForm action={confirmEmailAction.bind(null, token)} submitLabel={text("verify.submit")} />
      <div className="pt-6">
        <AuthLink href="/">{text("verify.goOn")}</AuthLink>
      </div>
    </>
  );
}
