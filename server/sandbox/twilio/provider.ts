import type { Provider } from "../http/provider";
import { created, ok, type Reply, route, type SandboxRequest } from "../http/route";
import type { Sandbox } from "../sandbox";
import { acceptMessage, messageView } from "./messages";

const BASE = "/2010-04-01/Accounts/:account";

export function twilioProvider(sandbox: Sandbox): Provider {
  return {
    name: "twilio",
    routes: [
      route(`POST ${BASE}/Messages.json`, (request) => sendMessage(sandbox, request)),
      route(`GET ${BASE}/Messages.json`, (request) => ok(listMessages(sandbox, request))),
      route(`GET ${BASE}/Messages/:file`, (request) => {
        const message = sandbox.twilio.messages.get(request.params.file?.replace(/\.json$/, "") ?? "");
        return message ? ok(messageView(sandbox, message)) : missing(request);
      }),
      route("GET /2010-04-01/Accounts/:file", (request) => {
        const sid = sandbox.config.twilioAccountSid;
        if (request.params.file !== `${sid}.json`) return missing(request);
        return ok({ sid, friendly_name: "Sandbox", status: "active", type: "Full", owner_account_sid: sid });
      }),
    ],
    guard: (request) => checkCredentials(sandbox, request),
    refuse: {
      notFound: missing,
      malformed: () => refusal(400, 20001, "Bad request"),
      error_500: () => refusal(500, 20500, "Internal Server Error"),
      rate_limit: () => refusal(429, 20429, "Too Many Requests"),
    },
  };
}

/** Newest first, filtered by recipient and by the moment they were sent on or after, a page at a time. */
function listMessages(sandbox: Sandbox, { query, path }: SandboxRequest) {
  const to = query.get("To");
  const since = query.get("DateSent>");
  const found = [...sandbox.twilio.messages.values()]
    .filter((message) => (!to || message.to === to) && (!since || message.at >= new Date(since)))
    .reverse();
  const size = Math.min(Number(query.get("PageSize") ?? 50), 1000);
  const page = Number(query.get("Page") ?? 0);
  const messages = found.slice(page * size, (page + 1) * size).map((message) => messageView(sandbox, message));
  const next = new URLSearchParams(query);
  next.set("Page", String(page + 1));
  const next_page_uri = (page + 1) * size < found.length ? `${path}?${next}` : null;
  return { messages, page, page_size: size, next_page_uri };
}

function refusal(status: number, code: number, message: string): Reply {
  return { status, body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status } };
}

function missing({ path }: SandboxRequest): Reply {
  return refusal(404, 20404, `The requested resource ${path} was not found`);
}

function checkCredentials({ config }: Sandbox, request: SandboxRequest): Reply | null {
  const [scheme, encoded = ""] = (request.headers.authorization ?? "").split(" ");
  const credentials = Buffer.from(encoded, "base64").toString("utf8");
  const accountInPath = request.path.split("/")[3]?.replace(/\.json$/, "");
  const known = scheme === "Basic" && credentials === `${config.twilioAccountSid}:${config.twilioAuthToken}`;
  return known && accountInPath === config.twilioAccountSid ? null : refusal(401, 20003, "Authenticate");
}

const PHONE = /^(whatsapp:)?\+[1-9]\d{6,14}$/;
/** Up to eleven letters, digits and spaces, at least one letter: one-way, nobody can answer it. */
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 ]{1,11}$/;

function sendMessage(sandbox: Sandbox, request: SandboxRequest): Reply {
  const form = new URLSearchParams(request.raw);
  const wrong = checkMessage(sandbox, form);
  if (wrong) return wrong;
  const messagingServiceSid = form.get("MessagingServiceSid");
  const message = acceptMessage(sandbox, {
    to: form.get("To") ?? "",
    from: form.get("From") ?? "+15005550006",
    body: form.get("Body") ?? "",
    messagingServiceSid,
    statusCallback: form.get("StatusCallback"),
    isTemplate: form.has("ContentSid"),
  });
  return created(messageView(sandbox, message));
}

function checkMessage({ twilio }: Sandbox, form: URLSearchParams): Reply | null {
  const [to, from, body] = [form.get("To") ?? "", form.get("From") ?? "", form.get("Body") ?? ""];
  const callback = form.get("StatusCallback");
  if (to === "") return refusal(400, 21604, "A 'To' phone number is required.");
  if (!PHONE.test(to)) return refusal(400, 21211, `Invalid 'To' Phone Number: ${to}`);
  if (from === "" && !form.get("MessagingServiceSid")) return refusal(400, 21603, "A 'From' phone number is required.");
  if (from !== "" && !PHONE.test(from) && !ALPHANUMERIC.test(from)) {
    return refusal(400, 21212, `Invalid From Number (caller ID): ${from}`);
  }
  if (body === "" && !form.get("ContentSid")) return refusal(400, 21602, "Message body is required.");
  if (body.length > 1600) {
    return refusal(400, 21617, "The concatenated message body exceeds the 1600 character limit.");
  }
  if (to.startsWith("whatsapp:") !== from.startsWith("whatsapp:") && from !== "") {
    return refusal(400, 63007, "Twilio could not find a Channel with the specified From address");
  }
  if (callback && !URL.canParse(callback))
    return refusal(400, 21609, `The 'StatusCallback' URL ${callback} is not a valid URL.`);
  if (twilio.optedOut.has(to)) return refusal(400, 21610, "Attempt to send to unsubscribed recipient");
  return null;
}
