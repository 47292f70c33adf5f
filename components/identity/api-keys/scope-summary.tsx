"use client";

import { PERMISSIONS, type Resource } from "@/server/identity/rules/permissions";
import { useText } from "../../shared/use-text";
import { permissionsOn, RESOURCE_GROUPS } from "../roles/resource-groups";
import { levelOf } from "./scope-levels";

const RESOURCES = Object.values(RESOURCE_GROUPS).flat();

/** What a key may do, thing by thing. */
export function ScopeSummary({ scopes }: { scopes: string[] }) {
  const text = useText("api-keys");
  const names = useText("roles");
  const actionsOn = (resource: Resource) =>
    permissionsOn(resource)
      .filter(({ permission }) => scopes.includes(permission))
      .map(({ action }) => names(`actions.${action}`))
      .join(", ");
  const reached = RESOURCES.map((resource) => ({ resource, level: levelOf(resource, scopes, PERMISSIONS) }));
  return (
    <section aria-labelledby="scopes-title" className="flex flex-col gap-2">
      <h3 id="scopes-title" className="font-semibold">
        {text("scopes.label")}
      </h3>
      <ul className="divide-y">
        {reached
          .filter(({ level }) => level !== "none")
          .map(({ resource, level }) => (
            <li key={resource} className="flex justify-between gap-4 py-1.5">
              <span className="shrink-0">{names(`resources.${resource}`)}</span>
              <span className="min-w-0 text-right text-muted-foreground">
                {level === "some" ? actionsOn(resource) : text(`levels.${level}`)}
              </span>
            </li>
          ))}
      </ul>
    </section>
  );
}
