"use client";

import { useMutation } from "@tanstack/react-query";
import { Trash2, TriangleAlert } from "lucide-react";
import { lazy, useState } from "react";
import { useCan, useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { refusalText } from "../../shared/refusal";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Switch } from "../../ui/switch";
import { toast } from "../../ui/toast-store";
import { readStranded } from "../stranded";
import { StrandedDialog } from "../stranded-dialog";
import type { HolidayDay } from "./holiday-days";

const DeleteHolidayDialog = lazy(() =>
  import("./delete-holiday-dialog").then((file) => ({ default: file.DeleteHolidayDialog })),
);

/** One day: its date, whose it is, and a switch between closed and worked on. */
export function HolidayLine({ day }: { day: HolidayDay }) {
  const [text, errors] = [useText("holidays"), useText("errors")];
  const { day: shortDay } = useFormatters("UTC");
  const { isEverywhere } = useCompany();
  const isTheirs = isEverywhere || day.holidays.every(({ branchId }) => branchId !== null);
  const mayEdit = useCan("edit_working_hours") && isTheirs;
  const mayDelete = useCan("delete_working_hours") && day.source === "own" && isTheirs;
  const [isDeleting, setDeleting] = useState(false);
  const observe = useMutation(
    useTRPC().holidays.observe.mutationOptions({
      meta: { refresh: ["availability"] },
      onError: (error) => readStranded(error) ?? toast({ title: refusalText(errors, error), tone: "danger" }),
    }),
  );
  const stranded = readStranded(observe.error);
  const send = (isObserved: boolean, isConfirmed = false) =>
    observe.mutate({ holidayIds: day.holidays.map(({ id }) => id), isObserved, isConfirmed });
  const isClosed = observe.isPending ? (observe.variables.isObserved ?? false) : day.state !== "open";
  const date = shortDay(day.date);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 px-4 py-2.5 sm:flex">
      <time dateTime={day.date} className="w-28 text-muted-foreground">
        {date}
      </time>
      <div className="min-w-0 flex-1 max-sm:col-start-1">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{day.name}</span>
          {day.source === "own" && <Badge tone="info">{text("list.own")}</Badge>}
          <Where day={day} />
        </p>
        {day.isChoice && (
          <p data-tone="warning" className="flex items-center gap-1.5 text-sm text-tone-text">
            <TriangleAlert aria-hidden="true" className="size-3.5 shrink-0" />
            {text("list.choice")}
          </p>
        )}
      </div>
      <div className="flex items-center gap-2.5 max-sm:col-start-2 max-sm:row-span-2 max-sm:row-start-1">
        <span aria-hidden="true" className="text-muted-foreground text-sm">
          {text(isClosed ? "list.closed" : "list.open")}
        </span>
        <Switch
          checked={isClosed}
          disabled={!mayEdit || observe.isPending}
          aria-label={text("list.observeOf", { name: day.name, date })}
          onCheckedChange={(isOn) => send(isOn)}
        />
        {mayDelete && (
          <Button
            variant="ghost"
            size="iconSm"
            aria-label={text("list.deleteOf", { name: day.name })}
            onClick={() => setDeleting(true)}
          >
            <Trash2 />
          </Button>
        )}
      </div>
      <DialogSlot isOpen={stranded !== null} onClose={observe.reset}>
        {stranded && (
          <StrandedDialog stranded={stranded} isBusy={observe.isPending} onConfirm={() => send(true, true)} />
        )}
      </DialogSlot>
      <DialogSlot isOpen={isDeleting} onClose={() => setDeleting(false)}>
        <DeleteHolidayDialog day={day} />
      </DialogSlot>
    </li>
  );
}

/** Named only where the branches differ. */
function Where({ day: { holidays, state } }: { day: HolidayDay }) {
  const text = useText("holidays");
  const { branches } = useCompany();
  const named = (all: HolidayDay["holidays"]) =>
    all
      .map(({ branchId }) => branches.find(({ id }) => id === branchId)?.name)
      .filter(Boolean)
      .join(", ");
  const isEverywhere = holidays.some(({ branchId }) => branchId === null) || holidays.length === branches.length;
  if (state === "mixed")
    return (
      <Badge tone="amber">{text("list.mixed", { branches: named(holidays.filter((one) => one.isObserved)) })}</Badge>
    );
  return isEverywhere ? null : <Badge>{text("list.only", { branches: named(holidays) })}</Badge>;
}
