"use client";

import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ColourDot } from "../../appointments/colour-dot";
import { useTRPC } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { ErrorState } from "../../shared/error-state";
import { RefusalNote } from "../../shared/refusal-note";
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
import { Skeleton } from "../../ui/skeleton";
import { toast } from "../../ui/toast-store";
import { DragHandle, MoveButtons } from "../move-buttons";
import { moved, useOrder } from "../use-order";

interface Named {
  id: string;
  name: string;
  colour: string;
}

/** The order in which services are shown and read out. */
export function OrderDialog() {
  const text = useText("catalog");
  const shared = useText("shared");
  const close = useCloseDialog();
  const trpc = useTRPC();
  const list = useQuery(trpc.services.list.queryOptions({ limit: 100, sort: "position" }));
  const [changed, setChanged] = useState<Named[] | null>(null);
  const save = useMutation(trpc.services.reorder.mutationOptions({ meta: { refresh: ["catalog"] } }));
  const rows = changed ?? list.data?.items ?? [];
  const order = useOrder((step) => setChanged((before) => moved(before ?? list.data?.items ?? [], step)));
  const handleSave = () =>
    save.mutate(
      { serviceIds: rows.map(({ id }) => id) },
      {
        onSuccess: () => {
          toast({ title: text("order.done") });
          close();
        },
      },
    );
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent closeLabel={shared("dialog.close")}>
        <DialogHeader>
          <DialogTitle>{text("order.title")}</DialogTitle>
          <DialogDescription>{text("order.lead")}</DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-3">
          {save.error && <RefusalNote error={save.error} />}
          {list.isPending && <Skeleton className="h-40 w-full" />}
          {list.error && <ErrorState error={list.error} onRetry={() => void list.refetch()} />}
          <ol className="divide-y rounded-lg border">
            {rows.map(({ id, name, colour }, index) => (
              <li
                key={id}
                {...order.rowProps(index)}
                className="flex items-center gap-3 px-3 py-1.5 data-dragged:bg-primary-subtle"
              >
                <DragHandle {...order.handleProps(index)} />
                <ColourDot colour={colour} />
                <span className="min-w-0 flex-1 break-words">{name}</span>
                <MoveButtons
                  name={name}
                  index={index}
                  count={rows.length}
                  onMove={(step) => setChanged(moved(rows, step))}
                />
              </li>
            ))}
          </ol>
        </DialogBody>
        <DialogFooter>
          <Button onClick={close} disabled={save.isPending}>
            {shared("dialog.cancel")}
          </Button>
          <Button variant="primary" onClick={handleSave} isBusy={save.isPending} disabled={changed === null}>
            {text("order.save")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
