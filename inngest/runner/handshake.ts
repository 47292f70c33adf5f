import { EMBEDDED_HOST, EMBEDDED_URL, type Handler } from "./call";
import type { EmbeddedServer } from "./embedded-fetch";
import type { FunctionConfig } from "./function-config";
import { RegistrationError, readFunctions } from "./registration";

/** Asks the SDK to register, as a real Inngest server would, and checks what it offers. */
export async function registerFunctions(handler: Handler, server: EmbeddedServer): Promise<FunctionConfig[]> {
  let offered: unknown[] | undefined;
  server.register = (functions) => {
    offered = functions;
  };
  const response = await handler(new Request(EMBEDDED_URL, { method: "PUT", headers: { host: EMBEDDED_HOST } }));
  server.register = undefined;
  if (!offered) throw new RegistrationError(`The SDK did not register: ${response.status} ${await response.text()}`);
  return readFunctions(offered);
}
