import { z } from "zod";
import { tellOfMeetings } from "../calcom/meetings";
import { faultInput } from "../faults";
import { ok, type Route, route } from "../http/route";
import { resetSandbox, type Sandbox } from "../sandbox";
import { refuseSteering, steeringInput } from "./input";

const resetInput = z.object({ everything: z.boolean().default(false) });
const seedInput = z.strictObject({ seed: z.int() });
const clockInput = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  advanceMs: z.int().optional(),
  isStopped: z.boolean().optional(),
});

export function ownRoutes(sandbox: Sandbox): Route[] {
  const { faults, config, dice } = sandbox;
  return [
    route("GET /_/health", () => ok({ status: "ok", appUrl: config.appUrl })),
    route("GET /_/faults", () => ok(faults.list())),
    route("POST /_/faults", (request) => ok(faults.add(steeringInput(request, faultInput)))),
    route("DELETE /_/faults", () => {
      faults.clear();
      return ok([]);
    }),
    route("DELETE /_/faults/:id", ({ params }) => {
      faults.remove(Number(params.id));
      return ok(faults.list());
    }),
    route("GET /_/seed", () => ok({ seed: dice.seed })),
    route("POST /_/seed", (request) => {
      dice.restart(steeringInput(request, seedInput).seed);
      return ok({ seed: dice.seed });
    }),
    ...clockRoutes(sandbox),
    ...deliveryRoutes(sandbox),
    route("POST /_/reset", (request) => {
      resetSandbox(sandbox, steeringInput(request, resetInput));
      return ok({ status: "ok" });
    }),
  ];
}

/** Time that one can set, stop and let run; what falls due on the way happens before the answer. */
function clockRoutes(sandbox: Sandbox): Route[] {
  const { clock } = sandbox;
  const view = () => ({ now: clock.now().toISOString(), isStopped: clock.isStopped });
  return [
    route("GET /_/clock", () => ok(view())),
    route("POST /_/clock", async (request) => {
      const { now, advanceMs, isStopped } = steeringInput(request, clockInput);
      // Whoever stops it at a time means that very time.
      if (isStopped) clock.stop();
      if (now) clock.set(new Date(now));
      if (advanceMs) clock.advance(advanceMs);
      if (isStopped === false) clock.run();
      await tellOfMeetings(sandbox);
      return ok(view());
    }),
    route("DELETE /_/clock", () => {
      clock.reset();
      return ok(view());
    }),
  ];
}

function deliveryRoutes({ deliveries }: Sandbox): Route[] {
  return [
    route("GET /_/deliveries", () => ok([...deliveries.list()].reverse())),
    route("POST /_/deliveries/flush", async () => ok({ released: await deliveries.flush() })),
    route("GET /_/deliveries/:id", ({ params }) => {
      const found = deliveries.find(Number(params.id));
      if (!found) throw refuseSteering(404, `no delivery ${params.id}`);
      return ok(found);
    }),
    route("POST /_/deliveries/:id/replay", async ({ params }) => {
      const receipt = await deliveries.replay(Number(params.id));
      if (!receipt) throw refuseSteering(404, `no delivery ${params.id}`);
      return ok(receipt);
    }),
  ];
}
