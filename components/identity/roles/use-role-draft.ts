"use client";

import { useState } from "react";
import type { RoleView } from "@/server/identity/roles/schema";

export interface RoleDraft {
  name: string;
  description: string;
  isOwnOnly: boolean;
  permissions: ReadonlySet<string>;
}

const EMPTY: RoleDraft = { name: "", description: "", isOwnOnly: false, permissions: new Set() };

const draftOf = ({ name, description, isOwnOnly, permissions }: RoleView): RoleDraft => ({
  name,
  description: description ?? "",
  isOwnOnly,
  permissions: new Set(permissions),
});

/** What is being typed and ticked; `startFrom` takes over what another role may do. */
export function useRoleDraft(role: RoleView | null, grantable: ReadonlySet<string>) {
  const [first] = useState(role ? draftOf(role) : EMPTY);
  const [draft, setDraft] = useState(first);
  const change = (changes: Partial<RoleDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const choose = (permissions: readonly string[], isChosen: boolean) =>
    setDraft((before) => {
      const next = new Set(before.permissions);
      for (const permission of permissions) isChosen ? next.add(permission) : next.delete(permission);
      return { ...before, permissions: next };
    });
  const startFrom = ({ permissions, isOwnOnly }: RoleView) =>
    change({ isOwnOnly, permissions: new Set(permissions.filter((permission) => grantable.has(permission))) });
  const isChanged =
    draft.name !== first.name ||
    draft.description !== first.description ||
    draft.isOwnOnly !== first.isOwnOnly ||
    [...draft.permissions].sort().join() !== [...first.permissions].sort().join();
  return { draft, change, choose, startFrom, isChanged };
}
