/** What a user agent says of itself, as far as a person would recognise it; null where it says nothing known. */
export interface Device {
  browser: string | null;
  system: string | null;
}

/** The first that matches: many browsers also call themselves by the names of others. */
const BROWSERS: [string, RegExp][] = [
  ["Edge", /\bEdgA?(?:iOS)?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Vivaldi", /\bVivaldi\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /\b(?:Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bVersion\/[\d.]+.*\bSafari\//],
];

const SYSTEMS: [string, RegExp][] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b|\bX11\b/],
];

export function readDevice(userAgent: string | null | undefined): Device {
  const find = (known: [string, RegExp][]) => known.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? null;
  return { browser: find(BROWSERS), system: find(SYSTEMS) };
}

/** What stays the same when the browser is updated. */
export function deviceFamily(userAgent: string | null | undefined): string {
  const { browser, system } = readDevice(userAgent);
  return `${browser ?? "?"}/${system ?? "?"}`;
}

const WORDS = {
  de: { on: "auf", unknown: "Unbekanntes Gerät" },
  en: { on: "on", unknown: "Unknown device" },
};

/** "Chrome auf Windows", for lists and mails. */
export function deviceText({ browser, system }: Device, locale: string): string {
  const words = locale === "en" ? WORDS.en : WORDS.de;
  if (browser && system) return `${browser} ${words.on} ${system}`;
  return browser ?? system ?? words.unknown;
}
