import { setSegmentsInput } from "@/server/catalog/services/schema/chain";
import { fieldText } from "../../shared/field-text";
import type { Text } from "../../shared/use-text";
import { type LinkDraft, toSegment } from "./use-chain-draft";

interface ChainFaults {
  /** Of the chain as a whole. */
  whole: string[];
  /** By position. */
  links: Record<number, string[]>;
}

const ANY_SERVICE = "00000000-0000-7000-8000-000000000000";
const FIELDS: Record<string, string> = {
  name: "segments.name",
  durationMinutes: "segments.duration",
  gapAfterMinMinutes: "segments.wait",
  gapAfterMaxMinutes: "segments.wait",
  staffId: "segments.staff",
};

/** What keeps the chain from being saved, in words; the server asks the same. */
export function chainFaults(chain: readonly LinkDraft[], { text, errors }: { text: Text; errors: Text }): ChainFaults {
  const read = setSegmentsInput.safeParse({ serviceId: ANY_SERVICE, segments: chain.map(toSegment) });
  const faults: ChainFaults = { whole: [], links: {} };
  for (const { path, code, message } of read.error?.issues ?? []) {
    const [, position, field] = path;
    const said = fieldText(errors, { type: code, message });
    if (typeof position !== "number") faults.whole.push(said);
    else {
      const label = FIELDS[String(field)];
      faults.links[position] ??= [];
      faults.links[position].push(label ? `${text(label)}: ${said}` : said);
    }
  }
  return faults;
}
