import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** One import that must not be, and the rule that has to notice it. */
interface Violation {
  rule: string;
  from: string;
  to: string;
}

const CONTEXTS = [
  ...["audit", "identity", "tenancy", "integrations", "speech", "catalog", "staff", "policies", "customers", "billing"],
  ...["availability", "appointments", "calls", "invoices", "journey", "goals", "notifications", "calcom", "webhooks"],
  ...["analytics", "operations"],
];

/** Each context asks the one to its right. */
const askingRight: Violation[] = CONTEXTS.slice(0, -1).map((context, index) => ({
  rule: `ask-left-${context}`,
  from: `server/${context}/queries/asks-right.ts`,
  to: `server/${CONTEXTS[index + 1]}/queries/answers.ts`,
}));

export const VIOLATIONS: readonly Violation[] = [
  ...askingRight,
  { rule: "no-cycles", from: "server/staff/rules/one.ts", to: "server/staff/rules/other.ts" },
  { rule: "core-knows-no-context", from: "server/core/knows.ts", to: "server/staff/schema.ts" },
  { rule: "server-knows-no-ui-or-jobs", from: "server/staff/queries/draws.ts", to: "components/staff/card.ts" },
  { rule: "jobs-know-no-ui", from: "inngest/staff/draws.ts", to: "components/staff/card.ts" },
  { rule: "nobody-imports-app", from: "components/staff/routes.ts", to: "app/page.ts" },
  { rule: "nobody-imports-sandbox", from: "inngest/staff/doubles.ts", to: "server/sandbox/double.ts" },
  { rule: "sandbox-knows-no-context", from: "server/sandbox/knows.ts", to: "server/staff/schema.ts" },
  { rule: "nobody-imports-tests", from: "components/staff/tested.ts", to: "tests/support/factory.ts" },
  { rule: "ui-kit-stands-alone", from: "components/ui/button.ts", to: "components/shared/note.ts" },
  { rule: "shared-knows-no-context", from: "components/shared/knows.ts", to: "components/staff/card.ts" },
  { rule: "components-see-contracts", from: "components/staff/asks.ts", to: "server/staff/queries/answers.ts" },
  { rule: "pages-prefetch", from: "app/staff/page.ts", to: "server/staff/queries/answers.ts" },
  { rule: "contracts-stay-pure", from: "server/staff/schema.ts", to: "server/core/clock.ts" },
  { rule: "db-only-in-repositories", from: "server/staff/queries/reaches.ts", to: "server/core/db.ts" },
  { rule: "context-internals-stay-inside", from: "server/staff/queries/reads.ts", to: "server/catalog/repository.ts" },
  { rule: "routers-stay-thin", from: "server/staff/router.ts", to: "server/staff/rules/one.ts" },
  { rule: "jobs-call-use-cases", from: "inngest/staff/reaches.ts", to: "server/staff/repository.ts" },
  { rule: "vendors-behind-adapters", from: "server/staff/commands/charges.ts", to: "node_modules/stripe/index.ts" },
];

/** A small project in a folder of its own in which each rule is broken once. */
export function plantViolations(): string {
  const folder = mkdtempSync(join(tmpdir(), "planted-"));
  const imports = new Map<string, string[]>();
  const add = (path: string, asked: string[]) => imports.set(path, [...(imports.get(path) ?? []), ...asked]);
  for (const { from, to } of VIOLATIONS) {
    add(from, [to]);
    add(to, []);
  }
  add("server/staff/rules/other.ts", ["server/staff/rules/one.ts"]);
  // Nothing asks for it: the rule about orphans has no target of its own.
  add("server/staff/queries/nobody-asks.ts", []);
  for (const [path, asked] of imports) write(join(folder, path), asked);
  const paths = { "@/*": ["./*"] };
  const compilerOptions = { module: "esnext", moduleResolution: "bundler", paths };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  return folder;
}

function write(path: string, asked: string[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const names = asked.map((_, index) => `asked${index}`);
  const lines = asked.map(
    (from, index) => `import { planted as ${names[index]} } from "@/${from.replace(/\.ts$/, "")}";`,
  );
  writeFileSync(path, [...lines, `export const planted: unknown = [${names.join(", ")}];`, ""].join("\n"));
}
