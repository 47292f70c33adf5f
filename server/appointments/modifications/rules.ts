import type { ModificationActor } from "./schema";

/** As what a change is counted, by the kind of actor that stands on it. */
export const ACTOR_KINDS: Record<ModificationActor, readonly string[]> = {
  person: ["user", "impersonator"],
  agent: ["agent"],
  customer: ["customer"],
  api_key: ["api_key"],
  calcom: ["calcom"],
  job: ["job", "system", "operator"],
};

/** Whoever is none of the others is the system. */
export function actorOf(kind: string): ModificationActor {
  const found = Object.entries(ACTOR_KINDS).find(([, kinds]) => kinds.includes(kind));
  return (found?.[0] as ModificationActor | undefined) ?? "job";
}
