"use server";

import { signOut, switchCompany } from "@/server/api/rsc";

export async function signOutAction(): Promise<void> {
  await signOut();
}

export async function switchCompanyAction(companyId: string): Promise<void> {
  await switchCompany(companyId);
}
