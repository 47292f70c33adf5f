import { Refused, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { accountOf, addUser } from "./accounts";
import type { CreateBookingInput } from "./booking-input";
import { frameworkError } from "./errors";
import { PHONE_FIRST_FIELDS } from "./event-types";
import type { CalcomEventType } from "./state";

/** The event type that a booking names; an open sandbox invents one for an id that nobody created. */
export function requireBookableType(
  sandbox: Sandbox,
  request: SandboxRequest,
  input: CreateBookingInput,
): CalcomEventType {
  const found = findEventType(sandbox, request, input);
  if (found) return found;
  if (
    sandbox.config.openEventTypes &&
    input.eventTypeId !== undefined &&
    !sandbox.calcom.eventTypes.has(input.eventTypeId)
  ) {
    return inventEventType(sandbox, { id: input.eventTypeId, account: accountOf(request), input });
  }
  const named = input.eventTypeId === undefined ? `slug ${input.eventTypeSlug}` : `id ${input.eventTypeId}`;
  throw new Refused(frameworkError(request, 404, `Event type with ${named} not found.`));
}

function findEventType({ calcom }: Sandbox, request: SandboxRequest, input: CreateBookingInput) {
  const { eventTypeId, eventTypeSlug, username } = input;
  return calcom
    .of(calcom.eventTypes, accountOf(request))
    .find(({ id, ownerId, settings }) =>
      eventTypeId === undefined
        ? settings.slug === eventTypeSlug && calcom.users.get(ownerId)?.username === username
        : id === eventTypeId,
    );
}

/** With a host of its own, so that two invented types never stand in each other's way, and any length at all. */
function inventEventType({ calcom }: Sandbox, { id, account, input }: Invention): CalcomEventType {
  const username = `host-${id}`;
  const host = { id: calcom.nextId(), account, username, name: `Host ${id}`, email: `${username}@sandbox.example` };
  const { timeZone } = input.attendee;
  const length = input.lengthInMinutes ?? 30;
  const lengths = Array.from({ length: 96 }, (_, index) => (index + 1) * 5);
  const lengthInMinutesOptions = lengths.includes(length) ? lengths : [...lengths, length];
  const settings = {
    title: `Event type ${id}`,
    slug: `event-type-${id}`,
    lengthInMinutes: length,
    lengthInMinutesOptions,
  };
  const { id: ownerId } = addUser(calcom, { ...host, timeZone });
  const eventType = { id, account, ownerId, settings: { ...settings, bookingFields: PHONE_FIRST_FIELDS } };
  calcom.eventTypes.set(id, eventType);
  return eventType;
}

interface Invention {
  id: number;
  account: string;
  input: CreateBookingInput;
}
