"use client";

import { permissionChanges } from "@/server/identity/roles/rules";
import { useText } from "../../shared/use-text";
import { usePermissionText } from "./use-permission-text";

interface RoleChangesProps {
  before: readonly string[];
  after: readonly string[];
}

/** What saving would give and take away, before it is done. */
export function RoleChanges({ before, after }: RoleChangesProps) {
  const text = useText("roles");
  const permissionText = usePermissionText();
  const { added, removed } = permissionChanges(before, after);
  if (added.length + removed.length === 0) return <p className="text-muted-foreground">{text("changes.none")}</p>;
  return (
    <details className="min-w-0">
      <summary className="flex min-h-6 cursor-pointer flex-wrap items-center gap-x-3 font-medium">
        {added.length > 0 && (
          <span data-tone="success" className="text-tone-text">
            {text("changes.added", { count: added.length })}
          </span>
        )}
        {removed.length > 0 && (
          <span data-tone="danger" className="text-tone-text">
            {text("changes.removed", { count: removed.length })}
          </span>
        )}
        <span className="text-muted-foreground text-sm underline underline-offset-4">{text("changes.show")}</span>
      </summary>
      <ul className="max-h-48 overflow-y-auto pt-2 text-sm">
        {added.map((permission) => (
          <li key={permission} data-tone="success" className="text-tone-text">
            + {permissionText(permission)}
          </li>
        ))}
        {removed.map((permission) => (
          <li key={permission} data-tone="danger" className="text-tone-text">
            − {permissionText(permission)}
          </li>
        ))}
      </ul>
    </details>
  );
}
