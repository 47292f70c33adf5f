import { OPERATIONS } from "../operations";
import { BASE } from "../resource-path";
import { COMPONENTS } from "./components";
import { tagOf, toEntry } from "./operation-entry";

const DESCRIPTION = `Everything that the portal does, for programs.

- **Names** are snake_case. Instants are ISO 8601 with an offset; amounts are whole cents.
- **Answers**: a list is \`{data, meta}\`, one thing is \`{data}\`; a few operations (sign-in, bookings, availability, dashboard)
  answer without \`data\`, as documented. What answers nothing is 204.
- **Lists** go on by \`page\` and \`per_page\`, or by \`cursor\`. List parameters take commas or repeat.
- **Repeating** a POST with the same \`Idempotency-Key\` gives the first answer again. A refused request keeps nothing: the same
  key may try again.
- **Conditions**: \`ETag\`, \`If-None-Match\` and \`If-Match\` on single things and their changes.
- **Refusals** have one shape and stable codes, with a message in German or English.
- **Limits**: headers tell what is left; 429 says when to come back.
- Older addresses (\`/api/v2/portal/…\`, \`/api/v1/…\`, \`/api/…\` for customers, calls and appointments) stay.`;

let made: { text: string } | undefined;

/** The document of all operations (OpenAPI 3.1), made once; the same operations answer at the door. */
export function documentText(): string {
  made ??= { text: JSON.stringify(toDocument()) };
  return made.text;
}

function toDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] ??= {};
    Object.assign(paths[operation.path] ?? {}, { [operation.method.toLowerCase()]: toEntry(operation) });
  }
  return {
    openapi: "3.1.0",
    info: { title: "AskProAI", version: "2.0.0", description: DESCRIPTION },
    servers: [{ url: BASE }],
    tags: tagNames().map((name) => ({ name })),
    security: [{ apiKey: [] }, { bearer: [] }, { session: [] }],
    paths,
    components: COMPONENTS,
  };
}

/** What most programs are for comes first; the rest as it is declared. */
const FIRST = ["auth", "dashboard", "availability", "bookings", "appointments", "customers", "calls", "callbacks"];

function tagNames(): string[] {
  const names = [...new Set(OPERATIONS.map(tagOf))];
  return [...FIRST.filter((name) => names.includes(name)), ...names.filter((name) => !FIRST.includes(name))];
}
