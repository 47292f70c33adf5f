"use client";

import { useState } from "react";
import type { Segment, SegmentView } from "@/server/catalog/services/schema/chain";
import { moved } from "../use-order";

/** A link while it is edited: an empty field is no number yet. */
export interface LinkDraft {
  /** Its own while it is moved about. */
  key: string;
  name: string;
  durationMinutes: number | null;
  gapAfterMinMinutes: number | null;
  gapAfterMaxMinutes: number | null;
  serviceId: string | null;
  staffMode: Segment["staffMode"];
  staffId: string | null;
  isStaffFree: boolean;
  resourceType: SegmentView["resourceType"];
}

let made = 0;
const newKey = () => `link-${++made}`;

const EMPTY: Omit<LinkDraft, "key" | "name"> = {
  durationMinutes: 15,
  gapAfterMinMinutes: 0,
  gapAfterMaxMinutes: 0,
  serviceId: null,
  staffMode: "same",
  staffId: null,
  isStaffFree: false,
  resourceType: null,
};

const toDraft = ({ position: _, ...link }: SegmentView): LinkDraft => ({ key: newKey(), ...link });

/** As it is sent; what is no number yet is refused by the schema. */
export const toSegment = ({ key: _, ...link }: LinkDraft): Segment => link as Segment;

const same = (one: readonly LinkDraft[], other: readonly LinkDraft[]): boolean =>
  JSON.stringify(one.map(toSegment)) === JSON.stringify(other.map(toSegment));

/** The chain as it is being put together. */
export function useChainDraft(segments: readonly SegmentView[]) {
  const [first, setFirst] = useState(() => segments.map(toDraft));
  const [chain, setChain] = useState(first);
  const change = (key: string, changes: Partial<LinkDraft>) =>
    setChain((before) => before.map((link) => (link.key === key ? { ...link, ...changes } : link)));
  const add = (link: Partial<LinkDraft> = {}) =>
    setChain((before) => [
      ...before,
      { ...EMPTY, name: "", ...(before.length === 0 ? { staffMode: "any" } : {}), ...link, key: newKey() },
    ]);
  const remove = (key: string) => setChain((before) => before.filter((link) => link.key !== key));
  const move = (step: { from: number; to: number }) => setChain((before) => moved(before, step));
  /** What has been saved is where the next changes begin. */
  const restart = (saved: readonly SegmentView[]) => {
    const next = saved.map(toDraft);
    setFirst(next);
    setChain(next);
  };
  return { chain, change, add, remove, move, restart, discard: () => setChain(first), isChanged: !same(first, chain) };
}

export type ChainDraft = ReturnType<typeof useChainDraft>;
