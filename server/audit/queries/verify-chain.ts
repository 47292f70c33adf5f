import type { ChainEntry, ChainHead } from "../repository/chain";
import type { BrokenLink, ChainReport } from "../schema";
import { checkLink } from "./check-link";

/** Where a chain is read from: a company's, or the platform's own. */
export interface ChainReader {
  head(): Promise<ChainHead | null>;
  entries(query: { after: bigint | null; limit: number }): Promise<ChainEntry[]>;
}

export interface VerifyOptions {
  /** A link that was noted elsewhere: against somebody who rewrites the whole chain, or cuts it and its head alike. */
  anchor?: { sequence: number; hash: string } | undefined;
  onProgress?: (checked: number) => void;
}

interface Verification extends VerifyOptions {
  reader: ChainReader;
}

const BATCH = 1000;
const GENESIS: ChainHead = { sequence: 0n, hash: "" };

/** Recomputes a chain from its first link and names the first that is broken; reads a batch at a time, while others write. */
export async function verifyChain({ reader, anchor, onProgress }: Verification): Promise<ChainReport> {
  const head = (await reader.head()) ?? GENESIS;
  let last = GENESIS;
  let erased = 0;
  const report = (broken: BrokenLink | null): ChainReport => ({
    checked: Number(last.sequence),
    erased,
    head: { sequence: Number(head.sequence), hash: head.hash },
    broken,
  });
  for (let after: bigint | null = null; ; after = last.sequence) {
    const entries = await reader.entries({ after, limit: BATCH });
    for (const entry of entries) {
      const differs = checkLink(entry, last);
      if (isAnchorMissed(entry, anchor)) differs.push("anchor");
      if (differs.length > 0) return report({ sequence: Number(entry.sequence), id: entry.id, differs });
      // Written since the head was read: the head is compared with its own link.
      if (entry.sequence === head.sequence && entry.hash !== head.hash)
        return report({ sequence: Number(entry.sequence), id: entry.id, differs: ["head"] });
      if (entry.salt === null) erased += 1;
      last = { sequence: entry.sequence, hash: entry.hash };
    }
    onProgress?.(Number(last.sequence));
    if (entries.length < BATCH) break;
  }
  return report(await checkEnd({ reader, head, last, anchor }));
}

const isAnchorMissed = (entry: ChainEntry, anchor: Verification["anchor"]): boolean =>
  anchor !== undefined && BigInt(anchor.sequence) === entry.sequence && anchor.hash !== entry.hash;

/** Whether the last entry is the one that the head names: nothing is cut off, nothing hangs on behind it. */
async function checkEnd({ reader, head, last, anchor }: Verification & { head: ChainHead; last: ChainHead }) {
  const missing = (sequence: bigint, differs: string): BrokenLink => ({
    sequence: Number(sequence),
    id: null,
    differs: [differs],
  });
  if (last.sequence < head.sequence) return missing(last.sequence + 1n, "missing");
  if (anchor && last.sequence < BigInt(anchor.sequence)) return missing(last.sequence + 1n, "missing");
  const now = (await reader.head()) ?? GENESIS;
  if (now.sequence < last.sequence) return missing(now.sequence + 1n, "behind_head");
  return null;
}
