import { describe, expect, it } from "vitest";
import { sourcesBelow } from "./source";

const CONTEXTS = [
  "audit",
  "identity",
  "tenancy",
  "speech",
  "catalog",
  "staff",
  "policies",
  "customers",
  "billing",
  "availability",
  "appointments",
  "calls",
  "invoices",
  "journey",
  "goals",
  "notifications",
  "integrations",
  "calcom",
  "webhooks",
  "analytics",
  "operations",
];
const SUB_TOPICS = [
  ...[
    "batches",
    "bookings",
    "callbacks",
    "imports",
    "modifications",
    "calendar",
    "chains",
    "conflicts",
    "fees",
    "functions",
    "notes",
    "reviews",
    "series",
    "waitlist",
  ],
  ...[
    "account-mail",
    "api-keys",
    "impersonation",
    "links",
    "passkeys",
    "passwords",
    "profile",
    "roles",
    "sessions",
    "team",
    "tokens",
    "two-factor",
  ],
  ...["platform", "security", "classes", "utilisation"],
  ...["offers", "origins", "resources", "services"],
  ...["exceptions", "holidays", "hours", "rota"],
];
const IN_A_CONTEXT =
  /^(schema|rules|repository|views|events|router)(\.tsx?$|\/)|^(commands|queries|adapters|templates)\//;

const contextFiles = CONTEXTS.flatMap((context) => {
  try {
    return sourcesBelow(`server/${context}`);
  } catch {
    return [];
  }
});

describe("questions to the database", () => {
  it("are never gathered over several callers, as findUnique does with whoever asks in the same moment", () => {
    const gathering = sourcesBelow("server")
      .filter(({ path }) => !path.includes("/platform/") && !path.includes("/generated/"))
      .filter(({ text }) => /db\(\w+\)\.\w+\.findUnique/.test(text));
    expect(gathering.map(({ path }) => path)).toEqual([]);
  });
});

describe("names and places", () => {
  it("uses only the vocabulary inside a context", () => {
    const strange = contextFiles
      .map(({ path }) => path.split("/").slice(2))
      .filter((parts) => {
        const inside = SUB_TOPICS.includes(parts[0] ?? "") ? parts.slice(1) : parts;
        return !IN_A_CONTEXT.test(inside.join("/"));
      });
    expect(strange.map((parts) => parts.join("/"))).toEqual([]);
  });

  it("has no folder or file that says nothing", () => {
    const empty = /(^|\/)(utils?|helpers?|lib|common|misc)(\/|\.tsx?$)|\/(types|constants|index)\.tsx?$/;
    const paths = ["app", "components", "server", "inngest", "prisma/seed"]
      .flatMap(sourcesBelow)
      .map(({ path }) => path);
    expect(paths.filter((path) => empty.test(path))).toEqual([]);
  });

  it("reads process.env in one place", () => {
    const allowed =
      /^(server\/core\/env\.ts|server\/sandbox\/main\.ts|inngest\/runner\/(main|mode|start)\.ts|prisma\/seed\/.*)$/;
    const readers = ["app", "components", "server", "inngest", "prisma/seed"]
      .flatMap(sourcesBelow)
      .filter(({ text }) => text.includes("process.env"));
    expect(readers.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe("the platform's door", () => {
  it("is opened by its own commands, the seed, the job runner and a yardstick of the bench only", () => {
    const allowed =
      /^(server\/core\/(db|platform)\.ts|server\/operations\/repository\/bench\.ts|prisma\/seed\/main\.ts)$/;
    const users = ["app", "components", "server", "inngest", "prisma/seed"]
      .flatMap(sourcesBelow)
      .filter(({ text }) => text.includes("platformClient"));
    expect(users.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });

  it("stands in the topics of the platform only", () => {
    const allowed = /^server\/(core\/platform\.ts|[a-z]+\/(platform|impersonation)\/)/;
    const users = ["app", "components", "server", "inngest"]
      .flatMap(sourcesBelow)
      .filter(({ text }) => text.includes("transactAsPlatform"));
    expect(users.map(({ path }) => path).filter((path) => !allowed.test(path))).toEqual([]);
  });
});

describe("commands", () => {
  const commands = contextFiles.filter(({ path }) => path.includes("/commands/"));

  it("write an audit entry in the same transaction, or say why not", () => {
    const silent = commands.filter(
      ({ text }) =>
        /\btransact(AsPlatform)?\(/.test(text) &&
        !/\brecord(Platform)?Audit\(/.test(text) &&
        !text.includes("// Not audited:"),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe("jobs", () => {
  const jobs = sourcesBelow("inngest").filter(
    ({ path }) => path.split("/").length > 2 && !path.startsWith("inngest/runner/"),
  );
  const served = sourcesBelow("inngest").find(({ path }) => path === "inngest/functions.ts")?.text ?? "";

  it("are in the served list, each with its file's name as its id", () => {
    for (const { path, text } of jobs) {
      const name =
        path
          .split("/")
          .at(-1)
          ?.replace(/\.tsx?$/, "") ?? "";
      if (!text.includes("createFunction(")) continue;
      expect(text, path).toContain(`id: "${name}"`);
      expect(served, path).toContain(`/${name}"`);
    }
    expect(jobs.length).toBeGreaterThan(0);
  });
});
