import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { noteRefusedEntry } from "@/server/identity/commands/prove-password";
import { redeemMagicLink } from "@/server/identity/links/commands/redeem-magic-link";
import type { LinkKind, LinkView } from "@/server/identity/links/schema";
import { createContext } from "./context";
import { messageOf } from "./message";
import { failureOf } from "./refusal";
import { appRouter } from "./root";
import { enterOr, type SignInFault } from "./rsc-sign-in";
import { visitorOf } from "./visitor";

/** What a form without script shows: that it is done, or a sentence that says what was wrong. */
export type LinkAnswer = { isDone: true } | { isDone: false; message: string };

/** Sends a link, or seems to: nobody hears whether an address has an account. */
export async function askForLink(kind: "magic_link" | "password_reset", formData: FormData): Promise<LinkAnswer> {
  const input = { email: String(formData.get("email") ?? "") };
  return answer(({ links }) =>
    kind === "magic_link" ? links.requestMagicLink(input) : links.requestPasswordReset(input),
  );
}

/** Whom a link is for, without using it; null when it no longer opens anything. */
export async function lookAtLink(kind: LinkKind, token: string): Promise<LinkView | null> {
  return appRouter.createCaller(await createContext(await headers())).links.find({ kind, token });
}

/** Sets the password and goes to the sign-in page, which says so. */
export async function setPasswordByLink(token: string, formData: FormData): Promise<LinkAnswer> {
  const newPassword = String(formData.get("newPassword") ?? "");
  const result = await answer(({ links }) => links.resetPassword({ token, newPassword }));
  if (result.isDone) redirect("/login?reason=password_reset");
  return result;
}

export async function confirmAddressByLink(token: string): Promise<LinkAnswer> {
  return answer(({ links }) => links.confirmEmail({ token }));
}

/** Opens a session, or goes to the second step; otherwise says what was wrong. */
export async function signInByLink(token: string, formData: FormData): Promise<SignInFault | "link"> {
  const visitor = visitorOf(await headers());
  if (!(await lookAtLink("magic_link", token))) {
    noteRefusedEntry(visitor, "link_invalid");
    return "link";
  }
  const isRemembered = formData.get("remember") === "on";
  return enterOr(async () => redeemMagicLink(visitor, { token, isRemembered }));
}

type Caller = ReturnType<typeof appRouter.createCaller>;

async function answer(call: (caller: Caller) => Promise<unknown>): Promise<LinkAnswer> {
  const context = await createContext(await headers());
  try {
    await call(appRouter.createCaller(context));
    return { isDone: true };
  } catch (error) {
    return { isDone: false, message: messageOf(failureOf(error, context.requestId), context.locale) };
  }
}
