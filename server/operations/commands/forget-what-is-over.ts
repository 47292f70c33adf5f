import { forgetBatch } from "../repository/forget";

const BATCH = 5000;

/**
 * Forgets what is over for good: sessions, challenges, links and attempts, answers kept for a repeat, facts that were
 * published, and what webhooks brought. Safe to run twice, and after half of it.
 */
export async function forgetWhatIsOver({ batch = BATCH }: { batch?: number } = {}): Promise<Record<string, number>> {
  const total: Record<string, number> = {};
  for (;;) {
    const forgotten = await forgetBatch(batch);
    for (const { what, forgotten: count } of forgotten) total[what] = (total[what] ?? 0) + count;
    if (forgotten.every(({ forgotten: count }) => count < batch)) return total;
  }
}
