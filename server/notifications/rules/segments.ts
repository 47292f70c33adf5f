/** The GSM-7 alphabet; those of the second set take two places, because an escape goes before them. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const ESCAPED = new Set("\f^{}\\[~]|€");

export interface SmsSize {
  encoding: "GSM-7" | "UCS-2";
  /** Places taken: septets, or 16-bit units. */
  units: number;
  /** What it is billed as. */
  segments: number;
}

/** How large a text message is. One character outside the GSM alphabet makes all of it more than twice as expensive. */
export function measureSms(text: string): SmsSize {
  const characters = [...text];
  const isGsm = characters.every((character) => BASIC.has(character) || ESCAPED.has(character));
  const sizes = characters.map((character) => (isGsm ? (ESCAPED.has(character) ? 2 : 1) : character.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const [single, part] = isGsm ? [160, 153] : [70, 67];
  return {
    encoding: isGsm ? "GSM-7" : "UCS-2",
    units,
    segments: units <= single ? 1 : countParts(sizes, part),
  };
}

/** A character is never divided between two parts, so a part may end one place early. */
function countParts(sizes: number[], capacity: number): number {
  let parts = 1;
  let used = 0;
  for (const size of sizes) {
    if (used + size > capacity) {
      parts += 1;
      used = 0;
    }
    used += size;
  }
  return parts;
}

const LOOK_ALIKES: [RegExp, string][] = [
  [/[„“”«»]/g, '"'],
  [/[‚‘’‹›´`]/g, "'"],
  [/[‐‑‒–—−]/g, "-"],
  [/…/g, "..."],
  [/[\u00a0\u2007\u2009\u202f]/g, " "],
  [/[\u200b\u00ad]/g, ""],
];

/** Letters that Unicode does not take apart into one of the alphabet and its sign. */
const LETTERS: Record<string, string> = { ı: "i", ł: "l", Ł: "L", đ: "d", Đ: "D", ð: "d", þ: "th", œ: "oe", Œ: "OE" };

/**
 * Replaces typographic characters, and letters with signs that the GSM alphabet lacks (ş, ğ, č, ı), by those that a text
 * message carries cheaply. Letters of other scripts stay what they are.
 */
export function toPlainCharacters(text: string): string {
  const plain = LOOK_ALIKES.reduce((left, [pattern, replacement]) => left.replaceAll(pattern, replacement), text);
  return [...plain.normalize("NFC")].map(toGsmLetter).join("");
}

function toGsmLetter(character: string): string {
  if (BASIC.has(character) || ESCAPED.has(character)) return character;
  const bare = LETTERS[character] ?? character.normalize("NFD").replaceAll(/\p{M}/gu, "");
  return [...bare].every((letter) => BASIC.has(letter)) ? bare : character;
}
