import { createHash } from "node:crypto";

/** UUIDv7 begins with milliseconds; all demo rows share one, so that an id depends on its name alone. */
const BORN = Date.UTC(2026, 0, 1).toString(16).padStart(12, "0");

/** The same name has the same id in every copy of the demo, whatever the day. */
export function seedId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(3), 16) & 0x3) | 0x8).toString(16);
  return [
    BORN.slice(0, 8),
    BORN.slice(8),
    `7${hex.slice(0, 3)}`,
    `${variant}${hex.slice(4, 7)}`,
    hex.slice(7, 19),
  ].join("-");
}

const FOLDED: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ı: "i", ł: "l", ø: "o" };

/** A name for addresses: `Jürgen Weiß` becomes `juergen-weiss`. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßıłø]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}
