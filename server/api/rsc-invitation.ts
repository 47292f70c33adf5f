import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { switchCompany } from "@/server/identity/commands/switch-company";
import type { OpenInvitation } from "@/server/identity/team/schema";
import { createContext } from "./context";
import { messageOf } from "./message";
import { failureOf } from "./refusal";
import { appRouter } from "./root";
import { signInWithPassword } from "./rsc-sign-in";

export interface InvitationFault {
  message: string;
}

/** What an invitation says, and who opens it; null when it opens nothing any more. */
export async function lookAtInvitation(token: string) {
  const context = await createContext(await headers());
  const invitation: OpenInvitation | null = await appRouter.createCaller(context).team.findOpenInvitation({ token });
  return invitation && { invitation, signedInAs: context.session?.user.email ?? null };
}

/** Makes the account and signs its person in; otherwise says what is wrong. */
export async function acceptInvitation(token: string, formData: FormData): Promise<InvitationFault> {
  const field = (name: string) => String(formData.get(name) ?? "");
  const context = await createContext(await headers());
  try {
    const input = { token, name: field("name"), password: field("password"), locale: context.locale };
    const { email } = await appRouter.createCaller(context).team.acceptInvitation(input);
    formData.set("email", email);
  } catch (error) {
    return { message: messageOf(failureOf(error, context.requestId), context.locale) };
  }
  await signInWithPassword(formData);
  redirect("/login");
}

/** Gives whoever is signed in the place, and shows them the company. */
export async function joinByInvitation(token: string): Promise<InvitationFault> {
  const context = await createContext(await headers());
  try {
    const { companyId } = await appRouter.createCaller(context).team.joinByInvitation({ token });
    if (context.token) await switchCompany(context.token, { companyId });
  } catch (error) {
    return { message: messageOf(failureOf(error, context.requestId), context.locale) };
  }
  redirect("/");
}
