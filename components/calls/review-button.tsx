"use client";

import { useMutation } from "@tanstack/react-query";
import { Check, Undo2 } from "lucide-react";
import type { CallView } from "@/server/calls/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { refusalText } from "../shared/refusal";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";
import { isOngoing } from "./ongoing";

/** Somebody has looked at the call; can be taken back. */
export function ReviewButton({ call }: { call: Pick<CallView, "id" | "status" | "reviewedAt"> }) {
  const text = useText("calls");
  const errors = useText("errors");
  const trpc = useTRPC();
  const canReview = useCan("review_calls");
  const isReviewed = call.reviewedAt !== null;
  const review = useMutation(
    trpc.calls.markReviewed.mutationOptions({
      onSuccess: () => toast({ title: text(isReviewed ? "panel.unreviewed" : "panel.reviewed"), tone: "success" }),
      onError: (error) => toast({ title: refusalText(errors, error), tone: "danger" }),
    }),
  );
  if (!canReview || isOngoing(call)) return null;
  return (
    <Button
      variant={isReviewed ? "secondary" : "primary"}
      isBusy={review.isPending}
      onClick={() => review.mutate({ callId: call.id, isReviewed: !isReviewed })}
    >
      {isReviewed ? <Undo2 /> : <Check />}
      {text(isReviewed ? "panel.markUnreviewed" : "panel.markReviewed")}
    </Button>
  );
}
