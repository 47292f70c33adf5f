import { attempt, clock, element, painter, steer } from "./element.js";
import { word } from "./words.js";

const SHOWN = 60;

/** What went from the vendors to the product, with what befell it on the way. */
export function deliveryLog(refresh) {
  const log = element("div", { class: "log", tabindex: "0", role: "group", "aria-labelledby": "deliveries-title" });
  const title = element("h2", { id: "deliveries-title" });
  const flush = element("button", {
    class: "quiet small",
    type: "button",
    onclick: (event) => attempt(event, () => steer("/deliveries/flush", {}).then(refresh)),
  });
  const paint = painter(log, ({ deliveries }) => draw(deliveries, refresh));
  return {
    host: element("div", { class: "log-frame" }, element("div", { class: "row" }, title, flush), log),
    show({ deliveries }, options) {
      title.textContent = word("deliveries");
      flush.textContent = word("flush");
      paint({ deliveries: deliveries.slice(0, SHOWN) }, options);
    },
  };
}

function draw(deliveries, refresh) {
  if (deliveries.length === 0) return element("p", { class: "muted" }, word("noDelivery"));
  return element(
    "ul",
    {},
    deliveries.map((delivery) => drawDelivery(delivery, refresh)),
  );
}

function drawDelivery({ id, at, provider, event, status, fault, attempt: times }, refresh) {
  const isGood = status !== null && status < 300;
  const answered = status === null ? word(fault === "lost_webhook" ? "lost_webhook" : "unreachable") : String(status);
  const again = (click) => attempt(click, () => steer(`/deliveries/${id}/replay`, {}).then(refresh));
  return element(
    "li",
    {},
    element("span", { class: isGood ? "dot good" : "dot bad", "aria-hidden": "true" }),
    element(
      "span",
      { class: "grow" },
      element("code", {}, event),
      element(
        "span",
        { class: "muted block" },
        element("time", { datetime: at }, clock(at)),
        ` · ${provider}`,
        times > 1 && ` · ${times}.`,
        fault && fault !== "lost_webhook" && ` · ${word(fault)}`,
      ),
    ),
    element("span", { class: isGood ? "muted" : "refusal" }, answered),
    element(
      "button",
      {
        class: "quiet small",
        type: "button",
        "data-key": `again-${id}`,
        "aria-label": `${word("replayLabel")}: ${event}`,
        onclick: again,
      },
      word("replay"),
    ),
  );
}
