import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { AuthLink } from "@/components/identity/auth-link";
import { ConfirmForm } from "@/components/identity/confirm-form";
import { EndedLink } from "@/components/identity/ended-link";
import { InvitationForm } from "@/components/identity/invitation-form";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { Note } from "@/components/shared/note";
import { lookAtInvitation } from "@/server/api/rsc-invitation";
import { acceptInvitationAction, joinAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("invitation"))("title"), referrer: "same-origin" };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const [text, roles, { token }] = await Promise.all([getText("invitation"), getText("identity"), params]);
  const found = await lookAtInvitation(token);
  if (!found) return <EndedLink title={text("title")} message={text("ended")} href="/login" label={text("toSignIn")} />;
  const { invitation, signedInAs } = found;
  const { companyName, email, role, inviterName, hasAccount } = invitation;
  const roleName = role.isBuiltIn && roles.has(`roles.${role.key}`) ? roles(`roles.${role.key}`) : role.name;
  const lead = text(inviterName ? "lead" : "leadWithoutName", { inviter: inviterName ?? "", role: roleName });
  return (
    <Messages names={["invitation", "passwords"]}>
      <AuthHeading title={text("welcome", { company: companyName })} lead={lead} />
      {!hasAccount ? (
        <InvitationForm action={acceptInvitationAction.bind(null, token)} invitation={{ email, companyName }} />
      ) : signedInAs?.toLowerCase() === email.toLowerCase() ? (
        <ConfirmForm action={joinAction.bind(null, token)} submitLabel={text("join", { company: companyName })}>
          <p className="text-muted-foreground">{text("signedInAs", { email })}</p>
        </ConfirmForm>
      ) : (
        <div className="flex flex-col gap-4">
          <Note>{text(signedInAs ? "otherAccount" : "hasAccount", { email })}</Note>
          <AuthLink href={`/login?next=${encodeURIComponent(`/invitation/${token}`)}`}>{text("signInFirst")}</AuthLink>
        </div>
      )}
    </Messages>
  );
}
