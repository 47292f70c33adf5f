import { createHash } from "node:crypto";
import type { CompanyContext } from "@/server/core/context";
import { transact } from "@/server/core/transact";
import type { Calcom } from "../../adapters/calcom";
import { CalcomError } from "../../adapters/calcom-error";
import type { CalcomEventType } from "../../adapters/calcom-event-types";
import { askForPerson } from "../../connection/commands/ask-for-person";
import { type MappingRow, replaceMapping } from "../repository";
import { isAsWanted, type Offered, type WantedEventType, wantedEventType } from "../rules/wanted";

export interface OfferToPush {
  offer: Offered;
  teamId: number | null;
  calcomUserId: number;
  mapping: MappingRow | null;
  eventTypes: readonly CalcomEventType[];
  /** Those that stand for nothing yet. */
  free: readonly CalcomEventType[];
}

export interface PushedOffer {
  done: "created" | "updated" | "unchanged";
  /** What stands for it from now on. */
  calcomEventTypeId: number;
}

// Not audited: the push that it is part of is.
/** Brings the event type of a service by one person to how it is wanted; asked again after a lost answer it makes no second one. */
export async function pushOffer(ctx: CompanyContext, push: OfferToPush): Promise<PushedOffer> {
  const { offer, mapping, calcomUserId, eventTypes, free } = push;
  const teamId = mapping ? mapping.calcomTeamId : push.teamId;
  const fresh = wantedEventType(offer, { teamId, calcomUserId });
  // The address of what is known to customers stays.
  const wanted = mapping ? { ...fresh, slug: mapping.slug } : fresh;
  const there = mapping
    ? eventTypes.find(({ id }) => id === mapping.calcomEventTypeId)
    : free.find((one) => one.slug === wanted.slug && one.hostIds.includes(calcomUserId));
  const remoteHash = remoteHashOf(wanted);
  if (mapping?.remoteHash === remoteHash && there && isAsWanted(there, wanted)) {
    return { done: "unchanged", calcomEventTypeId: there.id };
  }
  const isRight = there !== undefined && isAsWanted(there, wanted);
  const knownId = there?.id ?? mapping?.calcomEventTypeId ?? null;
  const kept = isRight ? there : await askForPerson(ctx, (calcom) => write(calcom, { teamId, knownId, wanted }));
  const { serviceId, staffId } = offer;
  const { id: calcomEventTypeId, title, slug, lengthMinutes } = kept;
  const seen = { calcomTeamId: teamId, calcomEventTypeId, title, slug, lengthMinutes, remoteHash };
  await transact(ctx, (tx) => replaceMapping(tx, { serviceId, staffId, ...seen }));
  if (isRight) return { done: mapping ? "unchanged" : "updated", calcomEventTypeId };
  return { done: kept.id === knownId ? "updated" : "created", calcomEventTypeId };
}

interface Wish {
  teamId: number | null;
  knownId: number | null;
  wanted: WantedEventType;
}

/** One that was deleted over there is made anew. */
async function write(calcom: Calcom, { teamId, knownId, wanted }: Wish): Promise<CalcomEventType> {
  if (knownId === null) return calcom.createEventType(teamId, wanted);
  try {
    return await calcom.updateEventType(teamId, { ...wanted, id: knownId });
  } catch (error) {
    if (!(error instanceof CalcomError) || error.kind !== "gone") throw error;
    return calcom.createEventType(teamId, wanted);
  }
}

/** What is kept of how it was brought there. */
export const remoteHashOf = (wanted: WantedEventType): string =>
  createHash("sha256").update(JSON.stringify(wanted)).digest("hex");
