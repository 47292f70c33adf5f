/** A bounded queue that one reader empties with `for await`; when it overflows, what waits is replaced by `onOverflow()`. */
export interface Mailbox<T> {
  put(item: T): void;
  /** Ends the reader after what it has already got. */
  close(): void;
  read(): AsyncGenerator<T, void>;
}

export function createMailbox<T>({ limit, onOverflow }: { limit: number; onOverflow: () => T }): Mailbox<T> {
  let items: T[] = [];
  let isClosed = false;
  let wake = () => {};
  return {
    put(item) {
      items = items.length < limit ? [...items, item] : [onOverflow()];
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    async *read() {
      while (!isClosed) {
        const [item, ...rest] = items;
        if (item === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
          continue;
        }
        items = rest;
        yield item;
      }
    },
  };
}
