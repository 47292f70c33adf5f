import type { MessageLanguage } from "../schema";

const LOCALE: Record<MessageLanguage, string> = { de: "de-DE", en: "en-GB" };

interface Place {
  timezone: string;
  language: MessageLanguage;
}

/** `Dienstag, 8. Dezember 2026`, or `Di., 8. Dezember` where there is little room. */
export function writeDate(at: Date, { timezone, language, isShort }: Place & { isShort: boolean }): string {
  const size = isShort ? ({ weekday: "short" } as const) : ({ weekday: "long", year: "numeric" } as const);
  return format(at, { timezone, language }, { ...size, day: "numeric", month: "long" });
}

/** `14:30 Uhr`, `14:30`. */
export function writeTime(at: Date, place: Place): string {
  const time = format(at, place, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return place.language === "de" ? `${time} Uhr` : time;
}

export function writeMinutes(seconds: number, language: MessageLanguage): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (language === "de") return minutes === 1 ? "1 Minute" : `${minutes} Minuten`;
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

/** The formatter likes narrow spaces, which a text message has to pay for. */
function format(at: Date, { timezone, language }: Place, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(LOCALE[language], { ...options, timeZone: timezone });
  return formatter.format(at).replaceAll(/[\u00a0\u2009\u202f]/g, " ");
}
