import type { Restriction } from "@/server/core/context";
import type { Refusal } from "@/server/core/errors";
import { checkIpAllowlist } from "../rules/ip-allowlist";
import { everythingOn, PERMISSIONS, type Permission } from "../rules/permissions";
import { permissionsOf, restrictionOf, type SessionMembership } from "../rules/session";
import type { ApiKeyStatus } from "./schema";

/** `ask_live_<8 characters that are shown>_<40 characters that are not>`; the shown ones tell keys apart and are no secret. */
const TOKEN = /^ask_live_[A-Za-z0-9]{8}_[A-Za-z0-9]{32,64}$/;
const PREFIX_LENGTH = "ask_live_".length + 8;

export const isApiKeyToken = (text: string): boolean => TOKEN.test(text);
export const prefixOf = (token: string): string => token.slice(0, PREFIX_LENGTH);
export const tokenOf = ({ shown, secret }: { shown: string; secret: string }): string => `ask_live_${shown}_${secret}`;

/** What no key may do: the platform's own work, and making keys, which wants a person who proves who they are. */
const NEVER: readonly string[] = [
  ...everythingOn("tenants", "companies", "platform"),
  "create_api_keys",
  "rotate_api_keys",
];

/** What a key may be given by someone with these permissions. */
export function grantableScopes(held: readonly string[]): Permission[] {
  const all = new Set(held);
  return PERMISSIONS.filter((permission) => all.has(permission) && !NEVER.includes(permission));
}

/** A role's list is one list for all requests: what may be given of it is found once. */
const grantableOf = new WeakMap<readonly string[], ReadonlySet<string>>();

function grantableTo(held: readonly string[]): ReadonlySet<string> {
  const known = grantableOf.get(held) ?? new Set<string>(grantableScopes(held));
  grantableOf.set(held, known);
  return known;
}

/** Nobody gives away what they don't have. */
export function checkScopes(scopes: readonly string[], held: readonly string[]): Refusal | null {
  const grantable = grantableTo(held);
  const missing = scopes.filter((scope) => !grantable.has(scope));
  return missing.length > 0 ? { code: "FORBIDDEN", reason: "scope_not_held", details: { scopes: missing } } : null;
}

/** A key that is alive, as the database tells it for each request. */
export interface FoundApiKey {
  apiKeyId: string;
  name: string;
  prefix: string;
  scopes: string[];
  branchIds: string[];
  createdByUserId: string;
  /** Where its creator stands today, in the company that the request is about. */
  creator: SessionMembership;
  /** How its creator stands where it was made and is kept. */
  home: SessionMembership;
  /** False: the request names a company that this key has nothing to do with, and `creator` stands at home. */
  isReached: boolean;
}

/** What a key can do now: what it was given, as far as its creator may still do it themselves. */
export function keyPermissions({ scopes, creator }: FoundApiKey): string[] {
  const grantable = grantableTo(permissionsOf(creator));
  return scopes.filter((scope) => grantable.has(scope));
}

/** A key for the whole group works where its creator may make keys, there and at home, and nowhere else. */
export const isPlaceForKeys = (place: SessionMembership): boolean => permissionsOf(place).includes("create_api_keys");

/** Whether the company that a request names is one of the key's; there is none beside its own for most keys. */
export function reachesCompany({ isReached, creator, home }: FoundApiKey): boolean {
  return isReached && (creator.companyId === home.companyId || (isPlaceForKeys(creator) && isPlaceForKeys(home)));
}

/** Whose networks it may come from: those of the company that keeps it, and those of the one that it enters. */
export function checkKeyAddress({ creator, home }: FoundApiKey, ip: string | undefined): Refusal | null {
  return checkIpAllowlist(home.ipAllowlist, ip) ?? checkIpAllowlist(creator.ipAllowlist, ip);
}

/** As the log names it: in another company than its own with the place where it is kept. */
export function keyNameAt({ name, creator, home }: FoundApiKey): string {
  return creator.companyId === home.companyId ? name : `${name} (${home.companyName})`;
}

const NO_BRANCH = "00000000-0000-0000-0000-000000000000";

/** The rows that it sees: its own branches, never more than its creator's. */
export function keyRestriction({ branchIds, creator }: FoundApiKey): Restriction {
  const own = restrictionOf(creator);
  if (branchIds.length === 0) return own;
  if (own.branchIds.length === 0) return { ...own, branchIds };
  const both = branchIds.filter((id) => own.branchIds.includes(id));
  return { ...own, branchIds: both.length > 0 ? both : [NO_BRANCH] };
}

interface Lifetime {
  expiresAt: Date;
  revokedAt: Date | null;
  isReplaced: boolean;
}

/** `ending`: a newer one has taken its place, and it works until it expires. */
export function statusOf({ expiresAt, revokedAt, isReplaced }: Lifetime, now: Date): ApiKeyStatus {
  if (revokedAt) return "revoked";
  if (expiresAt <= now) return "expired";
  return isReplaced ? "ending" : "active";
}

/** Only the newest of a line is rotated: two successors would be one key too many. */
export function checkRotation(status: ApiKeyStatus): Refusal | null {
  return status === "active" ? null : { code: "INVALID_TRANSITION", reason: `api_key_${status}` };
}
