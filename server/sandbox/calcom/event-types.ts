import { z } from "zod";
import type { CalcomEventType, CalcomState } from "./state";

const bookingField = z.looseObject({
  type: z.string(),
  slug: z.string().optional(),
  required: z.boolean().optional(),
  hidden: z.boolean().optional(),
});

/** Unknown properties are dropped in silence here, unlike in bookings: what isn't listed is not kept. */
const settings = {
  title: z.string().min(1),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  lengthInMinutes: z.number().int().positive(),
  lengthInMinutesOptions: z.array(z.number().int().positive()).optional(),
  description: z.string().optional(),
  slotInterval: z.number().int().positive().optional(),
  minimumBookingNotice: z.number().int().min(0).optional(),
  beforeEventBuffer: z.number().int().min(0).optional(),
  afterEventBuffer: z.number().int().min(0).optional(),
  scheduleId: z.number().int().optional(),
  hidden: z.boolean().optional(),
  disableGuests: z.boolean().optional(),
  bookingRequiresAuthentication: z.boolean().optional(),
  locations: z.array(z.looseObject({ type: z.string() })).optional(),
  bookingFields: z.array(bookingField).optional(),
  confirmationPolicy: z.record(z.string(), z.unknown()).optional(),
};
export const createEventTypeInput = z.object(settings);
export const updateEventTypeInput = z.object(settings).partial();

/** Phone first, as a business that books by telephone sets its types up: a number will do. */
export const PHONE_FIRST_FIELDS = [
  { type: "email", required: false, hidden: false },
  { type: "phone", slug: "attendeePhoneNumber", required: true, hidden: false },
];

const DEFAULT_FIELDS = [
  { type: "name", slug: "name", isDefault: true, required: true, label: "your_name", placeholder: "" },
  {
    type: "email",
    slug: "email",
    isDefault: true,
    required: true,
    hidden: false,
    label: "email_address",
    placeholder: "",
  },
];

export function emailField({ settings: { bookingFields = [] } }: CalcomEventType): {
  required: boolean;
  hidden: boolean;
} {
  const field = bookingFields.find(({ type }) => type === "email");
  return { required: field?.required ?? true, hidden: field?.hidden ?? false };
}

export function needsConfirmation({ settings: { confirmationPolicy } }: CalcomEventType): boolean {
  return confirmationPolicy !== undefined && confirmationPolicy.disabled !== true;
}

export function eventTypeView(state: CalcomState, { id, ownerId, settings }: CalcomEventType) {
  const owner = state.users.get(ownerId);
  const defaults = DEFAULT_FIELDS.map((field) => ({
    ...field,
    ...settings.bookingFields?.find(({ type }) => type === field.type),
  }));
  const custom = settings.bookingFields?.filter(({ type }) => type !== "name" && type !== "email") ?? [];
  return {
    description: "",
    locations: [{ type: "attendeeDefined" }],
    disableGuests: false,
    slotInterval: null,
    minimumBookingNotice: 0,
    beforeEventBuffer: 0,
    afterEventBuffer: 0,
    hidden: false,
    bookingRequiresAuthentication: false,
    ...settings,
    id,
    ownerId,
    bookingFields: [...defaults, ...custom],
    recurrence: null,
    metadata: {},
    price: 0,
    currency: "usd",
    lockTimeZoneToggleOnBookingPage: false,
    seatsPerTimeSlot: null,
    forwardParamsSuccessRedirect: true,
    successRedirectUrl: null,
    isInstantEvent: false,
    scheduleId: settings.scheduleId ?? null,
    users: owner ? [{ id: owner.id, name: owner.name, username: owner.username, avatarUrl: null }] : [],
    bookingUrl: `https://cal.sandbox.example/${owner?.username ?? "host"}/${settings.slug}`,
  };
}
