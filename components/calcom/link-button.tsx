"use client";

import { useMutation } from "@tanstack/react-query";
import type { OurSide } from "@/server/calcom/conflicts/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { RefusalNote } from "../shared/refusal-note";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { toast } from "../ui/toast-store";

/** The booking over there is this appointment, which was entered here by hand. */
export function LinkButton({ conflictId, side }: { conflictId: string; side: OurSide }) {
  const text = useText("calcom");
  const options = { meta: { refresh: ["appointments"] }, onSuccess: () => toast({ title: text("done.link") }) };
  const link = useMutation(useTRPC().calcomConflicts.link.mutationOptions(options));
  if (!useCan("edit_appointments")) return null;
  return (
    <>
      <Button
        size="sm"
        isBusy={link.isPending}
        aria-label={text("actions.linkTo", { name: side.customerName })}
        onClick={() => link.mutate({ conflictId, appointmentId: side.appointmentId })}
      >
        {text("actions.link")}
      </Button>
      {link.error && <RefusalNote error={link.error} />}
    </>
  );
}
