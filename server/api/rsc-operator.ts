import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { ROLE_PERMISSIONS } from "@/server/identity/rules/built-in-roles";
import { activeMembership } from "@/server/identity/rules/session";
import { isSecondFactorRequired } from "./gates/require-entry";
import { getContext } from "./rsc";

/** Who of the platform is signed in; for anybody else its pages are not there. */
export const requireOperator = cache(async () => {
  const { session } = await getContext();
  if (!session) redirect("/login");
  const { user, impersonation, secondFactorAt } = session;
  if (!user.isPlatformAdmin) notFound();
  if (!secondFactorAt && isSecondFactorRequired(session, null))
    redirect(user.hasTwoFactor ? "/login" : "/two-factor-setup");
  const company = impersonation ? activeMembership(session) : null;
  return { user, impersonation, company, permissions: [...ROLE_PERMISSIONS.super_admin] as string[] };
});
