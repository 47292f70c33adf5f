"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** Why nothing is heard: it is not kept any more, or nobody answers. */
export type Failure = "gone" | "unreachable";

export interface AudioState {
  second: number;
  seconds: number;
  isPlaying: boolean;
  speed: number;
  failure: Failure | null;
}

export interface Audio extends AudioState {
  ref: RefObject<HTMLAudioElement | null>;
  toggle: () => void;
  /** Goes there; with `play` it is heard from there. */
  seek: (second: number, then?: { play: boolean }) => void;
  setSpeed: (speed: number) => void;
  retry: () => void;
}

/** A recording that is being listened to: the element says how it goes, and nothing else does. */
export function useAudio({ src, seconds }: { src: string | null; seconds: number }): Audio {
  const ref = useRef<HTMLAudioElement>(null);
  const [state, setState] = useState<AudioState>({ second: 0, seconds, isPlaying: false, speed: 1, failure: null });
  useEffect(
    () => (src ? follow(ref.current, src, (news) => setState((now) => ({ ...now, ...news }))) : undefined),
    [src],
  );
  const play = () => void ref.current?.play().catch(() => undefined);
  return {
    ...state,
    ref,
    toggle: () => (ref.current?.paused ? play() : ref.current?.pause()),
    seek: (second, { play: isToPlay } = { play: false }) => {
      if (!ref.current) return;
      ref.current.currentTime = second;
      if (isToPlay) play();
    },
    setSpeed: (speed) => {
      if (ref.current) ref.current.playbackRate = speed;
    },
    retry: () => {
      setState((now) => ({ ...now, failure: null }));
      ref.current?.load();
    },
  };
}

function follow(audio: HTMLAudioElement | null, src: string, tell: (news: Partial<AudioState>) => void) {
  if (!audio) return;
  const hears = new AbortController();
  const on = (events: string[], news: () => Partial<AudioState>) => {
    for (const event of events) audio.addEventListener(event, () => tell(news()), { signal: hears.signal });
  };
  on(["timeupdate", "seeking"], () => ({ second: audio.currentTime }));
  on(["loadedmetadata", "durationchange"], () => (Number.isFinite(audio.duration) ? { seconds: audio.duration } : {}));
  on(["play", "pause", "ended"], () => ({ isPlaying: !audio.paused }));
  on(["ratechange"], () => ({ speed: audio.playbackRate }));
  const failed = () => void whyNot(src, hears.signal).then((failure) => failure && tell({ failure, isPlaying: false }));
  audio.addEventListener("error", failed, { signal: hears.signal });
  // It may have failed, or been loaded, before anybody listened.
  if (audio.error) failed();
  if (Number.isFinite(audio.duration)) tell({ seconds: audio.duration });
  return () => {
    hears.abort();
    audio.pause();
  };
}

/** An element says that it can't, and never why: the same address is asked for its first byte. */
async function whyNot(src: string, signal: AbortSignal): Promise<Failure | null> {
  try {
    const answer = await fetch(src, { headers: { range: "bytes=0-0" }, signal });
    return answer.status === 404 ? "gone" : "unreachable";
  } catch {
    return signal.aborted ? null : "unreachable";
  }
}
