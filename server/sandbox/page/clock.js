import { attempt, day, element, field, painter, steer, clock as timeOf } from "./element.js";
import { word } from "./words.js";

const HOUR_MS = 3_600_000;

/** Time over there, the seed of chance, and how much of its limit the product has used. */
export function clockPanel(refresh) {
  const face = element("p", { class: "clock-face" });
  const controls = element("div");
  const rate = element("div");
  const send = (body) => (event) => attempt(event, () => steer("/clock", body).then(refresh));
  const paintControls = painter(controls, (state) => drawControls(state, send, refresh));
  const paintRate = painter(rate, drawRate);
  const title = element("h2");
  return {
    host: element("div", { class: "clock-panel" }, title, face, controls, rate),
    show({ clock: { now, isStopped }, seed, calcom }, options) {
      title.textContent = word("clock");
      face.textContent = `${day(now)}, ${timeOf(now)}${isStopped ? ` · ${word("stopped")}` : ""}`;
      paintControls({ isStopped, seed: seed.seed }, options);
      paintRate(calcom.rateLimit, options);
    },
  };
}

function drawControls({ isStopped, seed }, send, refresh) {
  const button = (key, text, onclick) =>
    element("button", { class: "quiet small", type: "button", "data-key": key, onclick }, text);
  const real = (event) => attempt(event, () => steer("/clock", undefined, "DELETE").then(refresh));
  const input = element("input", { name: "seed", type: "number", required: true, value: seed });
  const reseed = (event) => attempt(event, () => steer("/seed", { seed: Number(input.value) }).then(refresh));
  return [
    element(
      "div",
      { class: "actions" },
      button("hour", word("advanceHour"), send({ advanceMs: HOUR_MS })),
      button("day", word("advanceDay"), send({ advanceMs: 24 * HOUR_MS })),
      button("stop", word(isStopped ? "runClock" : "stopClock"), send({ isStopped: !isStopped })),
      button("real", word("resetClock"), real),
    ),
    element(
      "form",
      { class: "seed-form", onsubmit: reseed },
      field(word("seed"), input),
      element("button", { class: "quiet", type: "submit" }, word("setClock")),
      element("p", { class: "muted" }, word("seedHint")),
    ),
  ];
}

function drawRate({ perMinute, used }) {
  const text = perMinute === 0 ? `${used} · ${word("unlimited")}` : `${used} ${word("of")} ${perMinute}`;
  return [
    element("p", { class: "row" }, element("span", { class: "muted" }, word("rateUsed")), element("b", {}, text)),
    perMinute > 0 &&
      element("meter", {
        min: 0,
        max: perMinute,
        high: perMinute * 0.9,
        optimum: 0,
        value: Math.min(used, perMinute),
        "aria-label": word("rateUsed"),
      }),
  ];
}
