import { describe, expect, it } from "vitest";
import { type SourceFile, sourcesBelow } from "./source";

const CONTEXTS = [
  "audit",
  "identity",
  "tenancy",
  "integrations",
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
    "reconciliation",
    "imports",
    "modifications",
    "calendar",
    "chains",
    "conflicts",
    "deposits",
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
  ...["platform", "security", "scheduling", "classes", "utilisation", "simulator", "knowledge"],
  ...["offers", "origins", "photos", "resources", "services"],
  ...["exceptions", "holidays", "hours", "rota"],
  ...["connection", "mapping"],
  ...["erasure"],
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

const FOLDERS = ["app", "components", "server", "inngest", "prisma/seed"];
const everywhere = FOLDERS.flatMap(sourcesBelow);
type Rule = (file: SourceFile) => boolean;

/** The platform's queries and generated code ask in their own ways. */
const gathersQuestions: Rule = ({ path, text }) =>
  path.startsWith("server/") && !/\/(platform|generated)\//.test(path) && /db\(\w+\)\.\w+\.findUnique/.test(text);

const isStrangeInContext: Rule = ({ path }) => {
  const parts = path.split("/").slice(2);
  const inside = SUB_TOPICS.includes(parts[0] ?? "") ? parts.slice(1) : parts;
  return !IN_A_CONTEXT.test(inside.join("/"));
};

const saysNothing: Rule = ({ path }) =>
  /(^|\/)(utils?|helpers?|lib|common|misc)(\/|\.tsx?$)|\/(types|constants|index)\.tsx?$/.test(path);

const ENVIRONMENT =
  /^(server\/core\/env\.ts|server\/sandbox\/main\.ts|inngest\/runner\/(main|mode|start)\.ts|prisma\/seed\/.*)$/;
const readsEnvironment: Rule = ({ path, text }) => text.includes("process.env") && !ENVIRONMENT.test(path);

const PLATFORM_DOOR =
  /^(server\/core\/(db|platform)\.ts|server\/operations\/repository\/bench\.ts|prisma\/seed\/(main|print-standing-world)\.ts)$/;
const opensPlatformDoor: Rule = ({ path, text }) => text.includes("platformClient") && !PLATFORM_DOOR.test(path);

const PLATFORM_TOPIC = /^server\/(core\/platform\.ts|[a-z]+\/(platform|impersonation)\/)/;
const actsAsPlatform: Rule = ({ path, text }) =>
  !path.startsWith("prisma/") && text.includes("transactAsPlatform") && !PLATFORM_TOPIC.test(path);

const changesSilently: Rule = ({ path, text }) =>
  path.includes("/commands/") &&
  /\btransact(AsPlatform)?\(/.test(text) &&
  !/\brecord(Platform)?Audit\(/.test(text) &&
  !text.includes("// Not audited:");

/** A job that is not in the served list, or not under its file's name. */
function isUnservedJob(served: string): Rule {
  return ({ path, text }) => {
    const name =
      path
        .split("/")
        .at(-1)
        ?.replace(/\.tsx?$/, "") ?? "";
    return text.includes("createFunction(") && !(text.includes(`id: "${name}"`) && served.includes(`/${name}"`));
  };
}

const pathsOf = (files: readonly SourceFile[], rule: Rule): string[] => files.filter(rule).map(({ path }) => path);

describe("questions to the database", () => {
  it("are never gathered over several callers, as findUnique does with whoever asks in the same moment", () => {
    expect(pathsOf(everywhere, gathersQuestions)).toEqual([]);
  });
});

describe("names and places", () => {
  it("uses only the vocabulary inside a context", () => {
    expect(pathsOf(contextFiles, isStrangeInContext)).toEqual([]);
  });

  it("has no folder or file that says nothing", () => {
    expect(pathsOf(everywhere, saysNothing)).toEqual([]);
  });

  it("reads process.env in one place", () => {
    expect(pathsOf(everywhere, readsEnvironment)).toEqual([]);
  });
});

describe("the platform's door", () => {
  it("is opened by its own commands, the seed, the job runner and a yardstick of the bench only", () => {
    expect(pathsOf(everywhere, opensPlatformDoor)).toEqual([]);
  });

  it("stands in the topics of the platform only", () => {
    expect(pathsOf(everywhere, actsAsPlatform)).toEqual([]);
  });
});

describe("commands", () => {
  it("write an audit entry in the same transaction, or say why not", () => {
    expect(pathsOf(contextFiles, changesSilently)).toEqual([]);
  });
});

describe("jobs", () => {
  const jobs = sourcesBelow("inngest").filter(
    ({ path }) => path.split("/").length > 2 && !path.startsWith("inngest/runner/"),
  );
  const served = sourcesBelow("inngest").find(({ path }) => path === "inngest/functions.ts")?.text ?? "";

  it("are in the served list, each with its file's name as its id", () => {
    expect(pathsOf(jobs, isUnservedJob(served))).toEqual([]);
    expect(jobs.length).toBeGreaterThan(10);
  });
});

describe("and this would be found:", () => {
  it.each<[string, Rule, string, string]>([
    ["a gathered question", gathersQuestions, "server/staff/repository.ts", "db(ctx).staff.findUnique({})"],
    ["a place outside the vocabulary", isStrangeInContext, "server/staff/services/staff.ts", ""],
    ["a place outside it in a sub-topic", isStrangeInContext, "server/staff/offers/manager.ts", ""],
    ["a folder that says nothing", saysNothing, "components/staff/helpers/name.ts", ""],
    ["a file that says nothing", saysNothing, "server/staff/types.ts", ""],
    ["an index", saysNothing, "components/staff/index.tsx", ""],
    ["the environment read elsewhere", readsEnvironment, "server/staff/rules.ts", "process.env.PORT"],
    ["the platform's client in a context", opensPlatformDoor, "server/staff/repository.ts", "platformClient().staff"],
    ["a platform's change in a context", actsAsPlatform, "server/staff/commands/a.ts", "transactAsPlatform(ctx)"],
    ["a change that nobody records", changesSilently, "server/staff/commands/a.ts", "return transact(ctx, write);"],
    ["a platform's too", changesSilently, "server/staff/platform/commands/a.ts", "transactAsPlatform(ctx, write);"],
    ["a job that is not served", isUnservedJob(""), "inngest/staff/count.ts", 'createFunction({ id: "count" })'],
    [
      "a job by another name",
      isUnservedJob('"./staff/count"'),
      "inngest/staff/count.ts",
      'createFunction({ id: "sum" })',
    ],
  ])("%s", (_name, rule, path, text) => {
    expect(pathsOf([{ path, text }], rule)).toEqual([path]);
  });

  it.each<[string, Rule, string, string]>([
    ["a recorded change", changesSilently, "server/staff/commands/a.ts", "transact(ctx); recordAudit(tx, {})"],
    ["a command of a context", isStrangeInContext, "server/staff/offers/commands/set-offers.ts", ""],
    ["a served job", isUnservedJob('"./staff/count"'), "inngest/staff/count.ts", 'createFunction({ id: "count" })'],
  ])("and none of its business is %s", (_name, rule, path, text) => {
    expect(pathsOf([{ path, text }], rule)).toEqual([]);
  });
});
