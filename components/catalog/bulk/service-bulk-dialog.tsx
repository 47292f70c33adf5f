"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ServiceView } from "@/server/catalog/services/schema/view";
import { useTRPC } from "../../providers/trpc-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
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
import { type BulkAction, changesOf } from "./bulk-actions";
import { BulkOutcome } from "./bulk-outcome";
import { CategoryChoice } from "./category-choice";
import { PriceChoice } from "./price-choice";
import { usePricePreview } from "./use-price-preview";

interface ServiceBulkDialogProps {
  action: BulkAction;
  services: readonly ServiceView[];
  onDone: () => void;
}

/** Asks once for all of them, then says of each what came of it; all of it can be taken back. */
export function ServiceBulkDialog({ action, services, onDone }: ServiceBulkDialogProps) {
  const text = useText("catalog");
  const shared = useText("shared");
  const close = useCloseDialog();
  const [category, setCategory] = useState("");
  const ids = services.map(({ id }) => id);
  const choice = usePricePreview(ids);
  const prices = choice.prices ?? [];
  const edit = useMutation(
    useTRPC().services.editMany.mutationOptions({ meta: { refresh: ["catalog", "availability"] } }),
  );
  const isReady = action !== "price" || prices.some((each) => each.newPriceCents !== each.priceCents);
  const handleClose = () => {
    if (edit.isPending) return;
    if (edit.data) onDone();
    close();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && handleClose()}>
      <DialogContent size="md" closeLabel={shared("dialog.close")}>
        <DialogHeader>
          <DialogTitle>{text(`bulk.titles.${action}`, { count: services.length })}</DialogTitle>
          <DialogDescription>{text(`bulk.hints.${action}`)}</DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4">
          {edit.error && <RefusalNote error={edit.error} />}
          {edit.data ? (
            <BulkOutcome outcome={edit.data} services={services} />
          ) : (
            <>
              {action === "category" && <CategoryChoice value={category} onChange={setCategory} />}
              {action === "price" && <PriceChoice choice={choice} />}
              {action !== "price" && <ChosenNames services={services} />}
            </>
          )}
        </DialogBody>
        <DialogFooter>
          {edit.data ? (
            <Button variant="primary" onClick={handleClose}>
              {shared("dialog.close")}
            </Button>
          ) : (
            <>
              <Button onClick={handleClose} disabled={edit.isPending}>
                {shared("dialog.cancel")}
              </Button>
              <Button
                variant="primary"
                isBusy={edit.isPending}
                disabled={!isReady}
                onClick={() => edit.mutate({ changes: changesOf(action, { ids, category, prices }) })}
              >
                {text(`bulk.submit.${action}`)}
              </Button>
            </>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

/** Which ones it is about, to look over before. */
function ChosenNames({ services }: { services: readonly ServiceView[] }) {
  return (
    <ul className="flex max-h-48 flex-col gap-1 overflow-y-auto text-muted-foreground">
      {services.map(({ id, name }) => (
        <li key={id} className="break-words">
          {name}
        </li>
      ))}
    </ul>
  );
}
