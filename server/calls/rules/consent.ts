import { z } from "zod";

export const callConsent = z.enum(["audio", "transcript_only", "none", "unasked"]);
export type CallConsent = z.infer<typeof callConsent>;

/** What a caller said to being recorded, in their words. */
export interface SaidConsent {
  consent: Exclude<CallConsent, "unasked">;
  words: string | null;
}

/** From the freest to the strictest: of several answers in one call the strictest holds, in whatever order they come. */
export const BY_STRICTNESS: readonly CallConsent[] = ["unasked", "audio", "transcript_only", "none"];

const said = z.object({
  recording_consent: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(callConsent.exclude(["unasked"])),
  recording_consent_words: z.string().trim().max(500).nullish().catch(null),
});

/** The answer among an agent's arguments or variables; null where there is none. */
export function readConsent(fields: unknown): SaidConsent | null {
  const { data } = said.safeParse(fields);
  return data ? { consent: data.recording_consent, words: data.recording_consent_words || null } : null;
}

export function strictest(one: CallConsent, other: CallConsent | undefined): CallConsent {
  return other && BY_STRICTNESS.indexOf(other) > BY_STRICTNESS.indexOf(one) ? other : one;
}
