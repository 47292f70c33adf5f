import { countForgettable, forgetBatch } from "../repository/forget";

const BATCH = 5000;

interface Forgetting {
  batch?: number;
  /** Only says how many of each kind there are; it stops counting at a batch. */
  isDryRun?: boolean;
}

/**
 * Forgets what is over for good: sessions, challenges, links and attempts, answers kept for a repeat, facts that were
 * published, what webhooks brought, and what was found to differ at Cal.com. Safe to run twice, and after half of it.
 */
export async function forgetWhatIsOver({
  batch = BATCH,
  isDryRun = false,
}: Forgetting = {}): Promise<Record<string, number>> {
  const total: Record<string, number> = {};
  for (;;) {
    const forgotten = isDryRun ? await countForgettable(batch) : await forgetBatch(batch);
    for (const { what, forgotten: count } of forgotten) total[what] = (total[what] ?? 0) + count;
    if (isDryRun || forgotten.every(({ forgotten: count }) => count < batch)) return total;
  }
}
