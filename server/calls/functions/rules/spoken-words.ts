import type { FunctionArgs } from "../schema";
import type { Phone } from "./phone";

const MOST = 200;
const DEEPEST = 8;

/** Everything that stands in the arguments, known or not: whoever needs help says so wherever they are asked. */
export function allWords(said: unknown, depth = 0): string[] {
  if (typeof said === "string") return [said];
  if (typeof said !== "object" || said === null || depth >= DEEPEST) return [];
  return Object.values(said)
    .flatMap((value) => allWords(value, depth + 1))
    .slice(0, MOST);
}

const lower = (text: string): string => text.toLocaleLowerCase("de");

/** A service may be called after an illness: its name is no cry for help. */
export function withoutServiceNames(text: string, { services }: Pick<Phone, "services">): string {
  const spoken = lower(text);
  const said = labelsOf(services).filter((label) => spoken.includes(label));
  return said.reduce((rest, label) => withoutLabel(rest, label), text);
}

const knownLabels = new WeakMap<Phone["services"], readonly string[]>();

/** All names of the services in small letters, the longest first; made once for a list that every question brings along. */
function labelsOf(services: Phone["services"]): readonly string[] {
  const known = knownLabels.get(services);
  if (known) return known;
  const labels = new Set(
    services.flatMap(({ name, synonyms, segments }) => [name, ...synonyms, ...segments].map(lower)),
  );
  const fresh = [...labels].filter((label) => label.trim().length > 3).sort((a, b) => b.length - a.length);
  knownLabels.set(services, fresh);
  return fresh;
}

/** In one pass: a long speech may name it a hundred times, and somebody waits. */
function withoutLabel(text: string, label: string): string {
  const spoken = lower(text);
  let rest = "";
  let from = 0;
  for (let at = spoken.indexOf(label); at >= 0; at = spoken.indexOf(label, from)) {
    rest += `${text.slice(from, at)} · `;
    from = at + label.length;
  }
  return rest + text.slice(from);
}

/** Where a caller says what they want; in the others a name, a number or a note stands. */
const WISHES = "service staff branch date time wish starts_at reason topic text question preferred_times code".split(
  " ",
);
const STATEMENTS = "name customer_name customer_phone phone_number customer_email customer_notes notes birthdate".split(
  " ",
);

const textOf = (args: FunctionArgs, fields: readonly string[]): string[] =>
  fields
    .flatMap((field) => (args as Record<string, unknown>)[field] ?? [])
    .filter((value) => typeof value === "string");

export const wishesIn = (args: FunctionArgs): string[] => [...textOf(args, WISHES), ...(args.services ?? [])];
export const statementsIn = (args: FunctionArgs): string[] => textOf(args, STATEMENTS);
