import type { SystemHealth } from "@/server/analytics/schema";
import type { Tone } from "../ui/tone";

export interface HealthLine {
  key: string;
  kind: "integration" | "messages" | "events" | "calendar" | "drift";
  tone: Extract<Tone, "green" | "amber" | "red">;
  /** Message keys under `analytics`. */
  name: string;
  says: string;
  count: number;
  /** A share, from 0 to 1, for what says one. */
  rate?: number;
  /** Where one sees what it is, and mends it; null where there is no page. */
  page: { href: string; permission: string } | null;
}

const toneOf = { connected: "green", degraded: "amber", error: "red", disabled: "amber" } as const;
const WORK = { href: "/settings/integrations/work", permission: "view_integration_health" };
const CONNECTIONS = { href: "/settings/integrations", permission: "view_integrations" };

/** What the card says, line by line; a failure weighs more than something that waits. */
export function healthLines(health: SystemHealth): HealthLine[] {
  const integrations = health.integrations.map(({ provider, status }) => ({
    key: provider,
    kind: "integration" as const,
    tone: toneOf[status],
    name: `health.provider.${provider}`,
    says: `health.status.${status}`,
    count: 0,
    page: CONNECTIONS,
  }));
  return [...integrations, messagesLine(health), eventsLine(health), calendarLine(health), ...driftLines(health)];
}

type Told = Pick<HealthLine, "tone" | "says" | "count" | "rate" | "page">;
const line = (kind: Exclude<HealthLine["kind"], "integration">, told: Told): HealthLine => {
  return { key: kind, kind, name: `health.${kind}`, ...told };
};

function messagesLine({ failedMessages, waitingMessages }: SystemHealth): HealthLine {
  const page = (query: string) => ({ href: `/messages${query}`, permission: "view_appointments" });
  if (failedMessages > 0) {
    const told = { tone: "red", says: "health.messagesFailed", page: page("?status=failed") } as const;
    return line("messages", { ...told, count: failedMessages });
  }
  if (waitingMessages > 0) {
    const told = { tone: "amber", says: "health.messagesWaiting", page: page("?status=waiting") } as const;
    return line("messages", { ...told, count: waitingMessages });
  }
  return line("messages", { tone: "green", says: "health.messagesFine", count: 0, page: page("") });
}

function eventsLine({ stuckEvents: count, failedJobs }: SystemHealth): HealthLine {
  if (failedJobs > 0)
    return line("events", { tone: "red", says: "health.eventsFailed", count: failedJobs, page: WORK });
  return count > 0
    ? line("events", { tone: "amber", says: "health.eventsStuck", count, page: WORK })
    : line("events", { tone: "green", says: "health.eventsFine", count, page: null });
}

function calendarLine({ unsyncedAppointments: count }: SystemHealth): HealthLine {
  const behind = { href: "/appointments?period=range&calcom=behind", permission: "view_appointments" };
  return count > 0
    ? line("calendar", { tone: "amber", says: "health.calendarBehind", count, page: behind })
    : line("calendar", { tone: "green", says: "health.calendarFine", count, page: CONNECTIONS });
}

/** How often both calendars differed; only where there is another one. */
function driftLines({ calcomDrift }: SystemHealth): HealthLine[] {
  if (!calcomDrift) return [];
  const { rate, open: count } = calcomDrift;
  const page = { href: "/settings/calcom", permission: "edit_appointments" };
  const says = count > 0 ? "health.driftOpen" : rate === null ? "health.driftUnknown" : "health.driftRate";
  return [line("drift", { tone: count > 0 ? "amber" : "green", says, count, rate: rate ?? 0, page })];
}
