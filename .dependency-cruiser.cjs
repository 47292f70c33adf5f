// Who may import whom, as docs/architecture.md says. tests/architecture plants a violation and fails if it is not found.
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
/** Isomorphic files: safe in the browser. */
const CONTRACTS = "^server/.+/(schema|rules)([.]ts$|/)";
const GENERATED = "^server/core/generated/";
const RUNTIME = { dependencyTypesNot: ["type-only"] };
const forbid = (name, from, to) => ({ name, severity: "error", from, to });

const askLeft = CONTEXTS.slice(0, -1).map((context, index) =>
  forbid(
    `ask-left-${context}`,
    { path: `^server/${context}/`, pathNot: "/router[.]ts$" },
    { path: `^server/(${CONTEXTS.slice(index + 1).join("|")})/` },
  ),
);

module.exports = {
  forbidden: [
    ...askLeft,
    forbid("no-cycles", { pathNot: GENERATED }, { circular: true, viaOnly: { ...RUNTIME, pathNot: GENERATED } }),
    forbid("core-knows-no-context", { path: "^server/core/" }, { path: "^server/(?!core/)" }),
    forbid("server-knows-no-ui-or-jobs", { path: "^server/" }, { path: "^(app|components|inngest)/" }),
    forbid("jobs-know-no-ui", { path: "^inngest/" }, { path: "^(app|components)/" }),
    forbid("nobody-imports-app", { pathNot: "^(app|tests)/" }, { path: "^app/" }),
    forbid("nobody-imports-sandbox", { pathNot: "^(server/sandbox|tests)/" }, { path: "^server/sandbox/" }),
    forbid("sandbox-knows-no-context", { path: "^server/sandbox/" }, { path: "^server/(?!core/|sandbox/)" }),
    forbid("nobody-imports-tests", { pathNot: "^tests/" }, { path: "^tests/" }),
    forbid(
      "ui-kit-stands-alone",
      { path: "^components/ui/" },
      { path: ["^(app|server|inngest)/", "^components/(?!ui/)"] },
    ),
    forbid(
      "shared-knows-no-context",
      { path: "^components/(shared|providers)/" },
      { path: ["^(app|inngest)/", "^components/(?!ui/|shared/|providers/)"] },
    ),
    forbid(
      "components-see-contracts",
      { path: "^components/" },
      {
        path: "^server/",
        pathNot: [CONTRACTS, "^server/core/(time|time-of-day|time-zone|money|errors|page|allowance)[.]ts$"],
        ...RUNTIME,
      },
    ),
    forbid(
      "pages-prefetch",
      { path: "^app/(?!api/|webhooks/|c/|[.]well-known/)" },
      { path: "^server/", pathNot: [CONTRACTS, "^server/api/rsc"], ...RUNTIME },
    ),
    forbid(
      "contracts-stay-pure",
      { path: CONTRACTS },
      {
        path: "^(app|components|inngest|server)/",
        pathNot: [CONTRACTS, "^server/core/(time|money|errors|page|allowance)"],
        ...RUNTIME,
      },
    ),
    forbid(
      "db-only-in-repositories",
      { path: "^(app|components|inngest|server)/", pathNot: ["^server/core/", "/repository([.]ts$|/)"] },
      { path: "^server/core/db[.]ts$", ...RUNTIME },
    ),
    forbid(
      "context-internals-stay-inside",
      { path: "^server/([^/]+)/", pathNot: "^server/(api|core|sandbox)/" },
      { path: "^server/.+/(repository|views|router|adapters)([.]ts$|/)", pathNot: "^server/($1|core|api)/" },
    ),
    forbid(
      "routers-stay-thin",
      { path: "^server/.+/router[.]ts$" },
      { path: "/(repository|rules|views|adapters)([.]ts$|/)", pathNot: "node_modules" },
    ),
    forbid(
      "jobs-call-use-cases",
      { path: "^inngest/", pathNot: "^inngest/runner/" },
      { path: "^server/", pathNot: ["^server/core/", "/(commands|queries)/", "/(events|schema|rules)([.]ts$|/)"] },
    ),
    forbid(
      "vendors-behind-adapters",
      { path: "^(app|server|inngest)/", pathNot: ["/adapters/", "^server/sandbox/"] },
      { path: "node_modules/(stripe|resend|twilio|retell-sdk|next-auth)/" },
    ),
    forbid("no-orphans", { orphan: true, path: "^server/", pathNot: [GENERATED, "[.]d[.]ts$"] }, {}),
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^server/core/generated/.+/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default"] },
  },
};
