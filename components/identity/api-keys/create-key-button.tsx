"use client";

import { KeyRound } from "lucide-react";
import { lazy, useState } from "react";
import type { IssuedApiKey } from "@/server/identity/api-keys/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const CreateKeyDialog = lazy(() => import("./create-key-dialog").then((file) => ({ default: file.CreateKeyDialog })));
const SecretDialog = lazy(() => import("./secret-dialog").then((file) => ({ default: file.SecretDialog })));

/** Asks what the key is for, then shows its secret, this once. */
export function CreateKeyButton() {
  const text = useText("api-keys");
  const [isOpen, setOpen] = useState(false);
  const [issued, setIssued] = useState<IssuedApiKey | null>(null);
  if (!useCan("create_api_keys")) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        <KeyRound />
        {text("create.action")}
      </Button>
      <DialogSlot isOpen={isOpen} onClose={() => setOpen(false)}>
        <CreateKeyDialog onIssued={setIssued} />
      </DialogSlot>
      <DialogSlot isOpen={issued !== null} onClose={() => setIssued(null)}>
        {issued && <SecretDialog issued={issued} />}
      </DialogSlot>
    </>
  );
}
