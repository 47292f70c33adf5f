import { clockPanel } from "./clock.js";
import { deliveryLog } from "./deliveries.js";
import { attempt, element, field, heading, painter, select, steer } from "./element.js";
import { word } from "./words.js";

const PROVIDERS = [
  ["calcom", "Cal.com"],
  ["retell", "Retell"],
  ["twilio", "Twilio"],
  ["resend", "Resend"],
];
const ANSWERS = ["error_500", "rate_limit", "timeout", "lost_answer", "latency"];
const WEBHOOKS = ["lost_webhook", "duplicate_webhook", "late_webhook", "shuffled_webhook"];
const WAITING = ["latency", "late_webhook", "shuffled_webhook"];
const COUNTS = ["1", "3", "10", "always"];
const SHARES = ["1", "0.5", "0.2", "0.05"];

export function faults(host, refresh) {
  const form = element("div");
  const active = element("div");
  const paintForm = painter(form, () => drawForm(refresh));
  const paintActive = painter(active, ({ list }) => drawActive(list, refresh));
  const clock = clockPanel(refresh);
  const log = deliveryLog(refresh);
  return {
    relabel: () =>
      host.replaceChildren(
        heading("faults", word("faults")),
        element(
          "div",
          { class: "fault-grid" },
          element("div", { class: "box" }, form, active),
          element("div", { class: "box" }, clock.host),
          element("div", { class: "box log-box" }, log.host),
        ),
      ),
    show(state, options) {
      paintForm({}, options);
      paintActive({ list: state.faults }, options);
      clock.show(state, options);
      log.show(state, options);
    },
  };
}

function drawForm(refresh) {
  const provider = select("provider", PROVIDERS);
  const kind = kinds();
  const named = (each) => (each === "always" ? word("always") : `${each}×`);
  const count = select(
    "count",
    COUNTS.map((each) => [each, named(each)]),
  );
  const rate = select(
    "rate",
    SHARES.map((each) => [each, `${Number(each) * 100} %`]),
  );
  const path = element("input", { name: "path", autocomplete: "off", placeholder: word("routePlaceholder") });
  const delay = element("input", {
    name: "latencyMs",
    type: "number",
    min: 0,
    max: 120000,
    step: 100,
    value: 2000,
    required: true,
  });
  const delayField = field(word("delay"), delay);
  const pathField = field(word("route"), path);
  const adapt = () => {
    const isWebhook = WEBHOOKS.includes(kind.value);
    delayField.hidden = !WAITING.includes(kind.value);
    pathField.querySelector("span").textContent = word(isWebhook ? "eventOnly" : "route");
    path.placeholder = word(isWebhook ? "eventPlaceholder" : "routePlaceholder");
  };
  kind.addEventListener("change", adapt);
  adapt();
  const add = (event) =>
    attempt(event, async () => {
      const times = count.value === "always" ? {} : { count: Number(count.value) };
      const where = path.value ? { path: path.value } : {};
      const how = { rate: Number(rate.value), latencyMs: Number(delay.value) };
      await steer("/faults", { provider: provider.value, kind: kind.value, ...times, ...where, ...how });
      await refresh();
    });
  return element(
    "form",
    { class: "fault-form", onsubmit: add },
    field(word("provider"), provider),
    field(word("kind"), kind),
    pathField,
    field(word("count"), count),
    field(word("share"), rate),
    delayField,
    element("button", { class: "primary", type: "submit" }, word("addFault")),
  );
}

function kinds() {
  const group = (label, keys) =>
    element(
      "optgroup",
      { label },
      keys.map((key) => element("option", { value: key }, word(key))),
    );
  return element("select", { name: "kind" }, group(word("answers"), ANSWERS), group(word("webhooks"), WEBHOOKS));
}

function drawActive(list, refresh) {
  if (list.length === 0)
    return element(
      "p",
      { class: "calm" },
      element("span", { class: "dot good", "aria-hidden": "true" }),
      word("noFault"),
    );
  const clear = (event) => attempt(event, () => steer("/faults", undefined, "DELETE").then(refresh));
  return [
    element(
      "div",
      { class: "row" },
      element("h3", {}, word("activeFaults")),
      element(
        "button",
        { class: "quiet small", type: "button", "data-key": "clear", onclick: clear },
        word("clearFaults"),
      ),
    ),
    element(
      "ul",
      { class: "active" },
      list.map((fault) => drawFault(fault, refresh)),
    ),
  ];
}

function drawFault({ id, provider, kind, hits, seen, count, path, rate }, refresh) {
  const name = PROVIDERS.find(([key]) => key === provider)?.[1] ?? provider;
  const isSpent = count !== undefined && hits >= count;
  const where = [path, rate < 1 && `${Math.round(rate * 100)} %`].filter(Boolean).join(" · ");
  const remove = (event) => attempt(event, () => steer(`/faults/${id}`, undefined, "DELETE").then(refresh));
  const score = `${hits} ${word("of")} ${count ?? seen}`;
  return element(
    "li",
    {},
    element("span", { class: isSpent ? "dot" : "dot bad", "aria-hidden": "true" }),
    element(
      "span",
      { class: "grow" },
      element("b", {}, name),
      " ",
      word(kind),
      where && element("code", {}, ` ${where}`),
      element("span", { class: "muted block" }, isSpent ? `${word("spent")}, ${score}` : `${score} ${word("hits")}`),
    ),
    element(
      "button",
      {
        class: "quiet small",
        type: "button",
        "data-key": `fault-${id}`,
        "aria-label": `${word("remove")}: ${name}, ${word(kind)}`,
        onclick: remove,
      },
      word("remove"),
    ),
  );
}
