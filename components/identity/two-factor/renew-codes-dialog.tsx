"use client";

import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { ConfirmDialog } from "../../shared/confirm-dialog";
import { useCloseDialog } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from "../../ui/dialog";
import { RecoveryCodes } from "./recovery-codes";

/** Asks first, because the old list is worth nothing afterwards; then shows the new one. */
export function RenewCodesDialog() {
  const text = useText("security");
  const shared = useText("shared");
  const trpc = useTRPC();
  const close = useCloseDialog();
  const renew = useMutation(trpc.twoFactor.renewRecoveryCodes.mutationOptions());
  if (!renew.data)
    return (
      <ConfirmDialog
        title={text("renew.title")}
        description={text("renew.lead")}
        confirmLabel={text("renew.submit")}
        mutation={renew}
        input={undefined}
        staysOpen
      />
    );
  return (
    <Dialog open>
      <DialogContent closeLabel={shared("dialog.close")} aria-describedby={undefined}>
        <DialogHeader>
          <DialogTitle>{text("codes.title")}</DialogTitle>
        </DialogHeader>
        <DialogBody className="pb-5">
          <RecoveryCodes codes={renew.data.codes} onDone={close} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
