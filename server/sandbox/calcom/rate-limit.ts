const WINDOW_MS = 60_000;

interface Bucket {
  count: number;
  resetsAt: number;
}

/** 120 requests in 60 seconds for each key; whoever exceeds it is shut out for the next 60. */
export class RateLimit {
  #buckets = new Map<string, Bucket>();

  constructor(private limit: number) {}

  /** Counts one request and says how the bucket stands. */
  take(key: string, now: number): { blocked: boolean; headers: Record<string, string> } {
    if (this.limit === 0) return { blocked: false, headers: {} };
    const bucket = this.#bucketOf(key, now);
    bucket.count += 1;
    if (bucket.count === this.limit + 1) bucket.resetsAt = now + WINDOW_MS;
    return { blocked: bucket.count > this.limit, headers: this.#headers(bucket, now) };
  }

  change(limit: number): void {
    this.limit = limit;
    this.clear();
  }

  /** How much of it the busiest key has used up. */
  view(now: number): { perMinute: number; used: number; resetsInSeconds: number } {
    const open = [...this.#buckets.values()].filter(({ resetsAt }) => resetsAt > now);
    const busiest = open.sort((a, b) => b.count - a.count)[0];
    const resetsInSeconds = busiest ? Math.ceil((busiest.resetsAt - now) / 1000) : 0;
    return { perMinute: this.limit, used: busiest?.count ?? 0, resetsInSeconds };
  }

  clear(): void {
    this.#buckets.clear();
  }

  #bucketOf(key: string, now: number): Bucket {
    const known = this.#buckets.get(key);
    if (known && known.resetsAt > now) return known;
    const fresh = { count: 0, resetsAt: now + WINDOW_MS };
    this.#buckets.set(key, fresh);
    return fresh;
  }

  /** The suffix is the bucket's name; `Reset` is seconds from now, whatever some documents say. */
  #headers(bucket: Bucket, now: number): Record<string, string> {
    return {
      "X-RateLimit-Limit-Default": String(this.limit),
      "X-RateLimit-Remaining-Default": String(Math.max(0, this.limit - bucket.count)),
      "X-RateLimit-Reset-Default": String(Math.ceil((bucket.resetsAt - now) / 1000)),
    };
  }
}
