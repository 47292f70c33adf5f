"use client";

import { useState } from "react";
import type { Enrolment } from "@/server/identity/two-factor/schema";
import { useCloseDialog } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Dialog, DialogBody, DialogContent, DialogHeader, DialogTitle } from "../../ui/dialog";
import { EnrolSteps } from "./enrol-steps";

/** Can't be closed by a slip once the recovery codes are shown: they are shown once. */
export function EnrolDialog({ enrolment }: { enrolment: Enrolment }) {
  const text = useText("security");
  const shared = useText("shared");
  const close = useCloseDialog();
  const [isEnabled, setEnabled] = useState(false);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && !isEnabled && close()}>
      <DialogContent
        closeLabel={shared("dialog.close")}
        aria-describedby={undefined}
        onInteractOutside={(event) => event.preventDefault()}
      >
        <DialogHeader>
          <DialogTitle>{text(isEnabled ? "codes.title" : "enrol.title")}</DialogTitle>
        </DialogHeader>
        <DialogBody className="pb-5">
          <EnrolSteps enrolment={enrolment} onEnabled={() => setEnabled(true)} onDone={close} />
        </DialogBody>
      </DialogContent>
    </Dialog>
  );
}
