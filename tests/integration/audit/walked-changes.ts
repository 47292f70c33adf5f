import { fieldsOf, isRow, type Procedure, rowOf, toField } from "../../support/walk";
import type { createRows } from "../../support/walk-rows";
import { PLAIN } from "../../support/walk-values";

export type World = Awaited<ReturnType<typeof createRows>>;

/** Changes nothing that stays, or nothing of the company's: whoever asks is nobody yet, or only begins something. */
export const WRITES_NOTHING = [
  "simulator.play",
  "simulator.converse",
  "passkeys.begin",
  "passkeys.beginProof",
  "passkeys.beginSignIn",
  "twoFactor.begin",
  "links.requestMagicLink",
  "links.requestPasswordReset",
];
/** Tell of the team, not of the account. */
export const JOINS = ["team.acceptInvitation", "team.joinByInvitation"];

/** What people do about themselves, signed in or not. */
export const isAccount = ({ _def }: Procedure): boolean => ["account", "public"].includes(_def.meta?.permission ?? "");

/** What the procedure can't do without: rows of this world, plain values for the rest. */
export function inputFor(procedure: Procedure, { rows }: World): Record<string, unknown> {
  const needed = fieldsOf(procedure).filter(({ isOptional }) => !isOptional);
  return Object.fromEntries(
    needed.map(({ field }) => [field, isRow(field) ? toField(field, rowOf(field, rows)) : PLAIN[field]]),
  );
}
