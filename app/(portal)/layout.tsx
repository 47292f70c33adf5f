import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { ImpersonationSlot } from "@/components/identity/impersonation/impersonation-slot";
import { ProofAsker } from "@/components/identity/proof-asker";
import { UserMenu } from "@/components/identity/user-menu";
import { CompanyProvider } from "@/components/providers/company-provider";
import { LiveUpdates } from "@/components/providers/live-updates";
import { Messages } from "@/components/providers/messages";
import { PollingUpdates } from "@/components/providers/polling-updates";
import { TrpcProvider } from "@/components/providers/trpc-provider";
import { getText } from "@/components/shared/get-text";
import { LiveIndicator } from "@/components/shared/live-indicator";
import { HeaderSearch } from "@/components/shared/shell/header-search";
import { LanguageToggle } from "@/components/shared/shell/language-toggle";
import { PortalShell } from "@/components/shared/shell/portal-shell";
import { ThemeToggle } from "@/components/shared/shell/theme-toggle";
import { ScopeSwitcher } from "@/components/tenancy/scope-switcher";
import { requireSession } from "@/server/api/rsc";
import { chooseLocaleAction, signOutAction, switchCompanyAction } from "./actions";

/** Everything behind the sign-in. Pages send their own words with a further `<Messages>`. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const [session, jar, identity] = await Promise.all([requireSession(), cookies(), getText("identity")]);
  const { user, company, memberships, branches, permissions, isEverywhere, features, impersonation, avatarUrl } =
    session;
  const role = memberships.find((membership) => membership.companyId === company.id)?.role;
  const roleName = role && identity.has(`roles.${role}`) ? identity(`roles.${role}`) : (role ?? "");
  return (
    <Messages names={["navigation", "identity", ...(impersonation ? ["impersonation"] : [])]}>
      <TrpcProvider owner={`${user.id} ${company.id}`}>
        <CompanyProvider
          scope={{
            companyId: company.id,
            timezone: company.timezone,
            currency: company.currency,
            branches,
            permissions,
            isEverywhere,
          }}
        >
          {features.includes("live_updates") ? <LiveUpdates /> : <PollingUpdates />}
          <ProofAsker />
          <PortalShell
            permissions={permissions}
            features={features}
            banner={impersonation && <ImpersonationSlot companyName={company.name} {...impersonation} />}
            isCollapsedAtFirst={jar.get("sidebar")?.value === "collapsed"}
            scope={
              <ScopeSwitcher
                company={{ id: company.id, name: company.name }}
                memberships={memberships.map(({ companyId, companyName }) => ({ companyId, companyName }))}
                branches={branches}
                onSwitchCompany={switchCompanyAction}
              />
            }
            tools={
              <>
                {permissions.includes("view_customers") && <HeaderSearch />}
                <LiveIndicator />
                <LanguageToggle className="max-md:hidden" onChoose={chooseLocaleAction} />
                <ThemeToggle className="max-md:hidden" />
                <UserMenu
                  user={{ name: user.name, email: user.email, avatarUrl }}
                  roleName={roleName}
                  onSignOut={signOutAction}
                  onChooseLocale={chooseLocaleAction}
                />
              </>
            }
          >
            {children}
          </PortalShell>
        </CompanyProvider>
      </TrpcProvider>
    </Messages>
  );
}
