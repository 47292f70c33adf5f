import { GRANTABLE } from "@/server/identity/roles/rules";

/** What somebody with these permissions may give to a role. */
export function grantableOf(held: readonly string[]): ReadonlySet<string> {
  return new Set(GRANTABLE.filter((permission) => held.includes(permission)));
}
