"use client";

import { useState } from "react";
import type { ConflictView } from "@/server/calcom/conflicts/schema";
import { type OwnDecision, useDecisions } from "./use-decisions";

/** Deciding several at once tells no customer anything: cancelling is asked about one by one. */
export type SharedDecision = Exclude<OwnDecision, "cancel_there">;

export interface Decided {
  done: number;
  refused: number;
}

/** What is chosen of a list of conflicts; all of it is decided alike, one after the other, and each has a result of its own. */
export function useSelection(items: ConflictView[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [errors, setErrors] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [running, setRunning] = useState<{ decision: SharedDecision; done: number; total: number } | null>(null);
  const mutations = useDecisions();
  const selected = items.filter(({ id }) => chosen.has(id));

  function choose(ids: string[], isChosen: boolean) {
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) isChosen ? after.add(id) : after.delete(id);
      return after;
    });
  }

  async function decide(decision: SharedDecision): Promise<Decided> {
    const meant = selected.filter(({ decisions }) => decisions.includes(decision));
    const refused = new Map<string, unknown>();
    setErrors(refused);
    for (const [done, { id }] of meant.entries()) {
      setRunning({ decision, done, total: meant.length });
      try {
        await mutations[decision].mutateAsync({ conflictId: id });
        choose([id], false);
      } catch (error) {
        refused.set(id, error);
        setErrors(new Map(refused));
      }
    }
    setRunning(null);
    return { done: meant.length - refused.size, refused: refused.size };
  }

  return { selected, errors, running, choose, decide };
}
