"use client";

import type { UseMutationResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
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
import { useCloseDialog } from "./dialog-slot";
import { RefusalNote } from "./refusal-note";
import { useText } from "./use-text";

interface ConfirmDialogProps<Input> {
  title: string;
  /** What will happen, for whom, and whether it can be undone. */
  description: ReactNode;
  /** The verb, never "OK". */
  confirmLabel: string;
  mutation: UseMutationResult<unknown, unknown, Input>;
  input: Input;
  isDestructive?: boolean;
  /** False as long as something has still to be said. */
  isReady?: boolean;
  /** Shows something else once it is done, instead of closing. */
  staysOpen?: boolean;
  onDone?: () => void;
  /** What there is to know beyond the description. */
  children?: ReactNode;
}

export function ConfirmDialog<Input>({
  mutation,
  input,
  isDestructive,
  isReady = true,
  staysOpen,
  onDone,
  ...props
}: ConfirmDialogProps<Input>) {
  const text = useText("shared");
  const close = useCloseDialog();
  const handleConfirm = () =>
    mutation.mutate(input, {
      onSuccess: () => {
        onDone?.();
        if (!staysOpen) close();
      },
    });
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !mutation.isPending && close()}>
      <DialogContent size="sm" role="alertdialog" closeLabel={text("dialog.close")}>
        <DialogHeader>
          <DialogTitle>{props.title}</DialogTitle>
          <DialogDescription>{props.description}</DialogDescription>
        </DialogHeader>
        {(mutation.error != null || props.children) && (
          <DialogBody className="flex flex-col gap-3">
            {props.children}
            {mutation.error != null && <RefusalNote error={mutation.error} />}
          </DialogBody>
        )}
        <DialogFooter>
          <Button onClick={close} disabled={mutation.isPending}>
            {text(isDestructive ? "dialog.back" : "dialog.cancel")}
          </Button>
          <Button
            variant={isDestructive ? "danger" : "primary"}
            isBusy={mutation.isPending}
            disabled={!isReady}
            onClick={handleConfirm}
          >
            {props.confirmLabel}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
