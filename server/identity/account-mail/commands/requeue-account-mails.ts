import { requeueStuckMails } from "../repository";

/** Hands mails that failed for a passing reason within the last day to new jobs, and forgets those of last month. */
export async function requeueAccountMails(): Promise<{ requeued: number }> {
  return { requeued: await requeueStuckMails() };
}
