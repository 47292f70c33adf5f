"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ConflictDecision, ConflictView } from "@/server/calcom/conflicts/schema";
import { useCompany } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { DialogSlot } from "../shared/dialog-slot";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";

const PERMISSION: Record<ConflictDecision, string> = {
  take_over: "create_appointments",
  keep_ours: "edit_appointments",
  cancel_there: "cancel_appointments",
  link: "edit_appointments",
  ignore: "edit_appointments",
};
/** They stand beside the appointment that they are about. */
const ELSEWHERE: ConflictDecision = "link";

/** One click each; only what tells the customer is asked about once more. */
export function ConflictActions({ conflict, name }: { conflict: ConflictView; name: string }) {
  const text = useText("calcom");
  const { permissions } = useCompany();
  const [isCancelling, setIsCancelling] = useState(false);
  const mutations = useDecisions();
  const input = { conflictId: conflict.id };
  const isOffered = (one: ConflictDecision) => one !== ELSEWHERE && permissions.includes(PERMISSION[one]);
  const offered = conflict.decisions.filter(isOffered) as Exclude<ConflictDecision, "link">[];
  const busy = offered.find((one) => mutations[one].isPending);
  const failed = offered.find((one) => one !== "cancel_there" && mutations[one].error);
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {offered.map((one, at) => (
          <Button
            key={one}
            size="sm"
            variant={one === "ignore" ? "ghost" : at === 0 ? "primary" : "secondary"}
            isBusy={busy === one}
            disabled={busy !== undefined && busy !== one}
            aria-label={text("actionOf", { action: text(`actions.${one}`), name })}
            onClick={() => (one === "cancel_there" ? setIsCancelling(true) : mutations[one].mutate(input))}
          >
            {text(`actions.${one}`)}
          </Button>
        ))}
      </div>
      <div aria-live="polite" className="empty:hidden">
        {failed && <RefusalNote error={mutations[failed].error} />}
      </div>
      <DialogSlot isOpen={isCancelling} onClose={() => setIsCancelling(false)}>
        <ConfirmDialog
          title={text("cancelThere.title")}
          description={text("cancelThere.description", { name })}
          confirmLabel={text("actions.cancel_there")}
          mutation={mutations.cancel_there}
          input={input}
          isDestructive
        />
      </DialogSlot>
    </div>
  );
}

function useDecisions() {
  const text = useText("calcom");
  const { calcomConflicts } = useTRPC();
  const options = (one: ConflictDecision) => {
    return { meta: { refresh: ["appointments"] }, onSuccess: () => toast({ title: text(`done.${one}`) }) };
  };
  return {
    take_over: useMutation(calcomConflicts.takeOver.mutationOptions(options("take_over"))),
    keep_ours: useMutation(calcomConflicts.keepOurs.mutationOptions(options("keep_ours"))),
    cancel_there: useMutation(calcomConflicts.cancelThere.mutationOptions(options("cancel_there"))),
    ignore: useMutation(calcomConflicts.ignore.mutationOptions(options("ignore"))),
  };
}
