import { type EventTypeMapping, isLive } from "../../rules/next-step";
import type { AppointmentPart } from "../../rules/parts";
import type { BookingCopy, PushState } from "../../schema";

/** What we know of a part's booking. */
export interface KnownCopy {
  id: string;
  copy: BookingCopy | null;
  state: PushState;
  driftStatus: string;
  reviewReason: string | null;
  formerUids: readonly string[];
  lastComparedAt?: Date | null;
}

/** A part of an appointment, as it stands here. */
export interface OurSide {
  appointmentId: string;
  position: number;
  version: number;
  /** Null for what belongs to it no more, or is stood for by another place of its class. */
  part: AppointmentPart | null;
  /** When the whole visit is over. */
  endsAt: Date;
  map: KnownCopy | null;
  mappings: readonly EventTypeMapping[];
  /** When something changed here that is to be seen over there. */
  changedAt: Date;
  /** Its change is on the way. */
  isOnTheWay: boolean;
  /** It is older than the connection and was never to be written over there. */
  isFromBefore: boolean;
  contact: { name: string; email: string | null; phones: readonly string[] };
}

/** A booking, as it stands over there. */
export interface TheirSide {
  uid: string;
  id: number | null;
  status: string;
  startsAt: Date;
  endsAt: Date;
  eventTypeId: number | null;
  metadata: Record<string, unknown>;
  rescheduledFromUid: string | null;
  rescheduledToUid: string | null;
  changedAt: Date | null;
  title: string | null;
  host: BookingCopy["host"];
  attendee: BookingCopy["attendee"];
  /** Whoever booked it did not come. */
  isAbsent?: boolean;
}

export interface Pair<T extends TheirSide> {
  ours: OurSide;
  theirs: T | null;
  /** The uids that lead to it, the first one first. */
  uids: string[];
  /** Its booking is not among those that were read: it may be at another time, or gone. */
  lookUp: string | null;
}

export interface Matched<T extends TheirSide> {
  pairs: Pair<T>[];
  /** Standing bookings that nothing here stands for. */
  onlyTheirs: T[];
}

interface Sides<T extends TheirSide> {
  companyId: string;
  ours: readonly OurSide[];
  theirs: readonly T[];
  /** Bookings that are known without an appointment: whose they are is for a person to say. */
  orphanUids?: ReadonlySet<string>;
}

/** Which booking is whose: by its uid and what became of it, then by what we wrote into it. */
export function matchSides<T extends TheirSide>({ companyId, ours, theirs, orphanUids }: Sides<T>): Matched<T> {
  const byUid = new Map(theirs.map((one) => [one.uid, one]));
  const pairs = ours.map((one) => follow(one, byUid));
  const taken = new Set(pairs.flatMap(({ uids }) => uids));
  const free = theirs.filter((one) => isLive(one) && !taken.has(one.uid));
  for (const pair of pairs) {
    if (pair.lookUp || (pair.theirs && isLive(pair.theirs))) continue;
    const marked = free.find(
      (one) => !taken.has(one.uid) && !orphanUids?.has(one.uid) && isMarked(one, { companyId, ours: pair.ours }),
    );
    if (!marked) continue;
    taken.add(marked.uid);
    pair.theirs = marked;
    pair.uids.push(marked.uid);
  }
  return { pairs, onlyTheirs: free.filter(({ uid }) => !taken.has(uid)) };
}

/** Every move over there makes a new booking. */
function follow<T extends TheirSide>(ours: OurSide, byUid: ReadonlyMap<string, T>): Pair<T> {
  const uids: string[] = [];
  for (let uid = ours.map?.copy?.uid ?? null; uid && !uids.includes(uid); ) {
    uids.push(uid);
    const theirs = byUid.get(uid);
    if (!theirs) return { ours, theirs: null, uids, lookUp: uid };
    if (isLive(theirs) || !theirs.rescheduledToUid) return { ours, theirs, uids, lookUp: null };
    uid = theirs.rescheduledToUid;
  }
  return { ours, theirs: null, uids, lookUp: null };
}

/** What we wrote into the booking of the first part carries no number. */
function isMarked({ metadata }: TheirSide, { companyId, ours }: { companyId: string; ours: OurSide }): boolean {
  const isPart = String(metadata.segment ?? "0") === String(ours.position);
  return metadata.appointmentId === ours.appointmentId && metadata.companyId === companyId && isPart;
}
