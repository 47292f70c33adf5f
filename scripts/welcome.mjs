// What a newcomer reads when everything is up: where to look and how to sign in.
import { join, relative } from "node:path";
import { ROOT } from "./settings.mjs";

/** The closing message of a start, as a small table. */
export function welcome({ demo, demoFile }, { dataDir, isDev }) {
  const lines = [
    ["Portal", demo.appUrl],
    ["Sandbox", `${demo.sandboxUrl}  (telephone, messages, the other side's calendar)`],
    ["Details", shorten(demoFile)],
    ["Logs", shorten(join(dataDir, "logs"))],
  ];
  const users = (demo.users ?? []).map((user) => [user.email, user.password, user.role]);
  return [
    "",
    `AskProAI is running${isDev ? " with hot reload" : ""}.`,
    "",
    ...table(lines),
    ...(users.length ? ["", "  Sign in with", ...table([["E-mail", "Password", "Role"], ...users])] : []),
    "",
    "Ctrl-C stops everything.",
  ].join("\n");
}

function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? "").length)));
  return rows.map((row) => `  ${row.map((cell, i) => String(cell ?? "").padEnd(widths[i])).join("   ")}`.trimEnd());
}

function shorten(path) {
  const inside = relative(ROOT, path);
  return inside.startsWith("..") ? path : inside;
}
