"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { useSettled } from "../../shared/use-settled";
import { useText } from "../../shared/use-text";

interface DecisionPreviewProps {
  exceptionId: string;
  isApproved: boolean;
  note: string;
}

/** What whoever asked will read, as it is being written; or that nobody can be told. */
export function DecisionPreview({ exceptionId, isApproved, note }: DecisionPreviewProps) {
  const text = useText("absences");
  const input = { exceptionId, isApproved, note: useSettled(note, 300) };
  const preview = useQuery(
    useTRPC().notifications.previewDecision.queryOptions(input, { placeholderData: keepPreviousData }),
  );
  if (!preview.data) return null;
  const mail = preview.data.find(({ channel }) => channel === "email");
  if (!mail) return <p className="text-muted-foreground text-sm">{text("decision.nobodyTold")}</p>;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-primary-text">
        {text("decision.preview", { recipient: mail.recipient })}
      </summary>
      <div className="mt-1.5 whitespace-pre-line break-words rounded-md bg-muted px-3 py-2">
        {mail.subject && <p className="pb-1.5 font-medium">{mail.subject}</p>}
        {mail.body}
      </div>
    </details>
  );
}
