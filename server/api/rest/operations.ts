import { appRouter } from "../root";
import { type Operation, type RestProcedure, toOperation } from "./operation";

interface Route {
  segments: string[];
  byMethod: Map<string, Operation>;
}

/** Reads all operations once; two of one method on one path do not start. */
export function compileOperations(procedures: Record<string, unknown>): Operation[] {
  const operations = Object.entries(procedures).flatMap(
    ([name, procedure]) => toOperation(name, procedure as RestProcedure) ?? [],
  );
  const taken = new Map<string, string>();
  for (const { name, method, path } of operations) {
    const place = `${method} ${path.replace(/\{[^}]+\}/g, "{}")}`;
    const other = taken.get(place);
    if (other) throw new Error(`${name} and ${other} are both ${place}`);
    taken.set(place, name);
  }
  return operations;
}

export const OPERATIONS: readonly Operation[] = compileOperations(appRouter._def.procedures);

const ROUTES = toRoutes(OPERATIONS);

function toRoutes(operations: readonly Operation[]): Route[] {
  const routes = new Map<string, Route>();
  for (const operation of operations) {
    const shape = operation.path.replace(/\{[^}]+\}/g, "{}");
    const route = routes.get(shape) ?? { segments: shape.slice(1).split("/"), byMethod: new Map() };
    route.byMethod.set(operation.method, operation);
    routes.set(shape, route);
  }
  // A name is nearer than a parameter: `/calls/stats` is not the call `stats`.
  return [...routes.values()].sort((a, b) => parametersAt(a).localeCompare(parametersAt(b)));
}

function parametersAt({ segments }: Route): string {
  return segments.map((part) => (part === "{}" ? "1" : "0")).join("");
}

export interface Match {
  methods: string[];
  operation: Operation | null;
  /** Input fields that stood in the path. */
  values: Record<string, string>;
}

/** The operation at a path below the door's prefix; null for a path that there is not. */
export function matchOperation(method: string, path: string): Match | null {
  const parts = path.slice(1).split("/");
  const route = ROUTES.find(({ segments }) => fits(segments, parts));
  if (!route) return null;
  const operation = route.byMethod.get(method === "HEAD" ? "GET" : method) ?? null;
  const given = parts.filter((_, at) => route.segments[at] === "{}");
  const values = operation?.parameters.map(({ field }, at) => [field, decode(given[at] ?? "")]) ?? [];
  return { methods: [...route.byMethod.keys()], operation, values: Object.fromEntries(values) };
}

const fits = (segments: string[], parts: string[]): boolean =>
  segments.length === parts.length &&
  segments.every((part, at) => (part === "{}" ? parts[at] !== "" : part === parts[at]));

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

const STEPS = /(\/[a-z-]+)+$/;

/** The operation that shows what this one changes: at its own address, or at that of the thing whose step it is. */
export function findReading({ path }: Operation): Operation | undefined {
  const addresses = [path, path.replace(STEPS, "")].filter((address) => address.endsWith("}") || address === path);
  const readings = OPERATIONS.filter(
    ({ method, answer }) => method === "GET" && (answer === "single" || answer === "plain"),
  );
  return addresses.flatMap((address) => readings.find((reading) => reading.path === address) ?? [])[0];
}

/** Whether it takes the version that the caller saw. */
export const countsVersions = ({ fields }: Operation): boolean => fields.has("version");

/** Whether it can be asked under the condition that the thing is as the caller saw it. */
export const isConditional = (operation: Operation): boolean =>
  operation.method !== "GET" && (countsVersions(operation) || findReading(operation) !== undefined);
