const STEP_MS = 100;

/**
 * The answer, or an error when it has not come in the time in which this process could have heard it. Time in which the
 * process itself was too busy to listen counts as one step: when hundreds call at once, the store has long answered.
 */
export async function within<T>(ms: number, work: Promise<T>, whose: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    let steps = Math.ceil(ms / STEP_MS);
    timer = setInterval(() => {
      steps -= 1;
      if (steps <= 0) reject(new Error(`${whose} does not answer`));
    }, STEP_MS);
  });
  return Promise.race([work, late]).finally(() => clearInterval(timer));
}
