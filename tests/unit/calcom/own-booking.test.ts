import { expect, it } from "vitest";
import { findOwn } from "@/server/calcom/rules/own-booking";

const MARKS = { appointmentId: "a", companyId: "c", idemKey: "k" };
const booking = (uid: string, changes: Record<string, unknown> = {}) => ({
  uid,
  status: "accepted",
  metadata: { ...MARKS } as Record<string, unknown>,
  rescheduledToUid: null as string | null,
  ...changes,
});

it("knows its own booking among others", () => {
  const theirs = booking("theirs", { metadata: {} });
  const another = booking("another", { metadata: { ...MARKS, appointmentId: "b", idemKey: "l" } });
  expect(findOwn([theirs, another, booking("own")], MARKS)?.uid).toBe("own");
  expect(findOwn([theirs, another], MARKS)).toBeNull();
});

it("knows one that was moved or cancelled since by the key of the attempt", () => {
  const moved = booking("moved", { status: "cancelled", rescheduledToUid: "next" });
  expect(findOwn([moved], MARKS)?.uid).toBe("moved");
  expect(findOwn([booking("off", { status: "cancelled" })], MARKS)?.uid).toBe("off");
});

it("takes no cancelled booking of an earlier attempt for this one", () => {
  const earlier = booking("earlier", { status: "cancelled", metadata: { ...MARKS, idemKey: "old" } });
  expect(findOwn([earlier], MARKS)).toBeNull();
});
