import type { UnbookableReason } from "@/server/availability/schema";
import type { Sentences } from "./say/de";

/** A class as it is named to several who come together. */
export const sayPeople = (say: Sentences, { service, people }: { service: string; people: number }): string =>
  people > 1 ? say.forPeople(service, people) : service;

/** Why nothing can be had; a class that is too full for several may have a place for one. */
export function sayClosed(say: Sentences, { reason, people }: { reason: UnbookableReason; people: number }): string {
  return reason === "class_full" && people > 1 ? say.tooFewPlaces(people) : say.closedReasons[reason];
}
