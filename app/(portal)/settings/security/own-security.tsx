import { EmailSection } from "@/components/identity/email-section";
import { PasskeysSection } from "@/components/identity/passkeys-section";
import { PasswordSection } from "@/components/identity/password-section";
import { SecuritySkeleton } from "@/components/identity/security-skeleton";
import { SessionList } from "@/components/identity/sessions/session-list";
import { TwoFactorCard } from "@/components/identity/two-factor/two-factor-card";
import { Messages } from "@/components/providers/messages";
import { getText } from "@/components/shared/get-text";
import { PageHeader } from "@/components/shared/page-header";
import { trpc } from "@/server/api/rsc";
import { Streamed } from "../../streamed";

/** One's own account: for the people of a business and for the platform's operators alike. */
export async function OwnSecurity({ personFacts }: { personFacts: string[] }) {
  const text = await getText("security");
  return (
    <Messages names={["security", "sign-in", "links", "passwords", "passkeys"]}>
      <PageHeader title={text("title")} description={text("description")} />
      <div className="flex max-w-3xl flex-col gap-5">
        <PasswordSection personFacts={personFacts} />
        <Streamed queries={[trpc.twoFactor.get.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <TwoFactorCard />
        </Streamed>
        <Streamed queries={[trpc.passkeys.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <PasskeysSection />
        </Streamed>
        <Streamed queries={[trpc.links.getEmail.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <EmailSection />
        </Streamed>
        <Streamed queries={[trpc.sessions.list.queryOptions()]} skeleton={<SecuritySkeleton />}>
          <SessionList />
        </Streamed>
      </div>
    </Messages>
  );
}
