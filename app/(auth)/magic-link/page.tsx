import type { Metadata } from "next";
import { AuthHeading } from "@/components/identity/auth-heading";
import { AuthLink } from "@/components/identity/auth-link";
import { EmailRequestForm } from "@/components/identity/email-request-form";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { askForMagicLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getText("links"))("magic.title") };
}

export default async function MagicLinkRequestPage() {
  const text = await getText("links");
  return (
    <Messages names={["links"]}>
      <AuthHeading title={text("magic.title")} lead={text("magic.lead")} />
      <EmailRequestForm action={askForMagicLinkAction} submitLabel={text("magic.request")} />
      <div className="pt-6">
        <AuthLink href="/login">{text("back")}</AuthLink>
      </div>
    </Messages>
  );
}
