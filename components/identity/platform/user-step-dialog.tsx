"use client";

import { useMutation } from "@tanstack/react-query";
import { changeUserInput, type PlatformUserDetails, setOperatorInput } from "@/server/identity/platform/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ReasonDialog } from "../../shared/reason-dialog";
import { useText } from "../../shared/use-text";

export type UserStep = "lock" | "unlock" | "endSessions" | "resetTwoFactor" | "makeOperator" | "dismissOperator";

/** Says what will happen to whom, and asks why. */
export function UserStepDialog({ user, step }: { user: PlatformUserDetails; step: UserStep }) {
  const text = useText("admin");
  const { users } = useTRPC().platform;
  const change = {
    lock: useMutation(users.lock.mutationOptions()),
    unlock: useMutation(users.unlock.mutationOptions()),
    endSessions: useMutation(users.endSessions.mutationOptions()),
    resetTwoFactor: useMutation(users.resetTwoFactor.mutationOptions()),
  };
  const setOperator = useMutation(users.setOperator.mutationOptions());
  const words = {
    title: text(`users.${step}.title`, { name: user.name }),
    description: text(`users.${step}.lead`),
    submitLabel: text(`users.${step}.action`),
    reasonLabel: text("reason.label"),
    reasonHint: text("reason.hint"),
  };
  const userId = user.id;
  if (step === "makeOperator" || step === "dismissOperator") {
    const input = { userId, isOperator: step === "makeOperator" };
    return <ReasonDialog {...words} schema={setOperatorInput} input={input} mutation={setOperator} />;
  }
  return <ReasonDialog {...words} schema={changeUserInput} input={{ userId }} mutation={change[step]} />;
}
