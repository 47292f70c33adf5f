/** What a provider made of one try. */
export type AttemptResult =
  | { kind: "sent"; providerMessageId: string | null; costCents?: number }
  /** It will never take this message: a wrong address, an opt-out, a setting of ours. */
  | { kind: "refused"; error: string }
  /** It did not answer, or not sensibly: the message may even have gone out. */
  | { kind: "fault"; error: string };
