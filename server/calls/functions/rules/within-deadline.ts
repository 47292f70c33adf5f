interface Deadline<T> {
  deadlineMs: number;
  whenLate: () => T | Promise<T>;
}

/** What a caller would wait for too long is answered for: whoever says nothing is taken for a broken line. */
export async function withinDeadline<T>(answered: Promise<T>, { deadlineMs, whenLate }: Deadline<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(whenLate()), deadlineMs);
  });
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}
