import { attempt, clock, element, field, heading, painter, select, steer } from "./element.js";
import { word } from "./words.js";

const PROVIDERS = [
  ["calcom", "Cal.com"],
  ["retell", "Retell"],
  ["twilio", "Twilio"],
  ["resend", "Resend"],
];
const KINDS = ["error_500", "lost_answer", "latency", "rate_limit", "timeout"];
const COUNTS = ["1", "3", "always"];

export function faults(host, refresh) {
  const form = element("div");
  const active = element("div");
  const log = element("div", { class: "log", tabindex: "0", role: "group", "aria-labelledby": "deliveries-title" });
  const paintForm = painter(form, () => drawForm(refresh));
  const paintActive = painter(active, ({ faults: list }) => drawActive(list, refresh));
  const paintLog = painter(log, ({ deliveries }) => drawLog(deliveries));
  return {
    relabel: () =>
      host.replaceChildren(
        element("div", { class: "half" }, heading("faults", word("faults")), form, active),
        element("div", { class: "half" }, heading("deliveries", word("deliveries")), log),
      ),
    show({ faults: list, deliveries }, options) {
      paintForm({}, options);
      paintActive({ faults: list }, options);
      paintLog({ deliveries: deliveries.slice(0, 40) }, options);
    },
  };
}

function drawForm(refresh) {
  const provider = select("provider", PROVIDERS);
  const kind = select(
    "kind",
    KINDS.map((each) => [each, word(each)]),
  );
  const count = select(
    "count",
    COUNTS.map((each) => [each, each === "always" ? word("always") : `${each}×`]),
  );
  const add = (event) =>
    attempt(event, async () => {
      const times = count.value === "always" ? {} : { count: Number(count.value) };
      await steer("/faults", { provider: provider.value, kind: kind.value, ...times });
      await refresh();
    });
  return element(
    "form",
    { class: "fault-form", onsubmit: add },
    field(word("provider"), provider),
    field(word("kind"), kind),
    field(word("count"), count),
    element("button", { class: "primary", type: "submit" }, word("addFault")),
  );
}

function drawActive(list, refresh) {
  if (list.length === 0)
    return element(
      "p",
      { class: "muted calm" },
      element("span", { class: "dot good", "aria-hidden": "true" }),
      word("noFault"),
    );
  const clear = (event) => attempt(event, () => steer("/faults", undefined, "DELETE").then(refresh));
  return [
    element("ul", { class: "active" }, list.map(drawFault)),
    element("button", { class: "quiet small", type: "button", onclick: clear }, word("clearFaults")),
  ];
}

function drawFault({ provider, kind, hits, count, path }) {
  const name = PROVIDERS.find(([key]) => key === provider)?.[1] ?? provider;
  const isSpent = count !== undefined && hits >= count;
  return element(
    "li",
    {},
    element("span", { class: isSpent ? "dot" : "dot bad", "aria-hidden": "true" }),
    element("b", {}, name),
    element("span", {}, [word(kind), path].filter(Boolean).join(" · ")),
    element("span", { class: "muted" }, `${hits}${count === undefined ? "" : `/${count}`} ${word("hits")}`),
  );
}

function drawLog(deliveries) {
  if (deliveries.length === 0) return element("p", { class: "muted" }, word("noDelivery"));
  return element(
    "ul",
    {},
    deliveries.map(({ at, provider, event, status }) => {
      const isGood = status !== null && status < 300;
      return element(
        "li",
        {},
        element("span", { class: isGood ? "dot good" : "dot bad", "aria-hidden": "true" }),
        element("time", { class: "muted", datetime: at }, clock(at)),
        element("code", {}, event),
        element("span", { class: "muted" }, provider),
        element(
          "span",
          { class: isGood ? "muted" : "refusal" },
          status === null ? word("unreachable") : String(status),
        ),
      );
    }),
  );
}
