"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleCheck, TriangleAlert, Undo2 } from "lucide-react";
import type { EditedServices } from "@/server/catalog/services/schema/price";
import type { ServiceView } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { undoOf } from "./undo-of";

interface BulkOutcomeProps {
  outcome: EditedServices;
  services: readonly ServiceView[];
}

/** How many went through, of each other one why not, and the way back for those that did. */
export function BulkOutcome({ outcome, services }: BulkOutcomeProps) {
  const text = useText("catalog");
  const undo = useMutation(
    useTRPC().services.editMany.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  const shown = undo.data ?? outcome;
  const refused = shown.results.filter(({ isDone }) => !isDone);
  const doneCount = shown.results.length - refused.length;
  const back = undoOf(outcome);
  return (
    <div className="flex flex-col gap-3">
      <div role="status" className="flex flex-col gap-3">
        <p data-tone="green" className="flex items-center gap-2 text-tone-text">
          <CircleCheck aria-hidden="true" className="size-4 shrink-0" />
          {text(undo.data ? "bulk.undone" : "bulk.done", { count: doneCount })}
        </p>
        {refused.length > 0 && (
          <p data-tone="amber" className="flex items-center gap-2 text-tone-text">
            <TriangleAlert aria-hidden="true" className="size-4 shrink-0" />
            {text("bulk.refused", { count: refused.length })}
          </p>
        )}
      </div>
      <RefusedList refused={refused} services={services} />
      {undo.error && <RefusalNote error={undo.error} />}
      {back.length > 0 && !undo.data && (
        <Button className="self-start" isBusy={undo.isPending} onClick={() => undo.mutate({ changes: back })}>
          <Undo2 />
          {text("bulk.undo")}
        </Button>
      )}
    </div>
  );
}

interface RefusedListProps {
  refused: EditedServices["results"];
  services: readonly ServiceView[];
}

function RefusedList({ refused, services }: RefusedListProps) {
  const errors = useText("errors");
  if (refused.length === 0) return null;
  const say = (reason: string | null) =>
    reason && errors.has(`reasons.${reason}`) ? errors(`reasons.${reason}`) : errors("codes.VALIDATION_ERROR");
  return (
    <ul className="flex max-h-64 flex-col gap-2 overflow-y-auto">
      {refused.map(({ serviceId, reason }) => (
        <li key={serviceId}>
          <span className="font-medium">{services.find(({ id }) => id === serviceId)?.name}</span>
          <span className="block text-muted-foreground text-sm">{say(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
