import { describe, expect, it } from "vitest";
import {
  admit,
  CLOSED,
  isResting,
  stateOf,
  withFailure,
  withPause,
  withRest,
  withSuccess,
} from "@/server/integrations/rules/circuit";
import type { Circuit } from "@/server/integrations/schema";

const at = (seconds: number): Date => new Date(Date.parse("2026-12-01T08:00:00Z") + seconds * 1000);
const failingAt = (...seconds: number[]): Circuit =>
  seconds.reduce((circuit, second) => withFailure(circuit, at(second)), CLOSED);

describe("the circuit of a provider", () => {
  it("opens at the fifth failure within a minute", () => {
    expect(stateOf(failingAt(0, 10, 20, 30), at(30))).toBe("closed");
    expect(stateOf(failingAt(0, 10, 20, 30, 40), at(40))).toBe("open");
    expect(stateOf(failingAt(0, 10, 20, 30, 61), at(61))).toBe("closed");
  });

  it("lets nobody through for 30 seconds, then one", () => {
    const open = failingAt(0, 1, 2, 3, 4);
    expect(admit(open, at(10))).toEqual({ isAllowed: false, waitSeconds: 24 });
    const first = admit(open, at(34));
    expect(stateOf(open, at(34))).toBe("half_open");
    if (!first.isAllowed) throw new Error("nobody may try");
    expect(admit(first.circuit, at(35))).toMatchObject({ isAllowed: false });
  });

  it("closes when the one succeeds and opens again when it fails", () => {
    const open = failingAt(0, 1, 2, 3, 4);
    const tried = admit(open, at(40));
    if (!tried.isAllowed) throw new Error("nobody may try");
    expect(stateOf(withSuccess(tried.circuit, at(41)), at(41))).toBe("closed");
    expect(admit(withFailure(tried.circuit, at(41)), at(50))).toEqual({ isAllowed: false, waitSeconds: 21 });
  });

  it("remembers since when it is open, through every vain try", () => {
    const open = failingAt(0, 1, 2, 3, 4);
    expect(open.openedAt).toBe(at(4).toISOString());
    const again = withFailure(open, at(40));
    expect(again).toMatchObject({ openedAt: at(4).toISOString(), openUntil: at(70).toISOString() });
    expect(withSuccess(again, at(71)).openedAt).toBeNull();
  });

  it("lets another try when the one who tried never came back", () => {
    const tried = admit(failingAt(0, 1, 2, 3, 4), at(40));
    if (!tried.isAllowed) throw new Error("nobody may try");
    expect(admit(tried.circuit, at(71)).isAllowed).toBe(true);
  });

  it("rests as long as the provider asks, then everybody may call", () => {
    const paused = withPause(CLOSED, at(0), 60);
    expect(admit(paused, at(59))).toEqual({ isAllowed: false, waitSeconds: 1 });
    expect(admit(paused, at(60))).toMatchObject({ isAllowed: true, circuit: { openUntil: null, cause: null } });
  });

  it("lets those go first after a rest whom somebody waits for", () => {
    const paused = withPause(CLOSED, at(0), 60);
    const again = admit(paused, at(60));
    if (!again.isAllowed) throw new Error("nobody may call");
    expect(admit(again.circuit, at(61), { isPatient: true })).toEqual({ isAllowed: false, waitSeconds: 9 });
    expect(admit(withSuccess(again.circuit, at(62)), at(62), { isPatient: true }).isAllowed).toBe(false);
    expect(admit(again.circuit, at(70), { isPatient: true }).isAllowed).toBe(true);
  });

  it("holds back what nobody waits for while little of the allowance is left", () => {
    const resting = withRest(CLOSED, at(0), 30);
    expect(admit(resting, at(1)).isAllowed).toBe(true);
    expect(admit(resting, at(1), { isPatient: true })).toEqual({ isAllowed: false, waitSeconds: 29 });
    expect(stateOf(resting, at(1))).toBe("closed");
    expect([isResting(resting, at(1), 29), isResting(resting, at(1), 60)]).toEqual([true, false]);
    expect(admit(withFailure(resting, at(2)), at(3), { isPatient: true }).isAllowed).toBe(false);
  });
});
