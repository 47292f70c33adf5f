import { z } from "zod";
import { faultInput } from "../faults";
import { ok, type Route, route } from "../http/route";
import { resetSandbox, type Sandbox } from "../sandbox";
import { steeringInput } from "./input";

const resetInput = z.object({ everything: z.boolean().default(false) });

export function ownRoutes(sandbox: Sandbox): Route[] {
  const { faults, deliveries, config } = sandbox;
  return [
    route("GET /_/health", () => ok({ status: "ok", appUrl: config.appUrl })),
    route("GET /_/faults", () => ok(faults.list())),
    route("POST /_/faults", (request) => ok(faults.add(steeringInput(request, faultInput)))),
    route("DELETE /_/faults", () => {
      faults.clear();
      return ok([]);
    }),
    route("GET /_/deliveries", () => ok([...deliveries.list()].reverse())),
    route("POST /_/reset", (request) => {
      resetSandbox(sandbox, steeringInput(request, resetInput));
      return ok({ status: "ok" });
    }),
  ];
}
