import { describe, expect, it } from "vitest";
import { weaveTimeline } from "@/components/customers/timeline-entries";
import type { ModificationView } from "@/server/appointments/modifications/schema";
import type { AppointmentView } from "@/server/appointments/schema";
import type { CallView } from "@/server/calls/schema";
import type { NoteView } from "@/server/customers/notes/schema";
import type { NotificationView } from "@/server/notifications/schema";

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const now = at("2026-11-21").getTime();
const all = <Row>(...items: Row[]) => ({ items, nextCursor: null });
const appointment = (id: string, day: string) => ({ id, startsAt: at(day) }) as AppointmentView;
const call = (id: string, day: string) => ({ id, startedAt: at(day) }) as CallView;
const note = (id: string, day: string) => ({ id, createdAt: at(day) }) as NoteView;
const change = (id: string, day: string) => ({ id, occurredAt: at(day) }) as ModificationView;
const never = { sentAt: null, deliveredAt: null, failedAt: null, status: "scheduled" } as const;
const message = (id: string, written: string, rest: Partial<NotificationView>) =>
  ({ id, createdAt: at(written), scheduledFor: at(written), ...never, ...rest }) as NotificationView;

const ids = (entries: { id: string }[]) => entries.map(({ id }) => id);

it("tells what is next first, and what was last first", () => {
  const timeline = weaveTimeline(
    {
      appointments: all(
        appointment("spring", "2027-04-01"),
        appointment("next", "2026-12-01"),
        appointment("old", "2026-01-01"),
      ),
      calls: all(call("yesterday", "2026-11-20"), call("older", "2025-11-20")),
      notes: all(note("noted", "2026-06-01")),
      changes: all(change("moved", "2026-07-01")),
      messages: all(
        message("reminder", "2026-10-01", { scheduledFor: at("2026-11-30") }),
        message("told", "2026-02-01", { sentAt: at("2026-05-01"), status: "sent" }),
      ),
    },
    { now },
  );
  expect(ids(timeline.upcoming)).toEqual(["reminder", "next", "spring"]);
  expect(ids(timeline.past)).toEqual(["yesterday", "moved", "noted", "told", "old", "older"]);
  expect(timeline.olderThan).toBeNull();
});

describe("a long course of events", () => {
  const calls = all(...["05", "04", "03", "02", "01"].map((day) => call(`call ${day}`, `2026-10-${day}`)));

  it("is told in parts, each event once", () => {
    const first = weaveTimeline({ calls }, { now, limit: 2 });
    expect(ids(first.past)).toEqual(["call 05", "call 04"]);
    const second = weaveTimeline({ calls }, { now, limit: 2, before: first.olderThan });
    expect(ids(second.past)).toEqual(["call 03", "call 02"]);
    const third = weaveTimeline({ calls }, { now, limit: 2, before: second.olderThan });
    expect(ids(third.past)).toEqual(["call 01"]);
    expect(third.olderThan).toBeNull();
  });

  it("keeps together what happened in the same moment", () => {
    const changes = all(change("told", "2026-10-04"), change("moved", "2026-10-04"));
    const first = weaveTimeline({ calls, changes }, { now, limit: 2 });
    expect(ids(first.past).sort()).toEqual(["call 04", "call 05", "moved", "told"]);
    expect(first.olderThan).toEqual(at("2026-10-04"));
  });

  it("goes no further back than every list that goes on", () => {
    const beginning = { items: calls.items.slice(0, 2), nextCursor: "more" };
    const notes = all(note("before the calls known", "2026-09-01"), note("today", "2026-11-01"));
    const first = weaveTimeline({ calls: beginning, notes }, { now });
    expect(ids(first.past)).toEqual(["today", "call 05", "call 04"]);
    expect(first.olderThan).toEqual(at("2026-10-04"));
  });

  it("shows what is to come on its first part only", () => {
    const appointments = all(appointment("next", "2026-12-01"));
    expect(weaveTimeline({ appointments }, { now, before: at("2026-10-01") }).upcoming).toEqual([]);
  });
});
