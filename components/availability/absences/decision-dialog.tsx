"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import { decideExceptionInput, type ExceptionView } from "@/server/availability/exceptions/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { FormDialog } from "../../shared/form-dialog";
import { FormField } from "../../shared/form-field";
import { useText } from "../../shared/use-text";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";
import { ConfirmStranded } from "../confirm-stranded";
import { DecisionPreview } from "./decision-preview";
import { useWhenText } from "./use-when-text";

type Values = z.input<typeof decideExceptionInput>;

/** A yes or a no, with a word to whoever asked; before a yes the appointments in that time are shown. */
export function DecisionDialog({ request, isApproved }: { request: ExceptionView; isApproved: boolean }) {
  const text = useText("absences");
  const when = useWhenText()(request);
  const form = useForm<Values>({
    resolver: zodResolver(decideExceptionInput) as never,
    defaultValues: { exceptionId: request.id, version: request.version, isApproved, note: "", isConfirmed: false },
  });
  const decide = useMutation(useTRPC().exceptions.decide.mutationOptions({ meta: { refresh: ["availability"] } }));
  return (
    <FormDialog
      title={text(isApproved ? "decision.approveTitle" : "decision.refuseTitle")}
      description={text("decision.lead", { who: request.ownerName ?? "", kind: text(`kinds.${request.kind}`), when })}
      form={form}
      mutation={decide}
      submitLabel={text(isApproved ? "decision.approve" : "decision.refuse")}
      isDestructive={!isApproved}
      onDone={() => toast({ title: text(isApproved ? "requests.approved" : "requests.refused") })}
    >
      <ConfirmStranded error={decide.error} zone={request.timezone} />
      <FormField<Values> name="note" label={text("decision.note")} isOptional>
        {(control) => <Textarea {...control} rows={2} />}
      </FormField>
      <DecisionPreview exceptionId={request.id} isApproved={isApproved} note={form.watch("note") ?? ""} />
    </FormDialog>
  );
}
