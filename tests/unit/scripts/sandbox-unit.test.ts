import { EventEmitter } from "node:events";
import { expect, it } from "vitest";
import { sandboxUnit } from "../../../scripts/units.mjs";
import { HAIRCUT, OWNER, runSandbox } from "../sandbox/running-sandbox";

/** A sandbox as a copy starts it, the process itself left out. */
async function started({ isDev }: { isDev: boolean }) {
  const sandbox = await runSandbox();
  let worlds = 0;
  const readWorld = async () => {
    worlds += 1;
    return { calcomWorld: { users: [OWNER], eventTypes: [HAIRCUT] } };
  };
  const stdout = new EventEmitter();
  const child = { stdout, exitCode: null, signalCode: null };
  const unit = sandboxUnit({ isDev, sandboxPort: sandbox.port }, {}, readWorld);
  expect(await unit.ready(child, () => "sandbox ready at its port")).toBe(true);
  const users = async () => (await sandbox.steer("/calcom")).body.users.map(({ id }: { id: number }) => id);
  const forget = () => sandbox.steer("/reset", { everything: true });
  return { users, forget, says: (words: string) => stdout.emit("data", Buffer.from(words)), worlds: () => worlds };
}

it("knows the demo's businesses once it is ready", async () => {
  const { users } = await started({ isDev: false });
  expect(await users()).toEqual([OWNER.id]);
});

it("is told of them again in development, whenever a change of its sources has started it anew", async () => {
  const { users, forget, says, worlds } = await started({ isDev: true });
  await forget();
  expect(await users()).toEqual([]);
  says("GET /v2/me 200\n");
  expect(worlds()).toBe(1);
  says("sandbox ready at its port\n");
  await expect.poll(users).toEqual([OWNER.id]);
});
