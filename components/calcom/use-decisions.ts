"use client";

import { useMutation } from "@tanstack/react-query";
import type { ConflictDecision } from "@/server/calcom/conflicts/schema";
import { useTRPC } from "../providers/trpc-provider";

/** It stands beside the appointment that it is about. */
export type OwnDecision = Exclude<ConflictDecision, "link">;

export const DECISION_PERMISSION: Record<OwnDecision, string> = {
  take_over: "create_appointments",
  keep_ours: "edit_appointments",
  cancel_there: "cancel_appointments",
  ignore: "edit_appointments",
};

export const isOwn = (one: ConflictDecision): one is OwnDecision => one !== "link";

interface Told {
  onSuccess?: (one: OwnDecision) => void;
  onError?: (error: unknown) => void;
}

/** What can be done about a conflict, each by its own call. */
export function useDecisions({ onSuccess, onError }: Told = {}) {
  const { calcomConflicts } = useTRPC();
  const options = (one: OwnDecision) => ({
    meta: { refresh: ["appointments"] },
    onSuccess: () => onSuccess?.(one),
    onError,
  });
  return {
    take_over: useMutation(calcomConflicts.takeOver.mutationOptions(options("take_over"))),
    keep_ours: useMutation(calcomConflicts.keepOurs.mutationOptions(options("keep_ours"))),
    cancel_there: useMutation(calcomConflicts.cancelThere.mutationOptions(options("cancel_there"))),
    ignore: useMutation(calcomConflicts.ignore.mutationOptions(options("ignore"))),
  };
}
