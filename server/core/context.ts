import type pg from "pg";
import { AppError, notFound } from "./errors";
import type { Prisma } from "./generated/client";
import { type CompanyId, companyIdSchema, newId } from "./ids";

/** Who acts. Stored with every change that they make. */
export type Actor =
  | { kind: "user"; userId: string; name: string }
  | { kind: "impersonator"; userId: string; name: string; reason: string }
  /** Someone of the platform, at its own door. */
  | { kind: "operator"; userId: string; name: string }
  | { kind: "api_key"; apiKeyId: string; name: string }
  | { kind: "agent"; callId: string }
  | { kind: "customer"; customerId: string }
  | { kind: "job"; name: string }
  | { kind: "calcom" }
  | { kind: "system"; name: string };

/** The rows of a company that its user may see beyond the permission itself. */
export interface Restriction {
  /** Empty: every branch. */
  branchIds: string[];
  /** Set for roles that see only what is their own. */
  staffId?: string;
}

/** What every command and query gets: whose data, who asks, when, and the open transaction if there is one. */
export interface CompanyContext {
  readonly companyId: CompanyId;
  readonly actor: Actor;
  readonly now: Date;
  readonly requestId: string;
  readonly restriction?: Restriction;
  /** What a person or a key may do here; whoever else acts is judged by what they are. */
  readonly permissions?: ReadonlySet<string>;
  readonly ip?: string;
  readonly userAgent?: string;
  /** For a door whose few statements are asked all day: each connection plans them once, whatever their values. */
  readonly isPlannedOnce?: boolean;
  /** Nothing is changed: no transaction is held, and the database refuses whatever would write. */
  readonly isReading?: boolean;
  /** All of it will be undone: nothing outside of its transaction may come of it. */
  readonly isRehearsal?: boolean;
}

/** An audit entry that waits for the end of its transaction (the chain's head is taken last). */
export interface PendingActivity {
  /** `security`: who came in and how; everything else is `default`. */
  logName?: "default" | "security";
  action: string;
  subjectType?: string;
  subjectId?: string;
  before?: unknown;
  after?: unknown;
}

export interface Connection {
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>;
  /** What is asked inside leaves as one packet. */
  together?<T>(send: () => T): T;
}

/** A context with its transaction open; only `transact` makes one. */
export interface TransactionContext extends CompanyContext {
  readonly tx: Prisma.TransactionClient;
  /** The driver's own connection of this transaction, or the connections that read as the company. */
  readonly connection?: Connection;
  readonly pendingActivity: PendingActivity[];
  /** Statements for the very end, by `ask`: they leave in one packet, and the last of all takes COMMIT with it. */
  readonly lastly: (() => PromiseLike<unknown>)[];
  /** What the process itself has to know when the transaction has ended, one way or the other. Must not fail. */
  readonly afterwards: (() => void)[];
}

export interface ContextInput {
  companyId: string;
  actor: Actor;
  now?: Date;
  requestId?: string;
  restriction?: Restriction;
  permissions?: ReadonlySet<string>;
  ip?: string;
  userAgent?: string;
  isPlannedOnce?: boolean;
}

/** The only place where a string becomes a CompanyId: the doors call it with the id that they have verified. */
export function companyContext(input: ContextInput): CompanyContext {
  return {
    ...input,
    companyId: companyIdSchema.parse(input.companyId),
    now: input.now ?? new Date(),
    requestId: input.requestId ?? newId(),
  };
}

/** The context of a background job: the company comes with the event. */
export function jobContext(data: { companyId: string }, name: string): CompanyContext {
  return companyContext({ companyId: data.companyId, actor: { kind: "job", name } });
}

export function isOpen(ctx: CompanyContext): ctx is TransactionContext {
  return "tx" in ctx;
}

export type { CompanyId };

/** The business itself, not a caller, a customer or a job: its people, who acts in their place, and its keys. */
export function isOfBusiness({ actor }: CompanyContext): boolean {
  return actor.kind === "user" || actor.kind === "impersonator" || actor.kind === "api_key";
}

/** Whose times need not lie on the grid that is offered: the business, and what was booked at Cal.com by its own grid. */
export function choosesFreely(ctx: CompanyContext): boolean {
  return isOfBusiness(ctx) || ctx.actor.kind === "calcom";
}

/** The person behind the change, also when they act as an operator of the platform. */
export function userIdOf({ actor }: CompanyContext): string | null {
  return actor.kind === "user" || actor.kind === "impersonator" ? actor.userId : null;
}

/** Throws NOT_FOUND for a branch that this person does not work with. */
export function requireOwnBranch({ restriction }: CompanyContext, branchId: string): void {
  const own = restriction?.branchIds ?? [];
  if (own.length > 0 && !own.includes(branchId)) throw notFound("branch");
}

/** What holds in every branch is decided by those who work with all of them: throws FORBIDDEN for everybody else. */
export function requireAllBranches({ restriction }: Pick<CompanyContext, "restriction">): void {
  if (restriction?.branchIds.length || restriction?.staffId)
    throw new AppError({ code: "FORBIDDEN", reason: "all_branches_needed" });
}

/** Whose time is meant: whoever sees only their own means themselves, and finds nobody else. */
export function requireOwnStaff<S extends string | null | undefined>(ctx: CompanyContext, staffId: S): S | string {
  const own = ctx.restriction?.staffId;
  if (own && staffId && staffId !== own) throw notFound("staff");
  return own ?? staffId;
}
