import { createHash } from "node:crypto";
import { AppError } from "@/server/core/errors";

/** A strong tag: the thing's version, where it counts its changes, and a digest of what is sent. */
export function etagOf(text: string, data: unknown): string {
  const hash = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  return `"${[versionOf(data), hash].filter((part) => part !== undefined).join(".")}"`;
}

function versionOf(data: unknown): number | undefined {
  const version = typeof data === "object" && data !== null && "version" in data ? data.version : undefined;
  return typeof version === "number" ? version : undefined;
}

const tagsOf = (header: string): string[] => header.split(",").map((tag) => tag.trim());

/** Whether the caller has this already; weak tags count, because nothing is written. */
export function isUnchanged(request: Request, etag: string): boolean {
  const known = request.headers.get("if-none-match");
  return known !== null && tagsOf(known).some((tag) => tag === "*" || tag.replace(/^W\//, "") === etag);
}

/** The version that the caller saw, of a thing that counts its changes; undefined without a condition. */
export function expectedVersion(ifMatch: string | null): number | undefined {
  if (ifMatch === null || ifMatch.trim() === "*") return undefined;
  const versions = tagsOf(ifMatch).map((tag) => /^"(\d{1,9})\./.exec(tag)?.[1]);
  if (versions.length !== 1 || versions[0] === undefined) throw preconditionFailed();
  return Number(versions[0]);
}

/** Throws unless one of the tags is that of the thing as it stands. */
export function requireMatch(ifMatch: string, etag: string): void {
  if (!tagsOf(ifMatch).includes(etag)) throw preconditionFailed();
}

export const preconditionFailed = (details?: Record<string, unknown>): AppError =>
  new AppError({ code: "PRECONDITION_FAILED", reason: "changed_meanwhile", ...(details && { details }) });
