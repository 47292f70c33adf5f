"use client";

import { useMutation } from "@tanstack/react-query";
import { RotateCw } from "lucide-react";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast-store";

/** Writes it to Cal.com, without waiting for the next try, or though it is older than the connection. */
export function CalcomAgain({ appointmentId, isFirst }: { appointmentId: string; isFirst: boolean }) {
  const text = useText("appointments");
  const options = {
    meta: { refresh: ["appointments", "calendar"] },
    onSuccess: () => toast({ title: text(isFirst ? "calcom.askedFirst" : "calcom.asked") }),
  };
  const sync = useMutation(useTRPC().calcom.syncAppointment.mutationOptions(options));
  if (!useCan("edit_appointments")) return null;
  return (
    <div className="flex flex-col items-start gap-2">
      <Button size="sm" isBusy={sync.isPending} onClick={() => sync.mutate({ appointmentId })}>
        <RotateCw />
        {text(isFirst ? "calcom.write" : "calcom.again")}
      </Button>
      {sync.error && <RefusalNote error={sync.error} />}
    </div>
  );
}
