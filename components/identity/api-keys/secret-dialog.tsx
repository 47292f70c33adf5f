"use client";

import type { IssuedApiKey } from "@/server/identity/api-keys/schema";
import { useCompany } from "../../providers/company-provider";
import { useCloseDialog } from "../../shared/dialog-slot";
import { Note } from "../../shared/note";
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
import { CopyField } from "./copy-field";

/** The only time that the secret is seen: it does not close by a slip. */
export function SecretDialog({ issued: { apiKey, secret } }: { issued: IssuedApiKey }) {
  const text = useText("api-keys");
  const shared = useText("shared");
  const close = useCloseDialog();
  const format = useFormatters();
  const { companyId } = useCompany();
  const place = apiKey.isGroupWide ? ` -H "X-Company-Id: ${companyId}"` : "";
  const example = `curl -H "X-API-Key: ${secret}"${place} ${window.location.origin}/api/v2/branches`;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && close()}>
      <DialogContent closeLabel={shared("dialog.close")} onInteractOutside={(event) => event.preventDefault()}>
        <DialogHeader>
          <DialogTitle>{text("secret.title", { name: apiKey.name })}</DialogTitle>
          <DialogDescription>{text("secret.lead", { date: format.date(apiKey.expiresAt) })}</DialogDescription>
        </DialogHeader>
        <DialogBody className="flex flex-col gap-4">
          <Note tone="warning">{text("secret.once")}</Note>
          <CopyField label={text("secret.key")} text={secret} />
          <CopyField label={text("secret.example")} text={example} />
        </DialogBody>
        <DialogFooter>
          <Button variant="primary" onClick={close}>
            {text("secret.done")}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
