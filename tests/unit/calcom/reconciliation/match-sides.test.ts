import { describe, expect, it } from "vitest";
import { matchSides, type OurSide, type TheirSide } from "@/server/calcom/reconciliation/rules/match-sides";
import { copyOf, knownCopy, ourSide, theirSide } from "./sides";

const match = (ours: OurSide[], theirs: TheirSide[]) => matchSides({ companyId: "company", ours, theirs });
const marks = { appointmentId: "ours", companyId: "company" };
const linked = ourSide({ map: knownCopy(copyOf(theirSide())) });

describe("which booking is whose", () => {
  it("follows what a booking has become, within what was read and beyond", () => {
    const old = theirSide({ status: "cancelled", rescheduledToUid: "next" });
    const next = theirSide({ uid: "next", rescheduledFromUid: "there" });
    const near = match([linked], [old, next]);
    expect(near.pairs).toMatchObject([{ theirs: { uid: "next" }, uids: ["there", "next"], lookUp: null }]);
    expect(near.onlyTheirs).toEqual([]);
    expect(match([linked], [old]).pairs).toMatchObject([{ theirs: null, lookUp: "next" }]);
    expect(match([linked], []).pairs).toMatchObject([{ theirs: null, lookUp: "there" }]);
  });

  it("knows its own by what was written into it, also the part of a longer visit", () => {
    const second = theirSide({ uid: "second", metadata: { ...marks, segment: "1" } });
    const first = theirSide({ uid: "first", metadata: marks });
    const { pairs } = match([ourSide(), ourSide({ position: 1 })], [second, first]);
    expect(pairs.map(({ theirs }) => theirs?.uid)).toEqual(["first", "second"]);
    const foreign = theirSide({ metadata: { ...marks, companyId: "another" } });
    expect(match([ourSide()], [foreign])).toMatchObject({ pairs: [{ theirs: null }], onlyTheirs: [{ uid: "there" }] });
  });

  it("gives an appointment one booking, and leaves over the one too many", () => {
    const twice = [theirSide(), theirSide({ uid: "twin", metadata: marks })];
    expect(match([linked], twice)).toMatchObject({
      pairs: [{ theirs: { uid: "there" } }],
      onlyTheirs: [{ uid: "twin" }],
    });
  });

  it("gives nobody a booking that waits for a person", () => {
    const [ended, twin] = [theirSide({ status: "cancelled" }), theirSide({ uid: "twin", metadata: marks })];
    const orphanUids = new Set(["twin"]);
    const matched = matchSides({ companyId: "company", ours: [linked], theirs: [ended, twin], orphanUids });
    expect(matched).toMatchObject({ pairs: [{ theirs: { uid: "there" } }], onlyTheirs: [{ uid: "twin" }] });
  });

  it("has nothing to say of what was cancelled over there and never was here", () => {
    expect(match([], [theirSide({ status: "cancelled" })])).toEqual({ pairs: [], onlyTheirs: [] });
  });
});
