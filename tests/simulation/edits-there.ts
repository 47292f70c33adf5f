import { MINUTE } from "@/server/core/time";
import { cancelBooking, moveBooking, placeBooking, settleBooking } from "@/server/sandbox/calcom/bookings";
import { markAbsent } from "@/server/sandbox/calcom/hosts-and-guests";
import type { CalcomBooking } from "@/server/sandbox/calcom/state";
import { Refused, type SandboxRequest } from "@/server/sandbox/http/route";
import { type Edit, edited } from "./history";
import { slotIn } from "./slots";
import { LENGTHS, type World } from "./world";

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
    const { sandbox, chance, people } = world;
    const eventType = sandbox.calcom.eventTypes.get(chance.oneOf(people)?.eventTypeId ?? 0);
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
  ...{ book: 28, move: 30, cancel: 16, confirm: 8, decline: 4, resize: 5, rename: 2, absent: 4 },
};

/** What somebody does over there; a refusal is an answer. Says what was done. */
export async function editThere(world: World): Promise<string | null> {
  const { chance, sandbox, clock } = world;
  const all = [...sandbox.calcom.bookings.values()].slice(-40);
  const standing = all.filter(isStanding);
  const what = standing.length < 3 ? "book" : chance.weighed(WEIGHTS);
  const wanted =
    what === "confirm" || what === "decline" ? standing.filter(({ status }) => status === "pending") : standing;
  // Of what is over there is nothing to change.
  const changeable = what === "absent" ? wanted : wanted.filter(({ endMs }) => endMs > clock.now().getTime());
  const booking = chance.oneOf(changeable);
  if (what !== "book" && !booking) return null;
  try {
    const changed = what === "book" || !booking ? await EDITS.book(world) : await EDITS[what](world, booking);
    if (what === "absent") edited(world, { side: "there", of: changed.uid, what: "attended", speaksOf: [] });
    else note(world, changed, what);
    return `there: ${what}`;
  } catch (error) {
    if (error instanceof Refused) return null;
    throw error;
  }
}

const SPEAKS_OF: Record<keyof typeof EDITS, Edit["speaksOf"]> = {
  ...{ book: ["standing", "time"], move: ["standing", "time"], cancel: ["standing"], decline: ["standing"] },
  ...{ resize: ["time"], confirm: [], rename: [], absent: [] },
};

function note(world: World, { uid: of, status, startMs, endMs }: CalcomBooking, did: keyof typeof EDITS): void {
  const stands = status === "accepted" || status === "pending";
  const minutes = did === "resize" ? { minutes: (endMs - startMs) / MINUTE } : {};
  const speaksOf = SPEAKS_OF[did];
  world.trace.push(`  there ${of} ${status} ${new Date(startMs).toISOString().slice(5, 16)}`);
  edited(world, { side: "there", of, what: stands ? "stands" : "is off", speaksOf, startsAt: startMs, ...minutes });
}
