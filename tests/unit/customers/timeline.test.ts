import { expect, it } from "vitest";
import { weaveTimeline } from "@/components/customers/timeline-entries";
import type { AppointmentView } from "@/server/appointments/schema";
import type { CallView } from "@/server/calls/schema";
import type { NoteView } from "@/server/customers/notes/schema";

const at = (day: string) => new Date(`${day}T09:00:00Z`);
const appointment = (id: string, day: string) => ({ id, startsAt: at(day) }) as AppointmentView;
const call = (id: string, day: string) => ({ id, startedAt: at(day) }) as CallView;
const note = (id: string, day: string) => ({ id, createdAt: at(day) }) as NoteView;

it("tells what is next first, and what was last first", () => {
  const timeline = weaveTimeline(
    {
      appointments: [
        appointment("spring", "2027-04-01"),
        appointment("next", "2026-12-01"),
        appointment("old", "2026-01-01"),
      ],
      calls: [call("yesterday", "2026-11-20"), call("older", "2025-11-20")],
      notes: [note("noted", "2026-06-01")],
    },
    at("2026-11-21").getTime(),
  );
  expect(timeline.upcoming.map(({ id }) => id)).toEqual(["next", "spring"]);
  expect(timeline.past.map(({ id }) => id)).toEqual(["yesterday", "noted", "old", "older"]);
});
