/**
 * zod asks the browser whether it may compile code, and our content security policy reports the question. Told beforehand
 * it does not ask. The settings stand where zod itself keeps them, so that no page loads zod for their sake.
 */
const shared = globalThis as typeof globalThis & { __zod_globalConfig?: { jitless?: boolean } };
if (typeof window !== "undefined") {
  shared.__zod_globalConfig ??= {};
  shared.__zod_globalConfig.jitless = true;
}

export {};
