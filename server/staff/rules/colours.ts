/** Distinct from each other in a calendar, dark enough for white text. */
export const STAFF_COLOURS = [
  ...["#0f766e", "#1d4ed8", "#7c3aed", "#be185d", "#b91c1c", "#c2410c"],
  ...["#a16207", "#4d7c0f", "#15803d", "#0369a1", "#6d28d9", "#334155"],
] as const;

/** The same name gets the same one. */
export function colourFor(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return STAFF_COLOURS[sum % STAFF_COLOURS.length] ?? STAFF_COLOURS[0];
}
