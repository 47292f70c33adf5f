import type { Provider } from "../http/provider";
import { bearerToken } from "../http/route";
import type { Sandbox } from "../sandbox";
import { agentRoutes } from "./agent-routes";
import { callRoutes } from "./call-routes";
import { dialRoutes } from "./dial-routes";
import { numberRoutes } from "./number-routes";
import { refusal } from "./refusals";

export function retellProvider(sandbox: Sandbox): Provider {
  return {
    name: "retell",
    routes: [...callRoutes(sandbox), ...dialRoutes(sandbox), ...agentRoutes(sandbox), ...numberRoutes(sandbox)],
    guard: (request) =>
      bearerToken(request) === sandbox.config.retellApiKey ? null : refusal(401, "Invalid API key."),
    refuse: {
      notFound: ({ method, path }) => refusal(404, `Cannot ${method} ${path}`),
      malformed: () => refusal(400, "Invalid JSON in request body."),
      error_500: () => refusal(500, "An unexpected server error occurred."),
      rate_limit: () => refusal(429, "Account rate limited, please throttle your requests."),
    },
  };
}
