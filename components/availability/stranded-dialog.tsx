"use client";

import { useCloseDialog } from "../shared/dialog-slot";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";
import {
  Dialog,
  DialogBody,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "../ui/dialog";
import type { Stranded } from "./stranded";
import { StrandedList } from "./stranded-list";

interface StrandedDialogProps {
  stranded: Stranded;
  zone?: string;
  isBusy: boolean;
  onConfirm: () => void;
}

/** Asks before a change leaves appointments where nobody is there; they stay as they are, whatever the answer. */
export function StrandedDialog({ stranded, zone, isBusy, onConfirm }: StrandedDialogProps) {
  const [text, shared] = [useText("working-hours"), useText("shared")];
  const close = useCloseDialog();
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent role="alertdialog" closeLabel={shared("dialog.close")}>
        <DialogHeader>
          <DialogTitle>{text("stranded.title", { count: stranded.count })}</DialogTitle>
          <DialogDescription>{text("stranded.lead")}</DialogDescription>
        </DialogHeader>
        <DialogBody>
          <StrandedList stranded={stranded} zone={zone} />
        </DialogBody>
        <DialogFooter>
          <Button onClick={close}>{shared("dialog.cancel")}</Button>
          <Button variant="primary" isBusy={isBusy} onClick={onConfirm}>
            {text("stranded.confirm")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
