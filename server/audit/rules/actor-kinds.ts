/** Who can have done something; each is also a message key. */
export const ACTOR_KINDS = [
  "user",
  "impersonator",
  "operator",
  "api_key",
  "agent",
  "customer",
  "job",
  "calcom",
  "system",
] as const;
