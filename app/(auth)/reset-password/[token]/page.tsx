import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { EndedLink } from "@/components/identity/ended-link";
import { ResetPasswordForm } from "@/components/identity/reset-password-form";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { lookAtLink } from "@/server/api/rsc-links";
import { resetPasswordAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("links"))("reset.title"), referrer: "same-origin" };
}

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const [text, { token }] = await Promise.all([getText("links"), params]);
  const owner = await lookAtLink("password_reset", token);
  if (!owner)
    return (
      <EndedLink
        title={text("reset.title")}
        message={text("ended")}
        href="/forgot-password"
        label={text("forgot.again")}
      />
    );
  return (
    <Messages names={["links", "passwords"]}>
      <AuthHeading title={text("reset.title")} lead={text("reset.lead", { email: owner.email })} />
      <ResetPasswordForm action={resetPasswordAction.bind(null, token)} owner={owner} />
    </Messages>
  );
}
