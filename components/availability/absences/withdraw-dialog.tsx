"use client";

import { useMutation } from "@tanstack/react-query";
import type { ExceptionView } from "@/server/availability/exceptions/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useText } from "../../shared/use-text";
import { toast } from "../../ui/toast-store";
import { useWhenText } from "./use-when-text";

export function WithdrawDialog({ request }: { request: ExceptionView }) {
  const text = useText("absences");
  const when = useWhenText()(request);
  const withdraw = useMutation(useTRPC().exceptions.withdraw.mutationOptions());
  return (
    <ConfirmDialog
      title={text("requests.withdraw")}
      description={`${text(`kinds.${request.kind}`)}, ${when}`}
      confirmLabel={text("requests.withdraw")}
      mutation={withdraw}
      input={{ exceptionId: request.id, version: request.version }}
      onDone={() => toast({ title: text("requests.withdrawn") })}
    />
  );
}
