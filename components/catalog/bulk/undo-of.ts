import type { EditedServices, EditServicesInput } from "@/server/catalog/services/schema/price";

/** What puts everything back that went through, as long as nobody has changed it since. */
export function undoOf({ results }: EditedServices): EditServicesInput["changes"] {
  return results.flatMap(({ serviceId, isDone, version, before }) =>
    isDone && version !== null && before ? [{ serviceId, version, ...before }] : [],
  );
}
