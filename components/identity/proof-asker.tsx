"use client";

import { lazy, useSyncExternalStore } from "react";
import { proofStore } from "../shared/ask-who-it-is";
import { DialogSlot } from "../shared/dialog-slot";

const ProofDialog = lazy(() => import("./proof-dialog").then((file) => ({ default: file.ProofDialog })));

/** Stands once in a layout: opens the dialog when a call waits for its person to prove again who they are. */
export function ProofAsker() {
  const isAsked = useSyncExternalStore(proofStore.subscribe, proofStore.isAsked, proofStore.isAskedOnServer);
  return (
    <DialogSlot isOpen={isAsked} onClose={() => proofStore.settle(false)}>
      <ProofDialog onProved={() => proofStore.settle(true)} />
    </DialogSlot>
  );
}
