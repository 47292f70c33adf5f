import type { NotificationChannel, NotificationEvent } from "../schema";

export interface ConfigurationRow {
  configurableType: "company" | "branch" | "service" | "staff";
  channel: NotificationChannel;
  fallbackChannel: NotificationChannel | null;
  isEnabled: boolean;
  retryCount: number | null;
  retryDelayMinutes: number | null;
  templateOverrideId: string | null;
}

/** On which channels an event goes out, and what happens when one fails. */
export interface ChannelPlan {
  /** `each`: all of them; `first`: the first one that reaches the recipient. */
  mode: "each" | "first";
  channels: NotificationChannel[];
  fallbackChannel: NotificationChannel | null;
  maxRetries: number;
  retryDelayMinutes: number | null;
  /** A company's own text for a channel. */
  templateIds: Partial<Record<NotificationChannel, string>>;
}

type BuiltIn = Pick<ChannelPlan, "mode" | "channels" | "fallbackChannel">;

const TO_CUSTOMER: BuiltIn = { mode: "each", channels: ["sms", "email"], fallbackChannel: null };
const REMINDER: BuiltIn = { mode: "first", channels: ["sms", "email"], fallbackChannel: "email" };
const TO_PEOPLE: BuiltIn = { mode: "each", channels: ["in_app", "email"], fallbackChannel: null };

const BUILT_IN: Record<NotificationEvent, BuiltIn> = {
  appointment_confirmed: TO_CUSTOMER,
  appointment_pending: TO_CUSTOMER,
  appointment_rescheduled: TO_CUSTOMER,
  appointment_cancelled: TO_CUSTOMER,
  reminder_24h: REMINDER,
  reminder: REMINDER,
  verification_code: { mode: "first", channels: ["sms"], fallbackChannel: null },
  callback_created: TO_PEOPLE,
  call_summary: { mode: "each", channels: ["email"], fallbackChannel: null },
  absence_requested: TO_PEOPLE,
  absence_approved: TO_PEOPLE,
  absence_refused: TO_PEOPLE,
};

/** The executor tries no more often than this, whatever a row says. */
const MAX_RETRIES = 3;
/** Nearest first. */
const LEVELS = ["staff", "service", "branch", "company"] as const;

/**
 * Resolves the rows of a staff member, service, branch and company, nearest first, over the built-in plan. A staff member
 * chooses channels and texts only: timing is the business's, and whether anything is sent at all.
 */
export function resolveChannels(
  event: NotificationEvent,
  { rows, canBeDisabled }: { rows: readonly ConfigurationRow[]; canBeDisabled: boolean },
): ChannelPlan {
  const builtIn = BUILT_IN[event];
  const { mode } = builtIn;
  const rules = nearest(rows, ["service", "branch", "company"]);
  const isOff = canBeDisabled && rules.length > 0 && rules.every(({ isEnabled }) => !isEnabled);
  const chosen = isOff ? [] : choose(rows.filter(({ channel }) => !isForbidden(event, channel)));
  const [first] = chosen;
  const timing = rules.find(({ isEnabled }) => isEnabled);
  return {
    mode: chosen.length > 1 ? "each" : mode,
    channels: isOff ? [] : first ? chosen.map(({ channel }) => channel) : builtIn.channels,
    fallbackChannel: first ? ownFallback(event, first) : builtIn.fallbackChannel,
    maxRetries: Math.min(timing?.retryCount ?? MAX_RETRIES, MAX_RETRIES),
    retryDelayMinutes: timing?.retryDelayMinutes ?? null,
    templateIds: Object.fromEntries(
      chosen.flatMap(({ channel, templateOverrideId }) => (templateOverrideId ? [[channel, templateOverrideId]] : [])),
    ),
  };
}

/** A code proves that its reader is the customer: the team must not see it. */
const isForbidden = (event: NotificationEvent, channel: NotificationChannel | null): boolean =>
  event === "verification_code" && channel === "in_app";

const ownFallback = (event: NotificationEvent, { fallbackChannel }: ConfigurationRow): NotificationChannel | null =>
  isForbidden(event, fallbackChannel) ? null : fallbackChannel;

type Level = (typeof LEVELS)[number];

function nearest(rows: readonly ConfigurationRow[], levels: readonly Level[]): ConfigurationRow[] {
  for (const level of levels) {
    const own = rows.filter(({ configurableType }) => configurableType === level);
    if (own.length > 0) return own;
  }
  return [];
}

/** The enabled rows of the nearest level that has any. */
function choose(rows: readonly ConfigurationRow[]): ConfigurationRow[] {
  return nearest(
    rows.filter(({ isEnabled }) => isEnabled),
    LEVELS,
  );
}
