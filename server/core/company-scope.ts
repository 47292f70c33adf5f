import { AsyncLocalStorage } from "node:async_hooks";

/** Whose statements these are. */
export interface CompanyScope {
  companyId: string;
  /** `transaction`: of the one that is about to begin; `reading`: of each statement by itself. */
  kind: "transaction" | "reading";
  /** Whether a transaction's statements are planned once for each connection, whatever their values. */
  isPlannedOnce?: boolean | undefined;
}

/** One for each process, as the connections are: Next's bundles each have their own module scope. */
const shared = globalThis as typeof globalThis & { askproScope?: AsyncLocalStorage<CompanyScope> };
shared.askproScope ??= new AsyncLocalStorage<CompanyScope>();
const scope = shared.askproScope;

/** The transaction that `work` begins, or each statement that it reads with, belongs to this company. */
export function scopedTo<T>(to: CompanyScope, work: () => T): T {
  return scope.run(to, work);
}

/** Whose the statements are that are asked for here. */
export function currentScope(): CompanyScope | undefined {
  return scope.getStore();
}

/** The work inside is nobody's again: a transaction of another kind that it opens, or a statement of its own. */
export function unscoped<T>(work: () => T): T {
  return scope.exit(work);
}
