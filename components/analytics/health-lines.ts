import type { SystemHealth } from "@/server/analytics/schema";
import type { Tone } from "../ui/tone";

export interface HealthLine {
  key: string;
  kind: "integration" | "messages" | "events" | "calendar";
  tone: Extract<Tone, "green" | "amber" | "red">;
  /** Message keys under `analytics`. */
  name: string;
  says: string;
  count: number;
}

const toneOf = { connected: "green", degraded: "amber", error: "red", disabled: "amber" } as const;

/** What the card says, line by line; a failure weighs more than something that waits. */
export function healthLines(health: SystemHealth): HealthLine[] {
  const { failedMessages, waitingMessages, stuckEvents, unsyncedAppointments } = health;
  const integrations = health.integrations.map(({ provider, status }) => ({
    key: provider,
    kind: "integration" as const,
    tone: toneOf[status],
    name: `health.provider.${provider}`,
    says: `health.status.${status}`,
    count: 0,
  }));
  const line = (kind: "messages" | "events" | "calendar", rest: Pick<HealthLine, "tone" | "says" | "count">) => {
    return { key: kind, kind, name: `health.${kind}`, ...rest };
  };
  const messages =
    failedMessages > 0
      ? line("messages", { tone: "red", says: "health.messagesFailed", count: failedMessages })
      : waitingMessages > 0
        ? line("messages", { tone: "amber", says: "health.messagesWaiting", count: waitingMessages })
        : line("messages", { tone: "green", says: "health.messagesFine", count: 0 });
  const events =
    stuckEvents > 0
      ? line("events", { tone: "amber", says: "health.eventsStuck", count: stuckEvents })
      : line("events", { tone: "green", says: "health.eventsFine", count: 0 });
  const calendar =
    unsyncedAppointments > 0
      ? line("calendar", { tone: "amber", says: "health.calendarBehind", count: unsyncedAppointments })
      : line("calendar", { tone: "green", says: "health.calendarFine", count: 0 });
  return [...integrations, messages, events, calendar];
}
