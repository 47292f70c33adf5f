import { randomBytes } from "node:crypto";

export interface CalcomUser {
  id: number;
  /** The API key it belongs to: what one key may see is one account. */
  account: string;
  name: string;
  email: string;
  username: string;
  timeZone: string;
}

export interface CalcomSchedule {
  id: number;
  account: string;
  ownerId: number;
  name: string;
  timeZone: string;
  isDefault: boolean;
  availability: { days: string[]; startTime: string; endTime: string }[];
  overrides: { date: string; startTime: string; endTime: string }[];
}

export interface BookingField {
  type: string;
  slug?: string | undefined;
  required?: boolean | undefined;
  hidden?: boolean | undefined;
}

export interface EventTypeSettings {
  title: string;
  slug: string;
  lengthInMinutes: number;
  lengthInMinutesOptions?: number[] | undefined;
  beforeEventBuffer?: number | undefined;
  afterEventBuffer?: number | undefined;
  minimumBookingNotice?: number | undefined;
  slotInterval?: number | undefined;
  scheduleId?: number | undefined;
  bookingFields?: BookingField[] | undefined;
  confirmationPolicy?: Record<string, unknown> | undefined;
  [other: string]: unknown;
}

export interface TeamHost {
  userId: number;
  mandatory?: boolean | undefined;
  priority?: string | undefined;
}

export interface CalcomEventType {
  id: number;
  account: string;
  ownerId: number;
  settings: EventTypeSettings;
  /** Of a team's type: who serves it, and whether one of them or all. */
  team?: { schedulingType: SchedulingType; hosts: TeamHost[] };
  /** The managed type that it was made from. */
  parentId?: number;
}

export type SchedulingType = "collective" | "roundRobin" | "managed";

export interface CalcomAttendee {
  name: string;
  email: string;
  timeZone: string;
  language: string;
  phoneNumber?: string | undefined;
}

export type BookingStatus = "accepted" | "pending" | "cancelled" | "rejected";

export interface CalcomBooking {
  id: number;
  uid: string;
  icsUid: string;
  account: string;
  eventTypeId: number;
  hostId: number;
  title: string;
  status: BookingStatus;
  startMs: number;
  endMs: number;
  attendee: CalcomAttendee;
  guests: string[];
  location: string;
  responses: Record<string, unknown>;
  metadata: Record<string, string>;
  createdAt: Date;
  updatedAt: Date;
  cancellationReason?: string | undefined;
  cancelledByEmail?: string | undefined;
  reschedulingReason?: string | undefined;
  rescheduledByEmail?: string | undefined;
  rescheduledFromUid?: string | undefined;
  rescheduledToUid?: string | undefined;
  absentHost?: boolean;
  absentAttendee?: boolean;
}

/** Time in somebody's own calendar that is no booking. */
export interface CalcomBusyTime {
  id: string;
  account: string;
  userId: number;
  title: string;
  startMs: number;
  endMs: number;
}

/** Hides a time from whoever looks for one; whoever books it regardless is let in. */
export interface CalcomReservation {
  uid: string;
  account: string;
  eventTypeId: number;
  startMs: number;
  endMs: number;
  untilMs: number;
  minutes: number;
}

export interface CalcomWebhook {
  id: string;
  account: string;
  userId: number;
  /** Bookings of this type, and no others; when absent, those that its user has outside of teams. */
  eventTypeId?: number;
  /** Set up as if each person of the account had subscribed alike. */
  isEverybodys?: boolean;
  subscriberUrl: string;
  triggers: string[];
  active: boolean;
  secret: string | null;
  payloadTemplate: string | null;
}

/** All that the double of Cal.com remembers. Bookings and busy times are traffic, the rest is set up once. */
export class CalcomState {
  users = new Map<number, CalcomUser>();
  schedules = new Map<number, CalcomSchedule>();
  eventTypes = new Map<number, CalcomEventType>();
  webhooks = new Map<string, CalcomWebhook>();
  bookings = new Map<string, CalcomBooking>();
  busyTimes = new Map<string, CalcomBusyTime>();
  /** Which organisation an account belongs to; whose key it is, is an admin of it. */
  organizations = new Map<string, number>();
  /** Whose calendar the other side lost its access to: a connection of their own, or what they had shared. */
  brokenCalendars = new Set<number>();
  reservations = new Map<string, CalcomReservation>();
  /** Beginnings and ends of meetings that were told of: each at most once. */
  told = new Set<string>();
  accounts: Set<string>;
  #lastId = 1000;

  constructor(private readonly keys: string[]) {
    this.accounts = new Set(keys);
  }

  nextId(): number {
    do this.#lastId += 1;
    while (this.users.has(this.#lastId) || this.eventTypes.has(this.#lastId));
    return this.#lastId;
  }

  resetTraffic(): void {
    for (const records of [this.bookings, this.busyTimes, this.reservations, this.told]) records.clear();
    this.brokenCalendars.clear();
  }

  resetAll(): void {
    for (const records of [this.users, this.schedules, this.eventTypes, this.webhooks]) records.clear();
    this.organizations.clear();
    this.resetTraffic();
    this.accounts = new Set(this.keys);
  }

  of<T extends { account: string }>(
    records: Map<number | string, T> | Map<number, T> | Map<string, T>,
    account: string,
  ) {
    return [...(records.values() as Iterable<T>)].filter((record) => record.account === account);
  }
}

export const newUid = (): string => randomBytes(16).toString("base64url").replaceAll(/[-_]/g, "x");
