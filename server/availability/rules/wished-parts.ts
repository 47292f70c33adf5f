import type { SlotPart } from "./slot";

/** What is wanted, as people say it: a service, and those that follow it in the same visit. */
export interface ServiceWish extends SlotPart {
  followedBy?: readonly SlotPart[] | null;
}

/** The parts of the chain that the engine looks for. */
export function partsOf({ serviceId, staffId, durationMinutes, followedBy }: ServiceWish): [SlotPart, ...SlotPart[]] {
  return [{ serviceId, staffId, durationMinutes }, ...(followedBy ?? [])];
}

/** The same wish from its parts. */
export function wishOfParts([first, ...followedBy]: readonly [SlotPart, ...SlotPart[]]): ServiceWish {
  return { ...first, followedBy };
}

/** Whether it takes more than the service's id to say what was wished. */
export const isPlainWish = ({ durationMinutes, followedBy }: ServiceWish): boolean =>
  durationMinutes == null && !followedBy?.length;
