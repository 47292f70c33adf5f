"use client";

import { useMutation } from "@tanstack/react-query";
import { Download, Pause, Play, Undo2 } from "lucide-react";
import { useState } from "react";
import { isImportActionAllowed } from "@/server/appointments/imports/rules/progress";
import type { ImportView } from "@/server/appointments/imports/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { DialogSlot } from "../../shared/dialog-slot";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const REFRESH = { meta: { refresh: ["imports", "appointments", "customers", "analytics"] } };

/** What can be done with the file as it stands. */
export function ImportActions({ job }: { job: ImportView }) {
  const text = useText("imports");
  const trpc = useTRPC();
  const [isOpen, setOpen] = useState<"start" | "undo" | null>(null);
  const start = useMutation(trpc.imports.start.mutationOptions(REFRESH));
  const stop = useMutation(trpc.imports.stop.mutationOptions(REFRESH));
  const undo = useMutation(trpc.imports.undo.mutationOptions(REFRESH));
  const { id: importId, status, counts } = job;
  const left = counts.ready + counts.failed;
  const canStart = isImportActionAllowed("start", status) && left > 0;
  const canUndo = isImportActionAllowed("undo", status) && counts.done > 0;
  const isBegun = counts.done > 0;
  return (
    <div className="flex flex-wrap gap-2">
      {stop.error && <RefusalNote error={stop.error} />}
      {canStart && (
        <Button variant="primary" onClick={() => setOpen("start")}>
          <Play />
          {isBegun ? text("actions.goOn", { count: left }) : text("actions.start", { count: left })}
        </Button>
      )}
      {isImportActionAllowed("stop", status) && (
        <Button isBusy={stop.isPending} onClick={() => stop.mutate({ importId })}>
          <Pause />
          {text("actions.stop")}
        </Button>
      )}
      {counts.problem + counts.failed > 0 && (
        <Button asChild>
          <a href={`/api/exports/import-problems?importId=${importId}`} download>
            <Download />
            {text("actions.problems", { count: counts.problem + counts.failed })}
          </a>
        </Button>
      )}
      {canUndo && (
        <Button variant="ghost" onClick={() => setOpen("undo")}>
          <Undo2 />
          {text("actions.undo")}
        </Button>
      )}
      <DialogSlot isOpen={isOpen === "start"} onClose={() => setOpen(null)}>
        <ConfirmDialog
          title={text("confirm.startTitle", { count: left })}
          description={text("confirm.start", { customers: job.newCustomers, problems: counts.problem })}
          confirmLabel={text("confirm.startSubmit")}
          mutation={start}
          input={{ importId }}
        />
      </DialogSlot>
      <DialogSlot isOpen={isOpen === "undo"} onClose={() => setOpen(null)}>
        <ConfirmDialog
          title={text("confirm.undoTitle")}
          description={text("confirm.undo", { count: counts.done })}
          confirmLabel={text("actions.undo")}
          mutation={undo}
          input={{ importId }}
          isDestructive
        />
      </DialogSlot>
    </div>
  );
}
