import type { Element } from "./elements";

/** "Nächste Woche geht nicht, aber die Woche drauf": counted from the week named before; without one it stays open which. */
export function followingWeeks(elements: readonly Element[]): Element[] {
  let named: number | null = null;
  return elements.map((element): Element => {
    if (element.kind === "day" && element.ref.kind === "week") named = element.ref.plus;
    if (element.kind !== "week-after") return element;
    if (named === null) return { kind: "word", text: "", temporal: true };
    named += 1;
    return { kind: "day", ref: { kind: "week", plus: named } };
  });
}
