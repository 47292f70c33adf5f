import { grantableScopes } from "@/server/identity/api-keys/rules";
import type { Resource } from "@/server/identity/rules/permissions";
import { permissionsOn } from "../roles/resource-groups";

/** What a key may do with one thing; `some`: less than everything, as a program asked for. */
export type Level = "none" | "read" | "all" | "some";

/** The scopes on one thing that someone with these permissions can give away. */
export function scopesOn(resource: Resource, held: readonly string[]): string[] {
  const own = new Set<string>(permissionsOn(resource).map(({ permission }) => permission));
  return grantableScopes(held).filter((scope) => own.has(scope));
}

export function levelOf(resource: Resource, scopes: readonly string[], held: readonly string[]): Level {
  const possible = scopesOn(resource, held);
  const chosen = possible.filter((scope) => scopes.includes(scope));
  if (chosen.length === 0) return "none";
  if (chosen.length === 1 && chosen[0] === `view_${resource}`) return "read";
  return chosen.length === possible.length ? "all" : "some";
}

export interface LevelChange {
  resource: Resource;
  level: Level;
  held: readonly string[];
}

/** The scopes with another level for one thing. */
export function withLevel(scopes: readonly string[], { resource, level, held }: LevelChange): string[] {
  const possible = scopesOn(resource, held);
  const others = scopes.filter((scope) => !possible.includes(scope));
  if (level === "all") return [...others, ...possible];
  if (level === "read") return [...others, ...possible.filter((scope) => scope === `view_${resource}`)];
  return others;
}

/** What a website needs that lets customers book. */
const BOOKING = [
  ...["view_services", "view_branches", "view_staff", "view_appointments", "create_appointments"],
  ...["cancel_appointments", "reschedule_appointments", "view_customers", "create_customers"],
];

export type Preset = "booking" | "read";

export function presetScopes(preset: Preset, held: readonly string[]): string[] {
  const isMeant = (scope: string) => (preset === "read" ? scope.startsWith("view_") : BOOKING.includes(scope));
  return grantableScopes(held).filter(isMeant);
}
