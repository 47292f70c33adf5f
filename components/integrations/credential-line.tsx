"use client";

import { lazy, useState } from "react";
import { isConnectedElsewhere } from "@/server/integrations/rules/connections";
import type { ConnectionView } from "@/server/integrations/schema";
import { useCan } from "../providers/company-provider";
import { DialogSlot } from "../shared/dialog-slot";
import { PageLink } from "../shared/page-link";
import { useFormatters } from "../shared/use-formatters";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const SetCredentialDialog = lazy(() =>
  import("./set-credential-dialog").then((file) => ({ default: file.SetCredentialDialog })),
);
const RemoveCredentialDialog = lazy(() =>
  import("./remove-credential-dialog").then((file) => ({ default: file.RemoveCredentialDialog })),
);

interface CredentialLineProps {
  provider: ConnectionView["provider"];
  credential: ConnectionView["credentials"][number];
  onSet: () => void;
  onRemoved: () => void;
}

/** A credential by its end; the rest of it is shown to nobody. */
export function CredentialLine({ provider, credential, onSet, onRemoved }: CredentialLineProps) {
  const text = useText("integrations");
  const [open, setOpen] = useState<"set" | "remove" | null>(null);
  const [canEdit, canRemove] = [useCan("edit_integrations"), useCan("delete_integrations")];
  const { field, isSet } = credential;
  const name = text(`fields.${field}`);
  const action = text(isSet ? "edit.replace" : "edit.set");
  const which = { provider, field };
  const isElsewhere = isConnectedElsewhere(provider, field);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2">
      <div className="min-w-32 flex-1">
        <p className="font-medium">{name}</p>
        <p className="text-muted-foreground">
          <SetText credential={credential} />
        </p>
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        {canEdit && isElsewhere && (
          <Button asChild size="sm">
            <PageLink href="/settings/calcom/connection">{text("edit.elsewhere")}</PageLink>
          </Button>
        )}
        {canEdit && !isElsewhere && (
          <Button size="sm" aria-label={text("edit.actionOf", { action, field: name })} onClick={() => setOpen("set")}>
            {action}
          </Button>
        )}
        {canRemove && isSet && !isElsewhere && (
          <Button
            size="sm"
            variant="ghost"
            aria-label={text("edit.actionOf", { action: text("edit.remove"), field: name })}
            onClick={() => setOpen("remove")}
          >
            {text("edit.remove")}
          </Button>
        )}
      </div>
      <DialogSlot isOpen={open !== null} onClose={() => setOpen(null)}>
        {open === "set" && <SetCredentialDialog {...which} onSet={onSet} />}
        {open === "remove" && <RemoveCredentialDialog {...which} onRemoved={onRemoved} />}
      </DialogSlot>
    </li>
  );
}

function SetText({ credential: { isSet, hint, setAt } }: Pick<CredentialLineProps, "credential">) {
  const text = useText("integrations");
  const formatters = useFormatters();
  if (!isSet) return text("unset");
  const end = `…${hint}`;
  if (hint && setAt) return text("setSince", { hint: end, date: formatters.date(setAt) });
  return hint ? text("set", { hint: end }) : text("setHidden");
}
