import type { FunctionConfig } from "./function-config";

export interface Subscription {
  config: FunctionConfig;
  expression: string | undefined;
}

export interface Cancellation {
  config: FunctionConfig;
  if: string | undefined;
  timeout: string | undefined;
}

interface Listeners {
  starts: Subscription[];
  cancels: Cancellation[];
}

/** The registered functions, by id and by the events they listen to. */
export interface Registry {
  readonly all: readonly FunctionConfig[];
  get(id: string): FunctionConfig | undefined;
  listeners(eventName: string): Listeners;
}

export function createRegistry(configs: FunctionConfig[]): Registry {
  const byId = new Map(configs.map((config) => [config.id, config]));
  const byEvent = new Map<string, Listeners>();
  return {
    all: configs,
    get: (id) => byId.get(id),
    listeners(eventName) {
      const known = byEvent.get(eventName) ?? findListeners(configs, eventName);
      byEvent.set(eventName, known);
      return known;
    },
  };
}

function findListeners(configs: FunctionConfig[], eventName: string): Listeners {
  return {
    starts: configs.flatMap((config) =>
      config.triggers
        .filter(({ event }) => event !== undefined && matchesName(event, eventName))
        .map(({ expression }) => ({ config, expression })),
    ),
    cancels: configs.flatMap((config) =>
      config.cancel
        .filter(({ event }) => event === eventName)
        .map((cancel) => ({ config, if: cancel.if, timeout: cancel.timeout })),
    ),
  };
}

/** Trigger names may end in a wildcard segment: `app/*`, `app/user.*`. */
export function matchesName(pattern: string, name: string): boolean {
  return pattern === name || (/[/.]\*$/.test(pattern) && name.startsWith(pattern.slice(0, -1)));
}
