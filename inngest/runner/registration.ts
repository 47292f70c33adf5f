import type { z } from "zod";
import { type FunctionConfig, functionConfig } from "./function-config";

/** A function asks for something that the embedded runner does not do. */
export class RegistrationError extends Error {
  override readonly name = "RegistrationError";
}

/**
 * Checks everything the SDK registers. Throws with every function id and option name that can't be carried out,
 * so that no option is ever ignored in silence.
 */
export function readFunctions(registered: unknown[]): FunctionConfig[] {
  const faults: string[] = [];
  const configs: FunctionConfig[] = [];
  for (const raw of registered) {
    const parsed = functionConfig.safeParse(raw);
    if (parsed.success) configs.push(parsed.data);
    else faults.push(...parsed.error.issues.flatMap((issue) => describe(functionId(raw), issue)));
  }
  const ids = configs.map(({ id }) => id);
  for (const id of new Set(ids.filter((one, at) => ids.indexOf(one) !== at)))
    faults.push(`${id}: the id is used twice`);
  if (faults.length) throw new RegistrationError(`The embedded runner refuses:\n  ${faults.join("\n  ")}`);
  return configs;
}

function functionId(raw: unknown): string {
  return typeof raw === "object" && raw !== null && "id" in raw ? String(raw.id) : "(no id)";
}

function describe(id: string, issue: z.core.$ZodIssue): string[] {
  const at = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => `${id}: option "${[...at, key].join(".")}" is not supported`);
  }
  return [`${id}: option "${at.join(".")}": ${issue.message}`];
}
