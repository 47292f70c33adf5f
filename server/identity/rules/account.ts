import type { CompanyContext } from "@/server/core/context";
import type { PortalSession } from "./session";

/** Somebody who is signed in and does something about themselves. */
export interface AccountContext {
  readonly session: PortalSession;
  readonly userId: string;
  /** The session's opaque token; only its digest is stored. */
  readonly token: string;
  readonly now: Date;
  readonly requestId: string;
  readonly ip?: string;
  readonly userAgent?: string;
  /** Where they work now: its audit log tells of the change. Null for people who work nowhere. */
  readonly company: CompanyContext | null;
}
