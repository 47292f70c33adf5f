import type { TransactionContext } from "./context";

/**
 * What several `ask` leaves as one packet, and nobody waits for one answer before the next is sent. Should one fail, those after
 * it in the same transaction do nothing; the first failure is the one that is thrown, after all have been answered.
 */
export async function askTogether<T extends readonly unknown[]>(
  { connection }: TransactionContext,
  send: () => { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const together = connection?.together ?? (<R>(work: () => R): R => work());
  const answers = await Promise.allSettled(together(send));
  const failed = answers.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
