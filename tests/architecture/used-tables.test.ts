import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { root, type SourceFile, sourcesBelow } from "./source";

/** They stand already, because what stands refers to them or is erased with them; until then nobody reads or writes them. */
const WAITING: Record<string, string> = {
  AgentVersion: "for an agent whose earlier wordings are compared and taken back",
  CallbackEscalation: "for callbacks that nobody takes on",
  CustomerRelationship: "for families and companies of customers",
  NotificationProvider: "for a second provider of a channel: each has one, and its health stands with its integration",
  OutboundWebhook: "for webhooks of a company's own",
  OutboundWebhookDelivery: "for webhooks of a company's own",
  UserPreference: "for what people set for themselves",
};

const filesIn = (folder: string, name: (entry: string) => string) =>
  readdirSync(`${root}/${folder}`).flatMap((entry) => {
    const path = `${root}/${folder}/${name(entry)}`;
    return path.endsWith(".toml/migration.sql") ? [] : [readFileSync(path, "utf8")];
  });

const MODELS = filesIn("prisma/schema", (entry) => entry).flatMap((text) =>
  [...text.matchAll(/^model (\w+) \{.*?@@map\("(\w+)"\)/gms)].map(([, model = "", table = ""]) => ({ model, table })),
);
const migrations = filesIn("prisma/migrations", (entry) => `${entry}/migration.sql`).join("\n");
/** What the database itself does with tables: its functions. */
const functions = (migrations.match(/CREATE (?:OR REPLACE )?FUNCTION.*?(\$\w*\$).*?\1/gs) ?? []).join("\n");

function unused(sources: readonly SourceFile[]): string[] {
  const code = [functions, ...sources.map(({ text }) => text)].join("\n");
  const words = new Set(code.match(/\b\w+\b/g));
  const accessed = new Set(code.match(/\.\w+\b/g));
  const isUsed = ({ model, table }: (typeof MODELS)[number]) =>
    words.has(table) || accessed.has(`.${model[0]?.toLowerCase()}${model.slice(1)}`);
  return MODELS.filter((one) => !isUsed(one)).map(({ model }) => model);
}

describe("a table", () => {
  const sources = ["server", "inngest"].flatMap(sourcesBelow).filter(({ path }) => !path.startsWith("server/sandbox/"));

  it("is used, or says what it waits for", () => {
    expect(MODELS.length).toBeGreaterThan(80);
    expect(unused(sources).sort()).toEqual(Object.keys(WAITING).sort());
  });

  it("and one that nobody uses any more would be found", () => {
    const without = sources.filter(({ text }) => !text.includes(".webhookEvent."));
    expect(unused(without)).toContain("WebhookEvent");
  });
});
