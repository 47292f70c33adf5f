"use server";

import { rememberLocale } from "@/components/providers/remember";
import { keepLocale, signOut, switchCompany } from "@/server/api/rsc";

export async function signOutAction(): Promise<void> {
  await signOut();
}

export async function switchCompanyAction(companyId: string): Promise<void> {
  await switchCompany(companyId);
}

/** The language of the pages in this browser, and of the person's mails. */
export async function chooseLocaleAction(locale: string): Promise<void> {
  await rememberLocale(locale);
  await keepLocale(locale);
}
