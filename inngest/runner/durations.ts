const UNIT_MS: Record<string, number> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };
const DURATION = /^(\d+(\.\d+)?(ms|[smhdw]))+$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** `1h30m` in milliseconds, as the SDK writes durations; throws on anything else. */
export function durationMs(text: string): number {
  if (!isDuration(text)) throw new RangeError(`not a duration: "${text}"`);
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/([\d.]+)(ms|[smhdw])/g)) {
    total += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return total;
}

/** The moment a wait ends: the SDK sends a duration (from now) or an ISO instant. */
export function dueAt(text: string, now: number): Date {
  return INSTANT.test(text) ? new Date(text) : new Date(now + durationMs(text));
}

/** `Retry-After`: whole seconds or a date, kept within 1 s and 24 h as the Inngest server does. */
export function retryAfterMs(header: string, now: number): number {
  const wanted = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Math.min(Math.max(Number.isNaN(wanted) ? 0 : wanted, 1000), 86_400_000);
}
