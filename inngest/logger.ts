import type { Logger } from "inngest";
import { log } from "@/server/core/log";

type Level = keyof Logger;

/** The SDK's logger on our channel. It asks for the environment only when there is something to say: a build has none. */
const write =
  (level: Level) =>
  (...parts: unknown[]) => {
    const [first, ...rest] = parts;
    const isFacts = typeof first === "object" && first !== null;
    const message = (isFacts ? rest : parts).map(String).join(" ");
    log("jobs")[level](isFacts ? first : {}, message);
  };

export const jobsLogger: Logger = {
  info: write("info"),
  warn: write("warn"),
  error: write("error"),
  debug: write("debug"),
};
