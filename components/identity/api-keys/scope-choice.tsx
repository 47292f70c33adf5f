"use client";

import { useId } from "react";
import { useController } from "react-hook-form";
import { useCompany } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { GROUPS, RESOURCE_GROUPS } from "../roles/resource-groups";
import type { KeyValues } from "./create-key-dialog";
import { ScopeGroup } from "./scope-group";
import { levelOf, presetScopes, scopesOn } from "./scope-levels";

/** What the key may do: nothing, read or everything, for each thing that this person may give away. */
export function ScopeChoice() {
  const text = useText("api-keys");
  const { permissions: held } = useCompany();
  const { field, fieldState } = useController<KeyValues, "scopes">({ name: "scopes" });
  const noteId = useId();
  const groups = GROUPS.map((group) => {
    return { group, resources: RESOURCE_GROUPS[group].filter((resource) => scopesOn(resource, held).length > 0) };
  });
  const resources = groups.flatMap((group) => group.resources);
  const reached = resources.filter((resource) => levelOf(resource, field.value, held) !== "none");
  return (
    <fieldset className="flex flex-col gap-3" aria-describedby={noteId}>
      <legend className="pb-1.5 font-medium">{text("scopes.label")}</legend>
      <div className="flex flex-wrap items-center gap-2">
        {(["booking", "read"] as const).map((preset) => (
          <Button key={preset} size="sm" onClick={() => field.onChange(presetScopes(preset, held))}>
            {text(`scopes.presets.${preset}`)}
          </Button>
        ))}
        {field.value.length > 0 && (
          <Button size="sm" variant="ghost" onClick={() => field.onChange([])}>
            {text("scopes.presets.none")}
          </Button>
        )}
      </div>
      <div className="divide-y rounded-md border">
        {groups
          .filter((group) => group.resources.length > 0)
          .map((group) => (
            <ScopeGroup key={group.group} {...group} held={held} scopes={field.value} onChange={field.onChange} />
          ))}
      </div>
      <p
        id={noteId}
        data-tone={fieldState.error ? "danger" : undefined}
        className={fieldState.error ? "text-sm text-tone-text" : "text-muted-foreground text-sm"}
      >
        {fieldState.error ? text("scopes.needed") : text("scopes.chosen", { count: reached.length })}
      </p>
    </fieldset>
  );
}
