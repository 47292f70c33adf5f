"use client";

import Link from "next/link";
import { lazy, useState } from "react";
import type { RoleView } from "@/server/identity/roles/schema";
import { useCan } from "../../providers/company-provider";
import { DialogSlot } from "../../shared/dialog-slot";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { useRoleName } from "../use-role-name";

const DeleteRoleDialog = lazy(() =>
  import("./delete-role-dialog").then((file) => ({ default: file.DeleteRoleDialog })),
);

export function RoleLine({ role }: { role: RoleView }) {
  const text = useText("roles");
  const name = useRoleName()(role);
  const [isDeleting, setDeleting] = useState(false);
  const isInUse = role.memberCount + role.invitationCount > 0;
  const mayDelete = useCan("delete_roles") && !role.isBuiltIn;
  const mayEdit = useCan("edit_roles") && !role.isBuiltIn;
  const description = role.isBuiltIn ? text(`builtInHints.${role.key}`) : role.description;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {role.isOwnOnly && <Badge tone="info">{text("ownOnly")}</Badge>}
        </p>
        {description && <p className="text-muted-foreground text-sm">{description}</p>}
        <p className="text-muted-foreground text-sm">
          {text("permissionCount", { count: role.permissions.length })} ·{" "}
          {text("memberCount", { count: role.memberCount })}
        </p>
      </div>
      <div className="flex gap-2">
        <Button asChild size="sm">
          <Link href={`/settings/roles/${role.id}`} aria-label={text(mayEdit ? "editOf" : "viewOf", { name })}>
            {text(mayEdit ? "edit" : "view")}
          </Link>
        </Button>
        {mayDelete && (
          <Button
            size="sm"
            variant="ghost"
            disabled={isInUse}
            title={isInUse ? text("inUse") : undefined}
            aria-label={text("deleteOf", { name })}
            onClick={() => setDeleting(true)}
          >
            {text("delete")}
          </Button>
        )}
      </div>
      <DialogSlot isOpen={isDeleting} onClose={() => setDeleting(false)}>
        <DeleteRoleDialog role={role} />
      </DialogSlot>
    </li>
  );
}
