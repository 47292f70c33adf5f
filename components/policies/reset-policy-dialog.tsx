"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { useText } from "../shared/use-text";
import { toast } from "../ui/toast-store";
import { type PolicyPlace, toSubject } from "./policy-place";

/** Takes back all that one place says about a policy. */
export function ResetPolicyDialog({ place, version }: { place: PolicyPlace; version: number }) {
  const text = useText("policies");
  const reset = useMutation(useTRPC().policies.reset.mutationOptions());
  return (
    <ConfirmDialog
      title={text("resetDialog.title", { name: place.name })}
      description={text("resetDialog.description")}
      confirmLabel={text("resetDialog.submit")}
      isDestructive
      mutation={reset}
      input={{ policyType: place.policyType, ...toSubject(place), version }}
      onDone={() => toast({ title: text("resetDialog.done") })}
    />
  );
}
