"use client";

import { type RefObject, useEffect, useRef } from "react";
import { useListening } from "./listening";

/** Keeps in sight what is heard, and goes to what a field was taken from; whoever has paused may read elsewhere. */
export function useInSight<E extends HTMLElement>(): RefObject<E | null> {
  const list = useRef<E>(null);
  const listening = useListening();
  const { heard = null, isPlaying = false, marked = null } = listening ?? {};
  const wanted = isPlaying ? heard : null;
  useEffect(() => show(list.current, wanted), [wanted]);
  const first = marked?.words[0]?.turn ?? null;
  useEffect(() => show(list.current, first), [first]);
  return list;
}

function show(list: HTMLElement | null, turn: number | null): void {
  if (turn !== null) list?.querySelector(`[data-turn="${turn}"]`)?.scrollIntoView({ block: "nearest" });
}
