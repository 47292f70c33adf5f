"use client";

import { useId } from "react";
import type { ConflictView } from "@/server/calcom/conflicts/schema";
import { useCompany } from "../providers/company-provider";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { toast } from "../ui/toast-store";
import { DECISION_PERMISSION } from "./use-decisions";
import type { SharedDecision, useSelection } from "./use-selection";

const SHARED: SharedDecision[] = ["take_over", "keep_ours", "ignore"];

interface ConflictBulkProps {
  items: ConflictView[];
  selection: ReturnType<typeof useSelection>;
}

/** Decides about all that is chosen at once; says of how many each decision is possible. */
export function ConflictBulk({ items, selection }: ConflictBulkProps) {
  const text = useText("calcom");
  const { permissions } = useCompany();
  const boxId = useId();
  const { selected, running, choose, decide } = selection;
  const open = items.filter(({ decisions }) => decisions.length > 0).map(({ id }) => id);
  const isAll = selected.length === open.length;
  async function handle(decision: SharedDecision) {
    const { done, refused } = await decide(decision);
    toast({ title: text("bulk.done", { done, refused }) });
  }
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2">
      <legend className="sr-only">{text("bulk.label")}</legend>
      <div className="flex min-h-(--control) items-center gap-2">
        <Checkbox
          id={boxId}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && !isAll;
          }}
          disabled={running !== null}
          onChange={(event) => choose(open, event.target.checked)}
        />
        <label htmlFor={boxId}>
          {selected.length > 0 ? text("bulk.selected", { count: selected.length }) : text("bulk.all")}
        </label>
      </div>
      {selected.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {SHARED.filter((one) => permissions.includes(DECISION_PERMISSION[one])).map((one) => {
            const count = selected.filter(({ decisions }) => decisions.includes(one)).length;
            return (
              <Button
                key={one}
                size="sm"
                variant={one === "ignore" ? "ghost" : "secondary"}
                isBusy={running?.decision === one}
                disabled={count === 0 || running !== null}
                onClick={() => handle(one)}
              >
                {text("bulk.action", { action: text(`actions.${one}`), count })}
              </Button>
            );
          })}
        </div>
      )}
      <span aria-live="polite" className="text-muted-foreground text-sm empty:hidden">
        {running && text("bulk.running", { done: running.done, total: running.total })}
      </span>
    </fieldset>
  );
}
