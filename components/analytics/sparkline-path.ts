interface Box {
  width: number;
  height: number;
}

export interface SparklinePaths {
  line: string;
  /** The same line, closed along the bottom. */
  area: string;
  last: { x: number; y: number };
}

/** A line from the bottom (zero) to the top (the largest value); a gap takes the value before it. Null without a course to show. */
export function sparklinePaths(values: readonly (number | null)[], { width, height }: Box): SparklinePaths | null {
  if (values.length < 2) return null;
  const filled: number[] = [];
  for (const value of values) filled.push(value ?? filled.at(-1) ?? 0);
  const top = Math.max(...filled);
  const points = filled.map((value, index) => ({
    x: round((index / (filled.length - 1)) * width),
    y: round(top > 0 ? height - (value / top) * height : height),
  }));
  const line = points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${x} ${y}`).join("");
  const last = points.at(-1) ?? { x: width, y: height };
  return { line, area: `${line}L${width} ${height}L0 ${height}Z`, last };
}

/** A day that has only begun would look like a fall: the course ends with the last whole one. */
export function wholeBuckets<Point>({
  series,
  bucket,
}: {
  series: readonly Point[];
  bucket: "hour" | "day";
}): readonly Point[] {
  return bucket === "day" ? series.slice(0, -1) : series;
}

const round = (value: number) => Math.round(value * 100) / 100;
