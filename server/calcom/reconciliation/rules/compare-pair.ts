import type { Attendance } from "../../rules/attendance";
import { whenWritable } from "../../rules/changed-here";
import { isSame } from "../../rules/judge-news";
import { ABSENT, isLive, type NextStep, nextStep } from "../../rules/next-step";
import type { BookingCopy } from "../../schema";
import type { DriftKind } from "../schema";
import { isAnotherPerson } from "./attendee";
import { compareAttendance } from "./compare-attendance";
import type { OurSide, TheirSide } from "./match-sides";

export interface ComparedPair {
  ours: OurSide;
  theirs: TheirSide | null;
  /** Whose booking it is there, as far as it can be told. */
  theirStaffId: string | null;
  now: Date;
}

export type PairVerdict =
  | { state: "equal" }
  /** They are the same, and we did not know it; how the visit went there may be news as well. */
  | { state: "adopt"; attendance: Attendance | null }
  /** A write of ours is on its way, a person is to decide, or has decided to leave it. */
  | { state: "waiting" }
  /** Nobody learnt what became of a write of ours, and nobody asks any more. */
  | { state: "unsettled" }
  /** Older than the connection: it is written once somebody asks for it, nobody is to hear of it again by itself. */
  | { state: "unwritten" }
  /** Who stayed away, or that it is over, is known over there only. */
  | { state: "attended"; attendance: Attendance }
  | Drift;

export interface Drift {
  state: "drift";
  kinds: [DriftKind, ...DriftKind[]];
  isOursChanged: boolean;
  isTheirsChanged: boolean;
  /** Nothing stands there that could be followed, or it was confirmed here, which is not taken back. */
  isOneWay: boolean;
  /** Writing ours would change something there: whom they chose of several, and what is over here, nobody can write. */
  isWritable: boolean;
}

/** In which ways they differ, as it is counted and told. */
export function kindsOf(verdict: PairVerdict): readonly DriftKind[] {
  if (verdict.state === "attended" || (verdict.state === "adopt" && verdict.attendance)) return ["status_mismatch"];
  return verdict.state === "drift" ? verdict.kinds : [];
}

/** How both sides of a booking stand to each other. */
export function comparePair(pair: ComparedPair): PairVerdict {
  const { ours, theirs, now } = pair;
  const { map } = ours;
  const isNew = !theirs || !map?.copy || !isSame(map.copy, theirs);
  const isReadAgain = theirs !== null && map?.driftStatus === "manual_review" && map.reviewReason === "not_readable";
  if (isUnsettled(pair)) return { state: "unsettled" };
  if (isUnderWay(pair) || isStale(pair) || (!isNew && !isReadAgain && isLeft(ours))) return { state: "waiting" };
  const attendance = theirs && !isNew && !isReadAgain ? compareAttendance({ ours, theirs, now }) : null;
  if (attendance) return { state: "attended", attendance };
  const [first, ...others] = compareKinds(pair, isNew);
  if (first === "missing_in_calcom" && ours.isFromBefore && !map?.copy && !map?.formerUids.length)
    return { state: "unwritten" };
  if (!first) {
    const isAdopted = theirs && (isNew || isReadAgain) && ours.part;
    return isAdopted ? { state: "adopt", attendance: compareAttendance({ ours, theirs, now }) } : { state: "equal" };
  }
  // What was to be written when it was changed counts, also where the time to write it has passed.
  const copy = map?.copy ?? null;
  const then = whenWritable({ changedAt: ours.changedAt, part: ours.part, copy });
  const isOursChanged = stepTo({ ours, copy, now: then }).action !== "nothing";
  const isTheirsChanged = theirs !== null && isNew;
  const { action } = stepTo({ ours, copy: theirs && toCopy(theirs, map?.copy), now });
  const [isOneWay, isWritable] = [!theirs || action === "confirm", action !== "nothing"];
  return { state: "drift", kinds: [first, ...others], isOursChanged, isTheirsChanged, isOneWay, isWritable };
}

function isUnderWay({ ours: { map, isOnTheWay }, now }: Pick<ComparedPair, "ours" | "now">): boolean {
  const { begun, lease } = map?.state ?? {};
  return isOnTheWay || Boolean(begun) || Boolean(lease && lease.until > now);
}

