/** What a crowd got to hear that wanted the same thing at the same moment. */
export interface Heard {
  /** How many heard what, by status and error code. */
  answers: Record<string, number>;
  slowestMs: number;
}

interface Race {
  /** The doors, used in turn. */
  urls: readonly string[];
  attempts: number;
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** Sends the same request so many times at once; an attempt that is not answered at all counts as such. */
export async function race({ urls, attempts, path, ...request }: Race): Promise<Heard> {
  const answers: Record<string, number> = {};
  let slowestMs = 0;
  const attempt = async (nr: number) => {
    const sentAt = performance.now();
    const kind = await askOnce(new URL(path, urls[nr % urls.length]), request);
    answers[kind] = (answers[kind] ?? 0) + 1;
    slowestMs = Math.max(slowestMs, performance.now() - sentAt);
  };
  await Promise.all(Array.from({ length: attempts }, (_, nr) => attempt(nr)));
  return { answers, slowestMs };
}

async function askOnce(url: URL, request: Pick<Race, "headers" | "body">): Promise<string> {
  try {
    const answer = await fetch(url, { method: "POST", ...request });
    const body = (await answer.json().catch(() => null)) as { error?: { code?: string } } | null;
    return [answer.status, body?.error?.code].filter(Boolean).join(" ");
  } catch (error) {
    return `no answer: ${error instanceof Error ? error.message : error}`;
  }
}
