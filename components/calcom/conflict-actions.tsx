"use client";

import { useState } from "react";
import type { ConflictView } from "@/server/calcom/conflicts/schema";
import { useCompany } from "../providers/company-provider";
import { ConfirmDialog } from "../shared/confirm-dialog";
import { DialogSlot } from "../shared/dialog-slot";
import { readRefusal, refusalText } from "../shared/refusal";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";
import { MapLink } from "./map-link";
import { DECISION_PERMISSION, isOwn, useDecisions } from "./use-decisions";

/** One click each; only what tells the customer is asked about once more. */
export function ConflictActions({ conflict, name }: { conflict: ConflictView; name: string }) {
  const text = useText("calcom");
  const { permissions } = useCompany();
  const [isCancelling, setIsCancelling] = useState(false);
  const errors = useText("errors");
  const mutations = useDecisions({
    onSuccess: (one) => toast({ title: text(`done.${one}`) }),
    // The card is gone with what there was to decide.
    onError: (error) => {
      if (readRefusal(error).reason === "withdrawn_there")
        toast({ title: refusalText(errors, error), tone: "warning" });
    },
  });
  const input = { conflictId: conflict.id };
  const offered = conflict.decisions.filter(isOwn).filter((one) => permissions.includes(DECISION_PERMISSION[one]));
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
        <MapLink reason={conflict.reason} name={name} />
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
