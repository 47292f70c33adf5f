import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { comparePair } from "@/server/calcom/reconciliation/rules/compare-pair";
import type { OurSide, TheirSide } from "@/server/calcom/reconciliation/rules/match-sides";
import {
  type DriftAction,
  decideAction,
  decideAll,
  POSSIBLE,
  strategyFor,
} from "@/server/calcom/reconciliation/rules/strategy";
import { type DriftKind, type DriftStrategy, driftKind } from "@/server/calcom/reconciliation/schema";
import { isLive } from "@/server/calcom/rules/next-step";
import { MINUTE } from "@/server/core/time";
import { at, copyOf, knownCopy, NOW, ourSide, type Person, theirSide, typeOf } from "./sides";

describe("what is chosen for a kind", () => {
  it("is possible, or it is as it was set up", () => {
    expect(strategyFor("time_mismatch", { chosen: {} })).toBe("newest_wins");
    expect(strategyFor("time_mismatch", { chosen: { time_mismatch: "manual" } })).toBe("manual");
    expect(strategyFor("attendee_mismatch", { chosen: { attendee_mismatch: "calcom_wins" } })).toBe("manual");
    const forced = { chosen: { time_mismatch: "manual" as const }, forced: "platform_wins" as const };
    expect(strategyFor("time_mismatch", forced)).toBe("platform_wins");
    expect(strategyFor("attendee_mismatch", forced)).toBe("manual");
    for (const kind of driftKind.options) expect(POSSIBLE[kind]).toContain(strategyFor(kind, { chosen: {} }));
  });
});

describe("the newest wins", () => {
  const side = (isChanged: boolean, hours: number) => ({ isChanged, changedAt: at(hours) });
  it.each<[string, DriftAction, boolean, number, boolean, number]>([
    ["whoever alone changed, whatever the clocks say", "follow", false, 9, true, 1],
    ["also when it was us", "write", true, 1, false, 9],
    ["the later one where both changed", "write", true, 9, true, 1],
    ["or the other side", "follow", true, 1, true, 9],
  ])("%s", (_name, expected, oursChanged, ours, theirsChanged, theirs) => {
    const sides = { ours: side(oursChanged, ours), theirs: side(theirsChanged, theirs) };
    expect(decideAction("newest_wins", sides)).toBe(expected);
  });
});

describe("what differs in several ways", () => {
  const sides = { ours: { isChanged: false, changedAt: null }, theirs: { isChanged: true, changedAt: null } };
  it.each<[string, DriftAction, Partial<Record<DriftKind, DriftStrategy>>, DriftKind]>([
    ["goes the way that all go", "follow", {}, "time_mismatch"],
    ["is a person's where one of them is", "review", { staff_mismatch: "manual" }, "staff_mismatch"],
    ["is a person's where they go apart", "review", { staff_mismatch: "platform_wins" }, "time_mismatch"],
  ])("%s", (_name, action, chosen, kind) => {
    expect(decideAll(["time_mismatch", "staff_mismatch"], { chosen }, sides)).toMatchObject({ action, kind });
  });

  it("is a person's where writing would change nothing", () => {
    const choice = { chosen: { staff_mismatch: "platform_wins" as const } };
    const decide = (isWritable: boolean) => decideAll(["staff_mismatch"], choice, { ...sides, isWritable }).action;
    expect([decide(true), decide(false)]).toEqual(["write", "review"]);
  });
});

/** A world of one appointment and its booking, where following and writing do what they promise. */
interface World {
  ours: OurSide;
  theirs: TheirSide | null;
}
const compare = ({ ours, theirs }: World) => {
  const theirStaffId = theirs?.eventTypeId === typeOf("berta") ? "berta" : "anna";
  return comparePair({ ours, theirs, theirStaffId: theirs && theirStaffId, now: NOW });
};

function follow({ ours, theirs }: World): World {
  if (!theirs || !ours.part) throw new Error("there is nothing to follow");
  const staffId = theirs.eventTypeId === typeOf("berta") ? "berta" : "anna";
  const { startsAt, endsAt } = theirs;
  const status = !isLive(theirs)
    ? ("cancelled" as const)
    : theirs.status === "pending"
      ? ours.part.status
      : "confirmed";
  const part = isLive(theirs) ? { ...ours.part, status, startsAt, endsAt, staffId } : { ...ours.part, status };
  return { ours: { ...ours, part, map: knownCopy(copyOf(theirs)) }, theirs };
}

function write({ ours }: World): World {
  const { part } = ours;
  const stands = part !== null && (part.status === "pending" || part.status === "confirmed");
  const { startsAt = at(24), endsAt = at(25) } = part ?? {};
  const made = theirSide({
    uid: "written",
    startsAt,
    endsAt,
    eventTypeId: typeOf((part?.staffId ?? "anna") as Person),
  });
  const theirs = stands ? made : { ...made, status: "cancelled" };
  return { ours: { ...ours, map: knownCopy(copyOf(theirs)) }, theirs };
}

/** At most one more time: what was asked for there and moved is confirmed by the second. */
function resolve(world: World, forced: DriftStrategy, rounds = 2): World | "for a person" {
  const verdict = compare(world);
  if (verdict.state === "adopt") return follow(world);
  if (verdict.state !== "drift" || rounds === 0) return world;
  const { ours, theirs } = world;
  const strategy = strategyFor(verdict.kinds[0], { chosen: {}, forced });
  const { isOneWay, isOursChanged, isTheirsChanged } = verdict;
  const action = decideAction(strategy, {
    isOneWay,
    ours: { isChanged: isOursChanged, changedAt: ours.changedAt },
    theirs: { isChanged: isTheirsChanged, changedAt: theirs?.changedAt ?? null },
  });
  // What stands there of what was cancelled here is not brought back to life by itself.
  if (action === "review" || (action === "follow" && ours.part?.status === "cancelled")) return "for a person";
  return resolve(action === "follow" ? follow(world) : write(world), forced, rounds - 1);
}

const hours = fc.integer({ min: 2, max: 200 });
const person = fc.constantFrom<Person>("anna", "berta");
const world = fc.record({
  ours: fc.record({
    status: fc.constantFrom("pending" as const, "confirmed" as const, "cancelled" as const),
    hours,
    person,
  }),
  theirs: fc.option(
    fc.record({
      status: fc.constantFrom("accepted", "cancelled", "pending"),
      hours,
      person,
      minutes: fc.constantFrom(30, 60),
    }),
  ),
  before: fc.option(hours),
  strategy: fc.constantFrom<DriftStrategy>("newest_wins", "calcom_wins", "platform_wins"),
});

describe("what is done about a difference", () => {
  it("brings both sides together, whichever wins, and finds nothing to do a second time", () => {
    fc.assert(
      fc.property(world, ({ ours: o, theirs: t, before, strategy }) => {
        const copy = before === null ? null : copyOf(theirSide({ startsAt: at(before), changedAt: at(-50) }));
        const part = { status: o.status, startsAt: at(o.hours), staffId: o.person };
        const ours = ourSide({ part, map: copy && knownCopy(copy) });
        const there = t && { status: t.status, startsAt: at(t.hours), eventTypeId: typeOf(t.person) };
        const endsAt = t && new Date(at(t.hours).getTime() + t.minutes * MINUTE);
        const theirs = there && endsAt && theirSide({ uid: "now", ...there, endsAt });
        const resolved = resolve({ ours, theirs }, strategy);
        if (resolved === "for a person") expect(o.status).toBe("cancelled");
        else expect(compare(resolved)).toEqual({ state: "equal" });
      }),
    );
  });
});
