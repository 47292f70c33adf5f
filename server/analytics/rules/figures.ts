import type { AppointmentSource } from "@/server/appointments/schema";
import type { Dashboard, Figure, Revenue } from "../schema";
import type { Period } from "./period";

/** Calls of one bucket; `talked`: inbound and at least ten seconds long. */
export interface CallCount {
  isCurrent: boolean;
  key: string;
  calls: number;
  talked: number;
  /** Of those who talked, the callers with an appointment made within a day, whichever way. */
  converted: number;
  /** Of those, where the agent made it in the call. */
  bookedByPhone: number;
}

export interface BookingCount {
  isCurrent: boolean;
  key: string;
  source: AppointmentSource;
  appointments: number;
  bookedCents: number;
}

interface Counted {
  period: Period;
  calls: CallCount[];
  bookings: BookingCount[];
}

export function toDashboard({ period, calls, bookings }: Counted): Dashboard {
  return {
    bucket: period.bucket,
    calls: figureOf(calls, "calls"),
    appointments: figureOf(bookings, "appointments"),
    conversion: shareOf(calls, "converted"),
    phoneConversion: shareOf(calls, "bookedByPhone"),
    series: period.keys.map((key) => {
      const own = calls.filter((row) => row.isCurrent && row.key === key);
      const made = bookings.filter((row) => row.isCurrent && row.key === key);
      return {
        key,
        calls: sum(own, "calls"),
        appointments: sum(made, "appointments"),
        conversion: ratio(sum(own, "converted"), sum(own, "talked")),
      };
    }),
    channels: channelsOf(bookings),
  };
}

export function toRevenue({ period, bookings, currency }: Omit<Counted, "calls"> & { currency: string }): Revenue {
  return {
    bucket: period.bucket,
    bookedCents: figureOf(bookings, "bookedCents"),
    currency,
    series: period.keys.map((key) => ({
      key,
      bookedCents: sum(
        bookings.filter((row) => row.isCurrent && row.key === key),
        "bookedCents",
      ),
    })),
  };
}

/** The busiest first; channels without a booking are left out. */
function channelsOf(bookings: BookingCount[]): Dashboard["channels"] {
  const counts = new Map<AppointmentSource, number>();
  for (const { isCurrent, source, appointments } of bookings) {
    if (isCurrent) counts.set(source, (counts.get(source) ?? 0) + appointments);
  }
  return [...counts].map(([source, count]) => ({ source, count })).sort((a, b) => b.count - a.count);
}

type NumberKey<Row> = { [K in keyof Row]: Row[K] extends number ? K : never }[keyof Row];

function sum<Row>(rows: Row[], key: NumberKey<Row>): number {
  return rows.reduce((total, row) => total + Number(row[key]), 0);
}

function figureOf<Row extends { isCurrent: boolean }>(rows: Row[], key: NumberKey<Row>): Figure {
  return {
    value: sum(
      rows.filter((row) => row.isCurrent),
      key,
    ),
    previous: sum(
      rows.filter((row) => !row.isCurrent),
      key,
    ),
  };
}

function shareOf(rows: CallCount[], key: "converted" | "bookedByPhone"): Dashboard["conversion"] {
  const [part, whole] = [figureOf(rows, key), figureOf(rows, "talked")];
  return { value: ratio(part.value, whole.value), previous: ratio(part.previous, whole.previous) };
}

function ratio(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