/** Its job has tried often enough, or was lost. */
const isUnsettled = ({ ours: { map, isOnTheWay }, now }: ComparedPair): boolean =>
  Boolean(map?.state.begun) &&
  !isOnTheWay &&
  map?.driftStatus !== "manual_review" &&
  !(map?.state.lease && map.state.lease.until > now);

/** It was read before what we have heard of it since. */
const isStale = ({ ours: { map }, theirs }: ComparedPair): boolean =>
  Boolean(map?.copy?.changedAt && theirs?.changedAt && theirs.changedAt < map.copy.changedAt);

/** Nothing happens by itself until one of both sides changes. */
function isLeft({ map, version }: OurSide): boolean {
  if (!map) return false;
  if (map.state.failure?.kind === "refusal") return true;
  const isDecided = map.driftStatus === "manual_review" || map.reviewReason !== null;
  return isDecided && (map.state.version === null || map.state.version === version);
}

/** Whether looking further could tell anything. */
export const mayBeCompared = (ours: OurSide, now: Date): boolean => !isUnderWay({ ours, now });

/** In the order in which they weigh: what is decided about the first is decided about all. */
function compareKinds({ ours, theirs, theirStaffId, now }: ComparedPair, isNew: boolean): DriftKind[] {
  const { part, map } = ours;
  const step = stepTo({ ours, copy: theirs && toCopy(theirs, map?.copy), now });
  if (!theirs) return step.action === "create" ? ["missing_in_calcom"] : [];
  const isOpenHere = part !== null && (part.status === "pending" || part.status === "confirmed");
  if (!isLive(theirs)) return isOpenHere && (part.endsAt > now || wasOffInTime(theirs)) ? ["status_mismatch"] : [];
  if (theirs.endsAt <= now && (!part || part.endsAt <= now)) return [];
  const isMoved = part !== null && theirs.startsAt.getTime() !== part.startsAt.getTime();
  if (!isOpenHere && step.action !== "nothing") return ["status_mismatch"];
  // Over here, and moved there: to a day that is to come, or it took place there before its day here.
  if (!isOpenHere) return isNew && isMoved ? ["time_mismatch"] : [];
  const wasConfirmedThere = map?.copy?.status === "pending" && theirs.status === "accepted";
  // Whom they chose when we wrote it is no difference; that they chose somebody else since is.
  const isTheirChoice =
    (step.action === "nothing" || step.action === "mark_present") && !isReassigned(theirs, map?.copy ?? null);
  const isOtherStaff = theirStaffId !== null && theirStaffId !== part.staffId && !isTheirChoice;
  const length = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => endsAt.getTime() - startsAt.getTime();
  const found: [DriftKind, boolean][] = [
    [
      "status_mismatch",
      step.action === "confirm" || step.action === "mark_present" || (part.status === "pending" && wasConfirmedThere),
    ],
    ["time_mismatch", isMoved],
    ["staff_mismatch", isOtherStaff || (step.action === "cancel" && step.cause === "other_staff")],
    ["duration_mismatch", length(theirs) !== length(part)],
    ["attendee_mismatch", isAnotherPerson(theirs.attendee ?? null, { ...ours.contact, before: map?.copy?.attendee })],
  ];
  return found.flatMap(([kind, isSo]) => (isSo ? [kind] : []));
}

/** Called off before it would have begun: what we hear of too late did not take place all the same. */
const wasOffInTime = ({ changedAt, startsAt }: TheirSide): boolean => changedAt !== null && changedAt <= startsAt;

const isReassigned = ({ host }: TheirSide, before: BookingCopy | null): boolean =>
  before?.host != null && before.host.id !== (host?.id ?? null);

const stepTo = ({ ours, copy, now }: { ours: OurSide; copy: BookingCopy | null; now: Date }): NextStep =>
  nextStep({ appointment: ours.part, mappings: ours.mappings, copy, now });

/** Whether somebody came is told by the booking, where it is read. */
function toCopy(
  { id: bookingId, isAbsent: isMarked, ...theirs }: TheirSide,
  known: BookingCopy | null | undefined,
): BookingCopy {
  const wasAbsent = known?.status === ABSENT && known.uid === theirs.uid;
  const isAbsent = isLive(theirs) && (isMarked ?? wasAbsent);
  return { ...theirs, bookingId, status: isAbsent ? ABSENT : theirs.status };
}
