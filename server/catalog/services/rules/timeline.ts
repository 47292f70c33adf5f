import { type Link, totalMinutes } from "./chain";

export interface TimelineSegment extends Link {
  staffMode: "same" | "any" | "specific";
  staffId?: string | null | undefined;
}

export interface Course {
  segments: readonly TimelineSegment[];
  bufferBeforeMinutes: number;
  bufferAfterMinutes: number;
}

/** A person of the course: somebody by name, or whoever is free. */
export interface TimelineLane {
  staffId: string | null;
  bars: PersonBar[];
}

interface Stretch {
  /** Counted from the customer's first minute; what is prepared before lies below zero. */
  fromMinute: number;
  untilMinute: number;
}

/** What the customer goes through: links one after the other, and the waits between them. */
export type CustomerBar = Stretch & ({ kind: "segment"; position: number } | { kind: "wait"; maxMinutes: number });

/** What a person does: a link, looking after one while free for others, preparing or clearing up. */
export type PersonBar = Stretch & { kind: "work" | "free" | "buffer"; position: number };

export interface Timeline {
  customer: CustomerBar[];
  lanes: TimelineLane[];
  /** The span of the picture, buffers included. */
  fromMinute: number;
  untilMinute: number;
  shortestMinutes: number;
  longestMinutes: number;
  /** When somebody is taken, over all persons; and what of the customer's time is free for others. */
  takenMinutes: number;
  freeMinutes: number;
}

/** How a composite service goes when every wait is as short as it may be: who is taken when, and who is free. */
export function drawTimeline({ segments, bufferBeforeMinutes, bufferAfterMinutes }: Course): Timeline {
  const customer: CustomerBar[] = [];
  const lanes: TimelineLane[] = [];
  let [minute, lane] = [0, -1];
  segments.forEach((segment, position) => {
    lane = laneOf(lanes, { segment, before: lane });
    const stretch = { fromMinute: minute, untilMinute: minute + segment.durationMinutes };
    customer.push({ kind: "segment", position, ...stretch });
    lanes[lane]?.bars.push({ kind: segment.isStaffFree ? "free" : "work", position, ...stretch });
    minute = stretch.untilMinute;
    const isLast = position === segments.length - 1;
    if (isLast || segment.gapAfterMaxMinutes === 0) return;
    const wait = { fromMinute: minute, untilMinute: minute + segment.gapAfterMinMinutes };
    customer.push({ kind: "wait", maxMinutes: segment.gapAfterMaxMinutes, ...wait });
    minute = wait.untilMinute;
  });
  addBuffers(lanes, { before: bufferBeforeMinutes, after: bufferAfterMinutes, segments });
  return { customer, lanes, ...figuresOf(lanes, segments) };
}

/** Whoever did the link before goes on, also through one that needs nobody; everybody else gets a lane of their own. */
function laneOf(lanes: TimelineLane[], { segment, before }: { segment: TimelineSegment; before: number }): number {
  const goesOn = before >= 0 && (segment.staffMode === "same" || segment.isStaffFree);
  if (goesOn) return before;
  const staffId = (segment.staffMode === "specific" && segment.staffId) || null;
  const known = staffId === null ? -1 : lanes.findIndex((lane) => lane.staffId === staffId);
  if (known >= 0) return known;
  lanes.push({ staffId, bars: [] });
  return lanes.length - 1;
}

/** The time before belongs to the first link's person and the time after to the last one's; a free link takes none. */
function addBuffers(
  lanes: TimelineLane[],
  { before, after, segments }: { before: number; after: number; segments: readonly TimelineSegment[] },
) {
  const laneWith = (position: number) => lanes.find(({ bars }) => bars.some((bar) => bar.position === position));
  const last = segments.length - 1;
  const { shortest } = totalMinutes(segments);
  if (before > 0 && segments[0]?.isStaffFree === false)
    laneWith(0)?.bars.unshift({ kind: "buffer", position: 0, fromMinute: -before, untilMinute: 0 });
  if (after > 0 && segments[last]?.isStaffFree === false)
    laneWith(last)?.bars.push({ kind: "buffer", position: last, fromMinute: shortest, untilMinute: shortest + after });
}

function figuresOf(lanes: readonly TimelineLane[], segments: readonly TimelineSegment[]) {
  const bars = lanes.flatMap((lane) => lane.bars);
  const taken = bars.filter(({ kind }) => kind !== "free");
  const { shortest, longest } = totalMinutes(segments);
  const work = segments.filter(({ isStaffFree }) => !isStaffFree);
  return {
    fromMinute: Math.min(0, ...bars.map(({ fromMinute }) => fromMinute)),
    untilMinute: Math.max(shortest, ...bars.map(({ untilMinute }) => untilMinute)),
    shortestMinutes: shortest,
    longestMinutes: longest,
    takenMinutes: taken.reduce((sum, { fromMinute, untilMinute }) => sum + untilMinute - fromMinute, 0),
    freeMinutes: shortest - work.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
  };
}
