"use client";

import type { Resource } from "@/server/identity/rules/permissions";
import { useText } from "../../shared/use-text";
import { Checkbox } from "../../ui/checkbox";
import { permissionsOn } from "./resource-groups";

export interface PermissionChoice {
  chosen: ReadonlySet<string>;
  /** What whoever edits may give away; the rest is shown and can't be changed. */
  grantable: ReadonlySet<string>;
  isReadOnly: boolean;
  onChange: (permissions: readonly string[], isChosen: boolean) => void;
}

/** One resource: everything at once on the left, each action beside it. */
export function ResourceRow({ resource, choice }: { resource: Resource; choice: PermissionChoice }) {
  const text = useText("roles");
  const { chosen, grantable, isReadOnly, onChange } = choice;
  const all = permissionsOn(resource);
  const mine = all.filter(({ permission }) => grantable.has(permission)).map(({ permission }) => permission);
  const count = all.filter(({ permission }) => chosen.has(permission)).length;
  const name = text(`resources.${resource}`);
  return (
    <fieldset className="grid gap-x-4 gap-y-1.5 border-t px-4 py-3 sm:grid-cols-[13rem_1fr]">
      <legend className="sr-only">{name}</legend>
      <label htmlFor={`all-${resource}`} className="flex min-h-6 items-center gap-2 self-start font-medium">
        <Checkbox
          id={`all-${resource}`}
          aria-label={text("editor.everythingOn", { resource: name })}
          checked={count === all.length}
          ref={(element) => {
            if (element) element.indeterminate = count > 0 && count < all.length;
          }}
          disabled={isReadOnly || mine.length === 0}
          onChange={(event) => onChange(mine, event.target.checked)}
        />
        {name}
      </label>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {all.map(({ action, permission }) => (
          <label
            key={permission}
            htmlFor={permission}
            className="flex min-h-6 items-center gap-1.5 has-disabled:text-muted-foreground pointer-coarse:min-h-(--control)"
          >
            <Checkbox
              id={permission}
              checked={chosen.has(permission)}
              disabled={isReadOnly || !grantable.has(permission)}
              onChange={(event) => onChange([permission], event.target.checked)}
            />
            {text(`actions.${action}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
