import type { World } from "./world";

/** What a person did on one of both sides, and what it was to lead to. */
export interface Edit {
  at: number;
  side: "here" | "there";
  /** Of the appointment here, or any uid of the booking there. */
  of: string;
  what: "stands" | "is off" | "attended";
  /** Whether it says that it takes place or not, or when: a confirmation says neither, a restored one is when it was. */
  speaksOf: readonly ("standing" | "time" | "person")[];
  startsAt?: number;
  minutes?: number;
  /** It was said yes to: that it takes place is meant by it, and was meant before. */
  isConfirmation?: boolean;
  /** What was done here just before is as if it had never been. */
  takesBack?: boolean;
  /** Nothing is written over there for it. */
  isUnseenThere?: boolean;
  /** Whom it was given to over there. */
  hostId?: number;
}

export interface History {
  edits: Edit[];
  /** Facts by name and appointment. */
  facts: Map<string, number>;
  /** In the order in which they came to be. */
  appointmentIds: string[];
  /** What a person said about a conflict. */
  decided: { at: number; eventMapId: string }[];
}

export const newHistory = (): History => ({ edits: [], facts: new Map(), appointmentIds: [], decided: [] });

export function published({ history: { facts } }: World, name: string, appointmentId: string): void {
  const key = `${name} ${appointmentId}`;
  facts.set(key, (facts.get(key) ?? 0) + 1);
}

export function appeared({ history: { appointmentIds } }: World, appointmentId: string): void {
  if (!appointmentIds.includes(appointmentId)) appointmentIds.push(appointmentId);
}

export function edited({ history, clock }: World, edit: Omit<Edit, "at">): void {
  history.edits.push({ ...edit, at: clock.now().getTime() });
}
