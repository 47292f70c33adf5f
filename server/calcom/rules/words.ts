import type { CancelCause } from "./next-step";

type Words = Record<CancelCause | "moved", string>;

const WORDS: Record<"de" | "en", Words> = {
  de: {
    cancelled: "Der Termin wurde abgesagt.",
    no_show: "Der Termin wurde nicht wahrgenommen.",
    other_staff: "Der Termin findet bei einer anderen Person statt.",
    other_length: "Der Termin wurde verlegt.",
    moved: "Der Termin wurde verlegt.",
  },
  en: {
    cancelled: "The appointment was cancelled.",
    no_show: "The appointment was missed.",
    other_staff: "The appointment is with somebody else now.",
    other_length: "The appointment was moved.",
    moved: "The appointment was moved.",
  },
};

/** What Cal.com writes to the customer as the reason; never our own notes, which may be meant for colleagues. */
export function reasonFor(cause: keyof Words, language: string): string {
  return WORDS[language.startsWith("en") ? "en" : "de"][cause];
}

export const isOwnReason = (reason: string): boolean =>
  Object.values(WORDS).some((words) => Object.values(words).includes(reason));
