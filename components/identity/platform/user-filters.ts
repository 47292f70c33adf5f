import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const USER_KINDS = ["operators", "locked"] as const;
type UserKind = (typeof USER_KINDS)[number];

/** The list's state in the URL, read alike by the page on the server and the list in the browser. */
export const userParsers = { search: parseAsString.withDefault(""), only: parseAsStringLiteral(USER_KINDS) };

export function toUsersInput({ search, only }: { search: string; only: UserKind | null }, cursor: string | null) {
  return {
    ...(search.trim() ? { search: search.trim() } : {}),
    ...(only ? { only } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
