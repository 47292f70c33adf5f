/** What we want to hear of; whatever else may happen is found by looking. */
export const TRIGGERS = [
  "BOOKING_CREATED",
  "BOOKING_RESCHEDULED",
  "BOOKING_CANCELLED",
  "BOOKING_REJECTED",
  "BOOKING_REQUESTED",
  "BOOKING_NO_SHOW_UPDATED",
  "MEETING_ENDED",
];

interface Subscription {
  id: string;
  subscriberUrl: string;
  triggers: string[];
  isActive: boolean;
}

interface Ours {
  /** As it was told when it was registered. */
  id: string | null;
  /** The addresses that lead to this company. */
  addresses: string[];
}

/** Those that tell us: by their id, or because they go to an address of ours. Each but the first would tell everything twice. */
export function findOurs<S extends Subscription>(all: readonly S[], { id, addresses }: Ours): S[] {
  const known = all.filter((one) => one.id === id);
  const others = all.filter((one) => one.id !== id && addresses.includes(one.subscriberUrl));
  return [...known, ...others];
}

/** Whether it is switched on and tells of all that we want to hear of. */
export const isComplete = ({ isActive, triggers }: Subscription): boolean =>
  isActive && TRIGGERS.every((trigger) => triggers.includes(trigger));
