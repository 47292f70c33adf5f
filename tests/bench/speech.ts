import { understandTime } from "@/server/speech/rules/understand-time";
import { salon } from "../unit/speech/corpus/german-trades";
import { atLength } from "../unit/speech/corpus/german-wishes";
import { heardLater } from "../unit/speech/corpus/heard-later";
import { type Figure, median, percentile } from "./figure";

const NOW = Date.parse("2026-11-24T10:00:00+01:00");
const ROUNDS = 7;

/** How long it takes to understand one sentence as callers say them, each heard several times; nothing is remembered of it. */
export function benchSpeech(): Figure[] {
  const sentences = [...atLength, ...heardLater, ...salon].map(([said]) => said);
  hearAll(sentences);
  const rounds = Array.from({ length: ROUNDS }, () => hearAll(sentences));
  const goal = { atMost: 1 };
  return [
    { name: "speech.parse.medianMs", value: round(median(rounds.map(median))), unit: "ms", goal },
    { name: "speech.parse.p95Ms", value: round(median(rounds.map((times) => percentile(times, 0.95)))), unit: "ms" },
  ];
}

function hearAll(sentences: readonly string[]): number[] {
  return sentences.map((said) => {
    const startedAt = performance.now();
    understandTime(said, { now: NOW, zone: "Europe/Berlin" });
    return performance.now() - startedAt;
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;
