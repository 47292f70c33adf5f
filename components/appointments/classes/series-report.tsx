"use client";

import { Check, TriangleAlert } from "lucide-react";
import type { CreatedSessions } from "@/server/availability/classes/schema";
import { useCloseDialog } from "../../shared/dialog-slot";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "../../ui/dialog";

/** Of each occurrence: made, or why not. */
export function SeriesReport({ report: { made, refused, results } }: { report: CreatedSessions }) {
  const text = useText("classes");
  const errors = useText("errors");
  const format = useFormatters("UTC");
  const close = useCloseDialog();
  const why = (error: { code: string; reason: string }) =>
    errors.has(`reasons.${error.reason}`) ? errors(`reasons.${error.reason}`) : errors(`codes.${error.code}`);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent closeLabel={text("close")}>
        <DialogHeader>
          <DialogTitle>{text("report.title")}</DialogTitle>
          <DialogDescription>{text("report.lead", { made, refused })}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <ul className="divide-y rounded-lg border">
            {results.map(({ date, error }) => (
              <li key={date} data-tone={error ? "warning" : "success"} className="flex items-start gap-2.5 px-3 py-2">
                {error ? (
                  <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-tone-text" />
                ) : (
                  <Check aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-tone-text" />
                )}
                <span className="w-36 shrink-0 tabular-nums">{format.day(date)}</span>
                <span className={error ? "text-tone-text" : "text-muted-foreground"}>
                  {error ? why(error) : text("report.made")}
                </span>
              </li>
            ))}
          </ul>
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" onClick={close}>
            {text("close")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
