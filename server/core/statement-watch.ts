import { noteIfSlow, type StatementOwner } from "./slow-query";

type Hear = (...answer: unknown[]) => unknown;

/** Looks at how long each statement of one connection takes. */
export class StatementWatch {
  /** For whom the transaction is that is open. */
  owner: StatementOwner | undefined;
  #answeredAtMs = 0;

  /** Sends a statement, however its caller hears of the answer. */
  watch<T>(text: unknown, args: unknown[], send: (...args: unknown[]) => T): T {
    const answered = this.begin(text, this.owner);
    const hear = args.at(-1);
    if (typeof hear === "function") {
      const hearLater: Hear = (...answer) => {
        answered();
        return hear(...answer);
      };
      return send(...args.slice(0, -1), hearLater);
    }
    const answer = send(...args);
    if (answer instanceof Promise) answer.then(answered, answered);
    return answer;
  }

  /** To be called when the answer is there. What is sent behind another statement waits for it: that is not its own time. */
  begin(text: unknown, owner: StatementOwner | undefined): () => void {
    const sentAtMs = performance.now();
    return () => {
      const nowMs = performance.now();
      noteIfSlow(text, nowMs - Math.max(sentAtMs, this.#answeredAtMs), owner);
      this.#answeredAtMs = nowMs;
    };
  }
}
