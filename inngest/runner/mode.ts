import { randomBytes } from "node:crypto";
import type { ClientOptions } from "inngest";

/** The environment is set up for no mode at all: better no start than events that go nowhere. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

/** `embedded`: our own runner in PostgreSQL. `server`: Inngest's cloud, self-hosted or dev server, by its keys. */
export type JobsMode = "embedded" | "server";

type Variables = Partial<Record<string, string>>;

/** Decides by the INNGEST_* variables alone; half a set of keys is an error, never a silent choice. */
export function readJobsMode(variables: Variables): JobsMode {
  const hasEventKey = Boolean(variables.INNGEST_EVENT_KEY);
  const hasSigningKey = Boolean(variables.INNGEST_SIGNING_KEY);
  const isDev = !["", "0", "false"].includes(variables.INNGEST_DEV ?? "");
  if (isDev && variables.NODE_ENV === "production") {
    throw new ConfigurationError("INNGEST_DEV turns signature checks off and is refused in production.");
  }
  if (isDev || (hasEventKey && hasSigningKey)) return "server";
  if (hasEventKey) throw new ConfigurationError("INNGEST_EVENT_KEY is set, but INNGEST_SIGNING_KEY is not.");
  if (hasSigningKey) throw new ConfigurationError("INNGEST_SIGNING_KEY is set, but INNGEST_EVENT_KEY is not.");
  if (variables.INNGEST_BASE_URL) {
    throw new ConfigurationError("INNGEST_BASE_URL is set, but INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY are not.");
  }
  return "embedded";
}

/** The mode of this process; throws on a half-configured environment. */
export function jobsMode(): JobsMode {
  return readJobsMode(process.env);
}

/** What an embedded client and its runner share. */
export interface EmbeddedBinding {
  readonly signingKey: string;
  fetch: typeof fetch;
}

/** A fresh key for each process: whoever calls `/api/inngest` from outside can't know it, and gets 401. */
export function createBinding(send: typeof fetch = refuse): EmbeddedBinding {
  return { signingKey: `signkey-local-${randomBytes(32).toString("hex")}`, fetch: send };
}

async function refuse(): Promise<never> {
  throw new ConfigurationError("No job runner is connected to this process.");
}

const shared = globalThis as typeof globalThis & { askproaiJobs?: EmbeddedBinding };

/**
 * The process's own binding, with `send` until a runner takes it over. On `globalThis`, because Next.js bundles
 * instrumentation and routes separately.
 */
export function processBinding(send?: typeof fetch): EmbeddedBinding {
  shared.askproaiJobs ??= createBinding(send);
  return shared.askproaiJobs;
}

/** Client options that send everything to the binding, with signature checks on, to a host that can't be resolved. */
export function embeddedOptions(binding: EmbeddedBinding) {
  return {
    isDev: false,
    baseUrl: "http://embedded.invalid/",
    eventKey: "embedded",
    signingKey: binding.signingKey,
    fetch: ((input, init) => binding.fetch(input, init)) as typeof fetch,
  } satisfies Partial<ClientOptions>;
}
