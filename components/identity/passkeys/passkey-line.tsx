"use client";

import { KeyRound, Pencil, Trash2 } from "lucide-react";
import { lazy, useState } from "react";
import type { PasskeyView } from "@/server/identity/passkeys/schema";
import { DialogSlot } from "../../shared/dialog-slot";
import { RelativeTime } from "../../shared/relative-time";
import { useFormatters } from "../../shared/use-formatters";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";

const RenamePasskeyDialog = lazy(() =>
  import("./rename-passkey-dialog").then((file) => ({ default: file.RenamePasskeyDialog })),
);
const RemovePasskeyDialog = lazy(() =>
  import("./remove-passkey-dialog").then((file) => ({ default: file.RemovePasskeyDialog })),
);

export function PasskeyLine({ passkey }: { passkey: PasskeyView }) {
  const text = useText("passkeys");
  const formatters = useFormatters();
  const [dialog, setDialog] = useState<"rename" | "remove" | null>(null);
  const { name, createdAt, lastUsedAt } = passkey;
  const close = () => setDialog(null);
  return (
    <li className="flex items-center gap-3 px-4 py-3">
      <KeyRound aria-hidden="true" className="size-5 shrink-0 text-muted-foreground" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{name}</p>
        <p className="text-muted-foreground text-sm">
          {text("createdAt", { date: formatters.date(createdAt) })}
          {lastUsedAt && (
            <>
              {" · "}
              {text("lastUsed")} <RelativeTime at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <Button variant="ghost" size="icon" aria-label={text("renameThis", { name })} onClick={() => setDialog("rename")}>
        <Pencil />
      </Button>
      <Button variant="ghost" size="icon" aria-label={text("removeThis", { name })} onClick={() => setDialog("remove")}>
        <Trash2 />
      </Button>
      <DialogSlot isOpen={dialog === "rename"} onClose={close}>
        <RenamePasskeyDialog passkey={passkey} />
      </DialogSlot>
      <DialogSlot isOpen={dialog === "remove"} onClose={close}>
        <RemovePasskeyDialog passkey={passkey} />
      </DialogSlot>
    </li>
  );
}
