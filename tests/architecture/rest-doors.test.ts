import { expect, it } from "vitest";
import { appRouter } from "@/server/api/root";
import type { ProcedureMeta } from "@/server/api/trpc";

/** What is asked by our own pages only, and why nobody misses it in the API. */
const PAGES_ONLY: Record<string, string> = {
  "team.list": "members and invitations in one answer; the API has /team and /team/invitations",
  "catalog.listServices": "the services' names for a choice; the API has /services",
  "availability.findChainSlots": "the page's form of what the API answers at /availability/composite",
  "availability.listClosedStarts":
    "the times that the page's choice shows greyed out; the API has /availability/explain",
  "calendar.get": "a drawing of a day or a week; the API has /appointments and /working-hours",
  "calendar.checkMove": "what the calendar says while a block is being dragged; the API has /appointments/{id}/policy",
  "classes.listChoices": "the choices of a dialog, of which the API lists each by itself",
  "notifications.previewDecision": "what a dialog shows before its button is pressed",
  "operations.getHealth": "the API has /api/health/detailed",
  "webhooks.getMonitor": "the API has /api/webhooks/monitor",
  "simulator.listScenarios": "what the page of the simulator offers",
  "simulator.play": "a conversation that is only tried out; nothing of it stays",
  "simulator.converse": "the same, typed by a person",
  "live.events": "a stream of what changed, over the page's own connection",
};

interface Declared {
  _def: { meta?: ProcedureMeta };
}
const ELSEWHERE = ["public", "account"];
const ofCompanies = Object.entries(appRouter._def.procedures as unknown as Record<string, Declared>).filter(
  ([name, { _def }]) => !name.startsWith("platform.") && !ELSEWHERE.includes(_def.meta?.permission ?? ""),
);

it("what a company can do on its pages it can do through the API, or the reason stands here", () => {
  expect(ofCompanies.length).toBeGreaterThan(100);
  const missing = ofCompanies.filter(([name, { _def }]) => !_def.meta?.rest && !(name in PAGES_ONLY));
  expect(missing.map(([name]) => name)).toEqual([]);
});

it("no reason is given for what is there, or is gone", () => {
  const without = new Set(ofCompanies.filter(([, { _def }]) => !_def.meta?.rest).map(([name]) => name));
  expect(Object.keys(PAGES_ONLY).filter((name) => !without.has(name))).toEqual([]);
});
