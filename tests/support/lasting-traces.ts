/** A wrong password leaves a count behind, as it should. */
const ATTEMPTS = ["users", "activity_logs", "audit_heads", "outbox_events"];

/** What stays of a procedure's refused attempt, table by table; of every other nothing does. */
const LASTING: Record<string, readonly string[]> = {
  "identity.reauthenticate": ATTEMPTS,
  "passwords.change": ATTEMPTS,
  // The address that a webhook was asked for is known before the provider is asked: its answer may get lost.
  "calcomConnection.registerWebhook": ["companies"],
};

/** The state of the database but for what may stay of this procedure. */
export function withoutTraces<State extends Record<string, unknown>>(state: State, procedure: string): Partial<State> {
  const lasting = LASTING[procedure] ?? [];
  return Object.fromEntries(Object.entries(state).filter(([table]) => !lasting.includes(table))) as Partial<State>;
}
