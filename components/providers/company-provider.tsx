"use client";

import { createContext, type ReactNode, use } from "react";

/** What every page of the portal knows about where it is and who looks. */
export interface CompanyScope {
  companyId: string;
  timezone: string;
  currency: string;
  branches: { id: string; name: string }[];
  permissions: string[];
  /** Works with every branch: may decide what holds in all of them. */
  isEverywhere: boolean;
}

const Scope = createContext<CompanyScope | null>(null);

export function CompanyProvider({ scope, children }: { scope: CompanyScope; children: ReactNode }) {
  return <Scope value={scope}>{children}</Scope>;
}

export function useCompany(): CompanyScope {
  const scope = use(Scope);
  if (!scope) throw new Error("useCompany needs the portal's layout around it");
  return scope;
}

/** Hides what a click would only refuse; the server decides all the same. */
export function useCan(permission: string): boolean {
  return useCompany().permissions.includes(permission);
}
