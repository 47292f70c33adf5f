/** Something that lasts from one minute of a day to another. */
export interface Lasting {
  /** Minutes below the top of what is shown. */
  top: number;
  minutes: number;
}

export interface Lane {
  /** Beside which others at the same time it stands, such as one that was booked after a no-show. */
  lane: number;
  lanes: number;
}

/** Blocks that share some time share the width; all others have it for themselves. */
export function inLanes<Block extends Lasting>(blocks: readonly Block[]): (Block & Lane)[] {
  const sorted = [...blocks].sort((a, b) => a.top - b.top);
  const groups: Block[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const block of sorted) {
    if (block.top < end) groups.at(-1)?.push(block);
    else groups.push([block]);
    end = Math.max(end, block.top + block.minutes);
  }
  return groups.flatMap((group) => {
    const laneEnds: number[] = [];
    const placed = group.map((block) => {
      const free = laneEnds.findIndex((laneEnd) => laneEnd <= block.top);
      const lane = free < 0 ? laneEnds.length : free;
      laneEnds[lane] = block.top + block.minutes;
      return { ...block, lane };
    });
    return placed.map((block) => ({ ...block, lanes: laneEnds.length }));
  });
}
