import { MINUTE } from "@/server/core/time";
import { cancelBooking, moveBooking, placeBooking, settleBooking } from "@/server/sandbox/calcom/bookings";
import { markAbsent, reassignBooking } from "@/server/sandbox/calcom/hosts-and-guests";
import type { CalcomBooking } from "@/server/sandbox/calcom/state";
import { Refused, type SandboxRequest } from "@/server/sandbox/http/route";
import { type Edit, edited } from "./history";
import { look } from "./look";
import { LENGTHS } from "./offers";
import { slotIn } from "./slots";
import type { World } from "./world";

/** As from a page over there. */
const request: SandboxRequest = {
  method: "POST",
  path: "/",
  query: new URLSearchParams(),
  headers: {},
  raw: "",
  params: {},
};

const isStanding = ({ status }: CalcomBooking) => status === "accepted" || status === "pending";

const EDITS = {
  book: async (world: World) => {
    const { sandbox, chance, offers } = world;
    const kind = chance.weighed({ cut: 3, advice: 1 });
    const eventType = sandbox.calcom.eventTypes.get(chance.oneOf(offers[kind].typeIds) ?? 0);
    if (!eventType) throw new Error("an event type is missing");
    const at = chance.between(0, 4);
    const attendee = {
      name: `Nina Neu ${at}`,
      email: `nina${at}@example.com`,
      timeZone: "Europe/Berlin",
      language: "de",
    };
    const input = {
      eventTypeId: eventType.id,
      start: slotIn(world).toISOString(),
      attendee: { ...attendee, phoneNumber: `+493023125${200 + at}` },
    };
    return placeBooking(sandbox, { request, eventType, input: input as Parameters<typeof placeBooking>[1]["input"] });
  },
  move: async (world: World, booking: CalcomBooking) => {
    const by = world.chance.happens(0.5) ? world.sandbox.calcom.users.get(booking.hostId)?.email : undefined;
    return moveBooking(world.sandbox, { request, booking, start: slotIn(world).toISOString(), by, onWebPage: true });
  },
  cancel: async ({ sandbox }: World, booking: CalcomBooking) =>
    cancelBooking(sandbox, { request, booking, reason: "no time" }),
  confirm: async ({ sandbox }: World, booking: CalcomBooking) =>
    settleBooking(sandbox, { request, booking, accept: true }),
  decline: async ({ sandbox }: World, booking: CalcomBooking) =>
    settleBooking(sandbox, { request, booking, accept: false, reason: "no" }),
  resize: async ({ sandbox, chance }: World, booking: CalcomBooking) => {
    booking.endMs = booking.startMs + (chance.oneOf(LENGTHS) ?? 30) * MINUTE;
    booking.updatedAt = sandbox.now();
    return booking;
  },
  reassign: async ({ sandbox }: World, booking: CalcomBooking) => {
    reassignBooking(sandbox, { request, booking });
    return booking;
  },
  rename: async ({ sandbox, chance }: World, booking: CalcomBooking) => {
    booking.attendee = { ...booking.attendee, name: `Otto Anders ${chance.between(0, 2)}` };
    booking.updatedAt = sandbox.now();
    return booking;
  },
  absent: async ({ sandbox }: World, booking: CalcomBooking) => {
    const absent = { attendees: [{ email: booking.attendee.email, absent: !booking.absentAttendee }] };
    return markAbsent(sandbox, { request, booking, absent });
  },
};
const WEIGHTS: Record<keyof typeof EDITS, number> = {
  ...{ book: 28, move: 30, cancel: 16, confirm: 8, decline: 4, resize: 5, reassign: 5, rename: 2, absent: 4 },
};

/** What somebody does over there; a refusal is an answer. Says what was done. */
export async function editThere(world: World): Promise<string | null> {
  const { chance, sandbox, clock, offers } = world;
  const all = [...sandbox.calcom.bookings.values()].slice(-40);
  const standing = all.filter(isStanding);
  const what = standing.length < 3 ? "book" : chance.weighed(WEIGHTS);
  const wanted =
    what === "confirm" || what === "decline" ? standing.filter(({ status }) => status === "pending") : standing;
  // Of what is over there is nothing to change.
  const shared = offers.advice.typeIds;
  const open = what === "absent" ? wanted : wanted.filter(({ endMs }) => endMs > clock.now().getTime());
  const changeable = what === "reassign" ? open.filter(({ eventTypeId }) => shared.includes(eventTypeId)) : open;
  const booking =
    chance.oneOf(chance.happens(0.4) ? ofSeveral(world, changeable) : changeable) ?? chance.oneOf(changeable);
  if (what !== "book" && !booking) return null;
  const kind = booking && ofSeveral(world, [booking]).length > 0 ? " of several" : "";
  try {
    const changed = what === "book" || !booking ? await EDITS.book(world) : await EDITS[what](world, booking);
    if (what === "absent") edited(world, { side: "there", of: changed.uid, what: "attended", speaksOf: [] });
    else note(world, { booking: changed, did: what, isUnknownHere: what === "reassign" && (await isUnknown(changed)) });
    return `there: ${what}${what === "book" ? "" : kind}`;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

/** Parts of a visit, and classes: there are few of them, and much to go wrong. */
function ofSeveral({ offers: { colour, yoga } }: World, bookings: readonly CalcomBooking[]): CalcomBooking[] {
  const typeIds = [...colour.typeIds, ...yoga.typeIds];
  return bookings.filter(({ eventTypeId }) => typeIds.includes(eventTypeId));
}

const SPEAKS_OF: Record<keyof typeof EDITS, Edit["speaksOf"]> = {
  ...{ book: ["standing", "time"], move: ["standing", "time"], cancel: ["standing"], decline: ["standing"] },
  ...{ resize: ["time"], confirm: [], rename: [], absent: [], reassign: ["person"] },
};

/** Written by us, and the answer was lost: whoever does it then is whom they chose when we wrote it. */
async function isUnknown({ uid, metadata }: CalcomBooking): Promise<boolean> {
  return metadata.appointmentId !== undefined && (await look({ ...MAP_OF, values: [uid] })).length === 0;
}
const MAP_OF = { name: "map_of", text: "SELECT id FROM calcom_event_maps WHERE calcom_booking_uid = $1" };

interface Noted {
  booking: CalcomBooking;
  did: keyof typeof EDITS;
  isUnknownHere: boolean;
}

function note(world: World, { booking, did, isUnknownHere }: Noted): void {
  const { uid: of, status, startMs, endMs, hostId } = booking;
  const stands = status === "accepted" || status === "pending";
  const minutes = did === "resize" ? { minutes: (endMs - startMs) / MINUTE } : {};
  const host = did === "reassign" ? { hostId } : {};
  const speaksOf = isUnknownHere ? [] : SPEAKS_OF[did];
  world.trace.push(`  there ${of} ${status} ${new Date(startMs).toISOString().slice(5, 16)}`);
  edited(world, {
    side: "there",
    of,
    what: stands ? "stands" : "is off",
    speaksOf,
    startsAt: startMs,
    ...minutes,
    ...host,
  });
}
