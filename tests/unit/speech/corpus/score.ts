/** A mistake is wrong without a doubt; what is asked for again, or not found, is only missed. */
export type Verdict = "right" | "missed" | "mistaken";

export interface Score {
  name: string;
  language: "de" | "en";
  verdicts: { said: string; verdict: Verdict; heard: string }[];
}

interface Labelled<L extends readonly [said: string, ...label: unknown[]]> {
  language: "de" | "en";
  classes: Record<string, readonly L[]>;
  judge: (label: L) => { verdict: Verdict; heard: string };
}

/** Judges each utterance of each class by its label. */
export function scoresOf<L extends readonly [said: string, ...label: unknown[]]>({
  language,
  classes,
  judge,
}: Labelled<L>): Score[] {
  return Object.entries(classes).map(([name, labels]) => ({
    name,
    language,
    verdicts: labels.map((label) => ({ said: label[0], ...judge(label) })),
  }));
}

const countOf = (scores: readonly Score[], verdict?: Verdict): number =>
  scores.flatMap(({ verdicts }) => verdicts.filter((one) => !verdict || one.verdict === verdict)).length;

/** The share of utterances that were understood as they are labelled. */
export const rateOf = (scores: readonly Score[]): number => countOf(scores, "right") / countOf(scores);

export const sizeOf = (scores: readonly Score[]): number => countOf(scores);

export const mistakesIn = (scores: readonly Score[]): string[] =>
  scores.flatMap(({ verdicts }) =>
    verdicts.flatMap(({ said, verdict, heard }) => (verdict === "mistaken" ? [`"${said}" as ${heard}`] : [])),
  );

/** One line for each class with its rate and what was not understood, and one for all of them. */
export function reportOf(what: string, scores: readonly Score[]): string {
  const lines = scores.map((score) => {
    const rate = (100 * rateOf([score])).toFixed(1).padStart(5);
    const wrong = score.verdicts.filter(({ verdict }) => verdict !== "right");
    const said = wrong.map((one) => `"${one.said}" as ${one.heard}`).join(", ");
    return `${score.language} ${score.name.padEnd(22)} ${rate} %  ${countOf([score], "right")}/${sizeOf([score])}  ${said}`;
  });
  return [...lines, `${what} ${(100 * rateOf(scores)).toFixed(1)} % of ${sizeOf(scores)}`].join("\n");
}
