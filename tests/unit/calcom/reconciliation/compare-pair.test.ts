import { describe, expect, it } from "vitest";
import { comparePair, kindsOf } from "@/server/calcom/reconciliation/rules/compare-pair";
import type { OurSide, TheirSide } from "@/server/calcom/reconciliation/rules/match-sides";
import { at, copyOf, knownCopy, NOW, ourSide, theirSide } from "./sides";

const compare = (ours: OurSide, theirs: TheirSide | null, theirStaffId: string | null = null) =>
  comparePair({ ours, theirs, theirStaffId, now: NOW });
const known = (theirs = theirSide(), changes = {}) => ({ map: knownCopy(copyOf(theirs), changes) });
const kinds = (...args: Parameters<typeof compare>) => {
  const verdict = compare(...args);
  return verdict.state === "drift" ? verdict.kinds : verdict.state;
};
const cancelled = theirSide({ status: "cancelled" });
const nina = { name: "Nina Neu", email: "nina@example.com", phone: null, timeZone: null, language: null };

describe("how both sides stand to each other", () => {
  it.each<[string, unknown, OurSide, TheirSide | null]>([
    ["the same", "equal", ourSide(known()), theirSide()],
    ["not there yet", ["missing_in_calcom"], ourSide(), null],
    ["cancelled here and never there", "equal", ourSide({ part: { status: "cancelled" } }), null],
    ["over here and never there", "equal", ourSide({ part: { startsAt: at(-24) } }), null],
    ["moved there", ["time_mismatch"], ourSide(known()), theirSide({ uid: "next", startsAt: at(30) })],
    ["moved here", ["time_mismatch"], ourSide({ ...known(), part: { startsAt: at(30) } }), theirSide()],
    ["cancelled there", ["status_mismatch"], ourSide(known()), cancelled],
    ["cancelled here", ["status_mismatch"], ourSide({ ...known(), part: { status: "cancelled" } }), theirSide()],
    ["cancelled on both sides", "equal", ourSide({ ...known(cancelled), part: { status: "cancelled" } }), cancelled],
    ["longer there", ["duration_mismatch"], ourSide(known()), theirSide({ endsAt: at(25.5) })],
    ["asked for there, confirmed here", ["status_mismatch"], ourSide(known()), theirSide({ status: "pending" })],
    ["no part of it any more", ["status_mismatch"], ourSide({ ...known(), part: null }), theirSide()],
    ["completed here", "equal", ourSide({ ...known(), part: { status: "completed" } }), theirSide()],
    ["known by its marks only", "adopt", ourSide(), theirSide()],
  ])("%s", (_name, expected, ours, theirs) => expect(kinds(ours, theirs)).toEqual(expected));

  it("is with somebody else", () => {
    expect(kinds(ourSide(known()), theirSide({ eventTypeId: 200 }), "berta")).toEqual(["staff_mismatch"]);
  });

  it("is with whom they chose themselves, until they choose again", () => {
    const host = (id: number) => ({ host: { id, name: `Host ${id}` } });
    expect(kinds(ourSide(known()), theirSide(), "berta")).toBe("equal");
    expect(kinds(ourSide(known(theirSide(host(2)))), theirSide(host(2)), "berta")).toBe("equal");
    expect(kinds(ourSide(), theirSide(host(2)), "berta")).toBe("adopt");
    const again = compare(ourSide(known(theirSide(host(1)))), theirSide(host(2)), "berta");
    expect(again).toMatchObject({ kinds: ["staff_mismatch"], isWritable: false, isTheirsChanged: true });
  });

  it.each(["completed", "in_progress"] as const)(
    "differs when it is %s here and was moved to a day to come",
    (status) => {
      const over = { ...known(theirSide({ startsAt: at(-1) })), part: { status, startsAt: at(-1) } };
      const moved = theirSide({ uid: "next", startsAt: at(30) });
      expect(compare(ourSide(over), moved)).toMatchObject({ kinds: ["time_mismatch"], isWritable: false });
      expect(kinds(ourSide({ ...over, ...known(moved) }), moved)).toBe("equal");
    },
  );

  it("differs when it was called off here and taken there at an earlier time, until somebody was shown it", () => {
    const moved = theirSide({ uid: "next", startsAt: at(-3) });
    const off = { part: { status: "cancelled" as const, startsAt: at(24) } };
    expect(compare(ourSide({ ...known(), ...off }), moved)).toMatchObject({
      kinds: ["time_mismatch"],
      isWritable: false,
    });
    expect(kinds(ourSide({ ...known(moved), ...off }), moved)).toBe("equal");
    const over = { part: { status: "cancelled" as const, startsAt: at(-2) } };
    expect(kinds(ourSide({ ...known(), ...over }), moved)).toBe("adopt");
  });

  it("is off when it was called off there before it began, however late that is found", () => {
    const over = (changedAt: Date) => theirSide({ startsAt: at(-3), status: "cancelled", changedAt });
    const ours = ourSide({ ...known(theirSide({ startsAt: at(-3), changedAt: at(-9) })), part: { startsAt: at(-3) } });
    expect(compare(ours, over(at(-4)))).toMatchObject({ kinds: ["status_mismatch"], isTheirsChanged: true });
    expect(compare(ours, over(at(-2.5)))).toEqual({ state: "adopt", attendance: null });
  });

  it("is adopted with how the visit went", () => {
    const asked = theirSide({ startsAt: at(-3), status: "pending", changedAt: at(-9) });
    const ours = ourSide({ ...known(asked), part: { startsAt: at(-3), status: "pending" } });
    const went = compare(ours, theirSide({ startsAt: at(-3), changedAt: at(-8) }));
    expect(went).toEqual({ state: "adopt", attendance: "ended" });
    expect(kindsOf(went)).toEqual(["status_mismatch"]);
  });

  it("was changed here when it could still have been written, also once that time has passed", () => {
    const before = theirSide({ startsAt: at(-3), changedAt: at(-9) });
    const off = theirSide({ startsAt: at(-3), status: "cancelled", changedAt: at(-6) });
    const given = ourSide({ ...known(before), changedAt: at(-5), part: { startsAt: at(-3), staffId: "berta" } });
    expect(compare(given, off)).toMatchObject({ isOursChanged: true, isTheirsChanged: true, isWritable: true });
  });

  it("was changed here in time also where it was only said yes to afterwards", () => {
    const before = theirSide({ startsAt: at(-3), changedAt: at(-9) });
    const off = theirSide({ startsAt: at(-3), status: "cancelled", changedAt: at(-6) });
    const longer = ourSide({ ...known(before), changedAt: at(-1), part: { startsAt: at(-3), endsAt: at(-1.5) } });
    expect(compare(longer, off)).toMatchObject({ isOursChanged: true, isTheirsChanged: true });
    const same = ourSide({ ...known(before), changedAt: at(-1), part: { startsAt: at(-3) } });
    expect(compare(same, off)).toMatchObject({ isOursChanged: false, isTheirsChanged: true });
  });

  it("is for somebody else only if nothing by which people are known is the same", () => {
    const other = { ...nina, name: "Olga Otto", email: "olga@example.com" };
    const of = (attendee: typeof nina | null) => kinds(ourSide(known()), theirSide({ attendee }));
    expect(of(other)).toEqual(["attendee_mismatch"]);
    expect(of({ ...other, phone: "+49301234567" } as never)).toBe("equal");
    expect(of({ ...other, email: "NINA@example.com" })).toBe("equal");
    expect(kinds(ourSide(known(theirSide({ attendee: other }))), theirSide({ attendee: other }))).toBe("equal");
  });

  it("waits for a write of ours, and for what has been heard of meanwhile", () => {
    const lease = { token: "t", until: at(1) };
    const state = { version: 1, begun: null, lease, failure: null };
    expect(kinds(ourSide({ isOnTheWay: true }), null)).toBe("waiting");
    expect(kinds(ourSide(known(theirSide(), { state })), cancelled)).toBe("waiting");
    expect(kinds(ourSide(known(theirSide({ changedAt: at(-1) }))), cancelled)).toBe("waiting");
  });

  it("can't be told of a write whose answer nobody learnt, as long as nobody asks for it", () => {
    const begun = { action: "create" as const, uid: null, eventTypeId: 100, startsAt: at(24), idemKey: "one" };
    const written = (lease: { token: string; until: Date } | null, more = {}) =>
      ourSide({ map: knownCopy(null, { state: { version: null, begun, lease, failure: null }, ...more }) });
    expect(kinds(written(null), null)).toBe("unsettled");
    expect(kinds(written({ token: "t", until: at(-1) }), null)).toBe("unsettled");
    expect(kinds(written({ token: "t", until: at(1) }), null)).toBe("waiting");
    expect(kinds({ ...written(null), isOnTheWay: true }, null)).toBe("waiting");
    expect(kinds(written(null, { driftStatus: "manual_review" }), null)).toBe("waiting");
  });

  it("leaves to a person what they are to decide, until one of both sides changes", () => {
    const moved = theirSide({ uid: "next", startsAt: at(30) });
    const review = { driftStatus: "manual_review", reviewReason: "slot_taken" };
    expect(kinds(ourSide(known(moved, review)), moved)).toBe("waiting");
    expect(kinds(ourSide({ ...known(moved, review), version: 2 }), moved)).toEqual(["time_mismatch"]);
    const again = theirSide({ uid: "again", startsAt: at(40), changedAt: at(-1) });
    expect(kinds(ourSide(known(moved, review)), again)).toEqual(["time_mismatch"]);
  });
});
