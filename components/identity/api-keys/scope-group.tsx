"use client";

import { ChevronRight } from "lucide-react";
import { useId } from "react";
import type { Resource } from "@/server/identity/rules/permissions";
import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";
import type { ResourceGroup } from "../roles/resource-groups";
import { type Level, levelOf, scopesOn, withLevel } from "./scope-levels";

interface ScopeGroupProps {
  group: ResourceGroup;
  resources: Resource[];
  held: string[];
  scopes: string[];
  onChange: (scopes: string[]) => void;
}

/** Closed it says how much of it the key reaches. */
export function ScopeGroup({ group, resources, held, scopes, onChange }: ScopeGroupProps) {
  const text = useText("api-keys");
  const names = useText("roles");
  const reached = resources.filter((resource) => levelOf(resource, scopes, held) !== "none").length;
  return (
    <details className="group">
      <summary className="flex min-h-(--control) cursor-pointer items-center gap-2 px-3">
        <ChevronRight aria-hidden="true" className="size-4 text-muted-foreground group-open:rotate-90" />
        <span className="flex-1">{names(`groups.${group}`)}</span>
        <span className="text-muted-foreground text-sm tabular-nums">
          {text("scopes.ofGroup", { reached, total: resources.length })}
        </span>
      </summary>
      <ul className="flex flex-col gap-2 px-3 pb-3">
        {resources.map((resource) => (
          <ScopeRow
            key={resource}
            name={names(`resources.${resource}`)}
            level={levelOf(resource, scopes, held)}
            isReadable={scopesOn(resource, held).includes(`view_${resource}`)}
            isWritable={scopesOn(resource, held).some((scope) => scope !== `view_${resource}`)}
            onChange={(level) => onChange(withLevel(scopes, { resource, level, held }))}
          />
        ))}
      </ul>
    </details>
  );
}

interface ScopeRowProps {
  name: string;
  level: Level;
  isReadable: boolean;
  isWritable: boolean;
  onChange: (level: Level) => void;
}

function ScopeRow({ name, level, isReadable, isWritable, onChange }: ScopeRowProps) {
  const text = useText("api-keys");
  const id = useId();
  return (
    <li className="flex items-center gap-3">
      <label htmlFor={id} className="min-w-0 flex-1">
        {name}
      </label>
      <NativeSelect
        id={id}
        className="max-w-40"
        value={level}
        onChange={({ target }) => onChange(target.value as Level)}
      >
        <option value="none">{text("levels.none")}</option>
        {isReadable && <option value="read">{text("levels.read")}</option>}
        {isWritable && <option value="all">{text("levels.all")}</option>}
        {level === "some" && <option value="some">{text("levels.some")}</option>}
      </NativeSelect>
    </li>
  );
}
