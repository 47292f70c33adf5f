import { afterEach, expect, it, vi } from "vitest";
import { joinRelay } from "@/components/providers/live-relay";

afterEach(() => vi.unstubAllGlobals());

/** Grants the lock one at a time and in order, like a browser that has not yet heard that somebody left. */
function grantInOrder() {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, _options: unknown, lead: () => Promise<void>) => {
    last = last.then(lead);
    return last;
  };
  vi.stubGlobal("navigator", { locks: { request } });
}

it("lets the next tab listen when the lock is granted to one that has just left", async () => {
  grantInOrder();
  const opened: string[] = [];
  const join = (tab: string) =>
    joinRelay({
      openStream: () => {
        opened.push(tab);
        return () => {};
      },
      onNews: () => {},
      name: "live-test",
    });
  join("first")();
  const leave = join("second");
  await vi.waitFor(() => expect(opened).toEqual(["second"]), { timeout: 60_000 });
  leave();
});
