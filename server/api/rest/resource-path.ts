/** Names of before, which clients still use, and what they may name; all of them are `/api/v2/<resource>`. */
const OLDER = /^\/api(?:\/v1)?(\/(?:customers|calls|appointments)(?:\/.*)?)$/;
const CURRENT = /^\/api\/v2(?:\/portal)?(\/.+)$/;

/** What canonical addresses begin with. */
export const BASE = "/api/v2";

/** The resource's own path behind any of its addresses, or null for none of ours. */
export function resourcePath(pathname: string): string | null {
  const path = (CURRENT.exec(pathname) ?? OLDER.exec(pathname))?.[1];
  return path?.replace(/(?<=.)\/$/, "") ?? null;
}
