import { type ChildProcess, spawn } from "node:child_process";
import { ROOT } from "../../../scripts/settings.mjs";

export interface Place {
  dataDir: string;
  port: number;
  sandboxPort: number;
}

export interface DemoRun {
  /** Everything that it has said so far. */
  output(): string;
  /** With what it ended, once it has. */
  ended: Promise<number | null>;
  /** As Ctrl-C does. */
  interrupt(): void;
  /** When it says these words, or ends without them. */
  says(words: string): Promise<boolean>;
}

/** What a start takes from the environment must be the test's own. */
const OWN = ["DATABASE_URL", "APP_DATABASE_URL", "PLATFORM_DATABASE_URL", "RUNNER"];

/** `npm run demo`, at a place of its own. */
export function runDemo({ dataDir, port, sandboxPort }: Place): DemoRun {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(port), SANDBOX_PORT: String(sandboxPort) };
  for (const name of OWN) delete env[name as keyof typeof env];
  const child = spawn(process.execPath, ["scripts/demo.mjs"], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const heard = listenTo(child);
  return {
    output: heard.text,
    ended,
    interrupt: () => child.kill("SIGINT"),
    says: (words) => Promise.race([heard.hears(words), ended.then(() => heard.text().includes(words))]),
  };
}

function listenTo({ stdout, stderr }: ChildProcess) {
  let text = "";
  const waiting = new Set<() => void>();
  for (const stream of [stdout, stderr])
    stream?.on("data", (chunk) => {
      text += chunk;
      for (const look of waiting) look();
    });
  const hears = (words: string) =>
    new Promise<boolean>((resolve) => {
      const look = () => text.includes(words) && resolve(true);
      waiting.add(look);
      look();
    });
  return { text: () => text, hears };
}
