"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { CallDetails } from "@/server/calls/schema";
import { type Highlight, secondOf, turnAt } from "./in-step";
import { type Audio, useAudio } from "./use-audio";

/** What the words of a call have to do with its recording, and with what was understood of them. */
export interface Listening {
  turns: CallDetails["turns"];
  /** The turn that is heard now. */
  heard: number | null;
  isPlaying: boolean;
  /** Null where there is nothing to hear. */
  hear: ((second: number) => void) | null;
  /** The field whose words are marked, and these words. */
  marked: { key: string; words: readonly Highlight[] } | null;
  /** Marks a field's words and goes there; the same field once more takes the marks away. */
  mark: (key: string, words: readonly Highlight[]) => void;
}

const ListeningContext = createContext<Listening | null>(null);
const AudioContext = createContext<Audio | null>(null);

/** Null where a transcript is only read. */
export const useListening = (): Listening | null => useContext(ListeningContext);
export const useCallAudio = (): Audio | null => useContext(AudioContext);

/** Around everything of one call that goes in step: its player, its words, the fields that were taken from them. */
export function ListeningProvider({ call, children }: { call: CallDetails; children: ReactNode }) {
  const { turns, hasRecording, durationSec } = call;
  const src = hasRecording ? `/api/calls/${call.id}/recording` : null;
  const audio = useAudio({ src, seconds: durationSec ?? 0 });
  const [marked, setMarked] = useState<Listening["marked"]>(null);
  const { second, isPlaying, failure, seek } = audio;
  const heard = isPlaying || second > 0 ? turnAt(turns, second) : null;
  const isAudible = src !== null && failure === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `seek` does the same every time, and the list is drawn anew with it
  const listening = useMemo<Listening>(() => {
    const hear = isAudible ? (at: number) => seek(at, { play: true }) : null;
    return {
      ...{ turns, heard, isPlaying, marked, hear },
      mark: (key, words) => {
        setMarked(marked?.key === key ? null : { key, words });
        const at = words[0] && secondOf(turns, words[0]);
        if (marked?.key !== key && isAudible && typeof at === "number") seek(at);
      },
    };
  }, [turns, heard, isPlaying, marked, isAudible]);
  return (
    <ListeningContext value={listening}>
      <AudioContext value={src ? audio : null}>
        {/* biome-ignore lint/a11y/useMediaCaption: the transcript below is the caption */}
        {src && <audio ref={audio.ref} src={src} preload="metadata" hidden />}
        {children}
      </AudioContext>
    </ListeningContext>
  );
}
