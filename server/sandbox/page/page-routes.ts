import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Route, route } from "../http/route";

const FOLDER = "server/sandbox/page";
const STYLES = ["theme", "controls", "telephone", "inbox", "calendar", "faults", "layout"];
const SCRIPTS = [
  ...["page", "element", "telephone", "inbox", "calendar", "booking-panel", "booking-forms"],
  ...["faults", "deliveries", "clock", "words", "german", "english"],
];
const ASSETS = [...STYLES.map((name) => `${name}.css`), ...SCRIPTS.map((name) => `${name}.js`)];
const TYPES: Record<string, string> = { css: "text/css", js: "text/javascript", html: "text/html" };

/** The page: plain files of this folder, read once, with nothing from anywhere else. */
export function pageRoutes(): Route[] {
  return [asset("/", "page.html"), bookingPage(), ...ASSETS.map((file) => asset(`/page/${file}`, file))];
}

/** The address by which a booking is seen over there. */
function bookingPage(): Route {
  return route("GET /booking/:uid", ({ params }) => {
    const location = `/?booking=${encodeURIComponent(params.uid ?? "")}#calendar`;
    return { status: 302, headers: { location } };
  });
}

function asset(path: string, file: string): Route {
  const body = readFileSync(join(FOLDER, file), "utf8");
  const type = TYPES[file.split(".").at(-1) ?? ""] ?? "text/plain";
  const headers = { "content-type": `${type}; charset=utf-8`, "cache-control": "no-store" };
  return route(`GET ${path}`, () => ({ status: 200, body, headers }));
}
