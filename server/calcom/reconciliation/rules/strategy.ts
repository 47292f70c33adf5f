import type { DriftKind, DriftStrategies, DriftStrategy } from "../schema";

const EVERY: readonly [DriftStrategy, ...DriftStrategy[]] = ["newest_wins", "calcom_wins", "platform_wins", "manual"];

/** What may be chosen for each kind, first what is done as long as nobody chose. */
export const POSSIBLE: Record<DriftKind, readonly [DriftStrategy, ...DriftStrategy[]]> = {
  missing_in_calcom: ["platform_wins"],
  missing_in_platform: ["calcom_wins", "manual"],
  time_mismatch: EVERY,
  status_mismatch: EVERY,
  staff_mismatch: EVERY,
  duration_mismatch: EVERY,
  attendee_mismatch: ["manual"],
};

interface Choice {
  chosen: DriftStrategies;
  /** For once, in place of what was chosen, where it is possible. */
  forced?: DriftStrategy | null | undefined;
}

export function strategyFor(kind: DriftKind, { chosen, forced }: Choice): DriftStrategy {
  const possible = POSSIBLE[kind];
  const wanted = forced && possible.includes(forced) ? forced : chosen[kind];
  return wanted && possible.includes(wanted) ? wanted : possible[0];
}

/** `follow`: as it stands there; `write`: as it stands here; `review`: a person decides. */
export type DriftAction = "follow" | "write" | "review";

interface Change {
  isChanged: boolean;
  /** By its own side's clock. */
  changedAt: Date | null;
}

interface Sides {
  ours: Change;
  theirs: Change;
  /** There is nothing that could be followed. */
  isOneWay?: boolean;
  /** Writing would change something. */
  isWritable?: boolean;
}

/** Where only one side changed since both were alike it is that one, whatever the clocks say. */
export function decideAction(strategy: DriftStrategy, sides: Sides): DriftAction {
  const action = actionOf(strategy, sides);
  return action === "write" && sides.isWritable === false ? "review" : action;
}

function actionOf(strategy: DriftStrategy, { ours, theirs, isOneWay = false }: Sides): DriftAction {
  if (strategy === "manual") return "review";
  if (strategy === "platform_wins" || isOneWay) return "write";
  if (strategy === "calcom_wins") return "follow";
  if (ours.isChanged !== theirs.isChanged) return ours.isChanged ? "write" : "follow";
  return ours.changedAt && theirs.changedAt && ours.changedAt > theirs.changedAt ? "write" : "follow";
}

export interface Decision {
  /** What it was decided by. */
  kind: DriftKind;
  strategy: DriftStrategy;
  action: DriftAction;
}

/**
 * What is done about all that differs: a booking is followed or written as a whole, so a person decides where that is so for one
 * of the kinds, or where one is to be followed and another written.
 */
export function decideAll(kinds: readonly [DriftKind, ...DriftKind[]], choice: Choice, sides: Sides): Decision {
  const [first, ...others] = kinds.map((kind): Decision => {
    const strategy = strategyFor(kind, choice);
    return { kind, strategy, action: decideAction(strategy, sides) };
  }) as [Decision, ...Decision[]];
  const forPerson = [first, ...others].find(({ action }) => action === "review");
  if (forPerson) return forPerson;
  return others.every(({ action }) => action === first.action) ? first : { ...first, action: "review" };
}
