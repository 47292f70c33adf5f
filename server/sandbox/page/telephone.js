import { attempt, clock, element, emptyState, field, heading, painter, select, steer } from "./element.js";
import { word } from "./words.js";

const SCENARIOS = ["book", "book_taken", "cancel", "reschedule", "callback", "info"];
const TURN_MS = 700;
const form = {
  scenario: "book",
  line: "",
  to: "",
  from: "+4917612345678",
  isHidden: false,
  isDetailed: false,
  service: "",
  wish: "",
  name: "",
};
let chosen = null;

export function telephone(host, refresh) {
  const dialog = element("div", { class: "dial" });
  const talk = element("div", {
    class: "talk",
    "aria-live": "polite",
    tabindex: "0",
    role: "log",
    "aria-labelledby": "telephone-title",
  });
  const history = element("div", { class: "history" });
  const paintDial = painter(dialog, ({ lines }) => drawDial(lines, refresh));
  const paintTalk = painter(talk, (call) => drawTalk(call, refresh));
  const paintHistory = painter(history, ({ calls }) => drawHistory(calls, refresh));

  return {
    relabel: () =>
      host.replaceChildren(
        heading("telephone", word("telephone")),
        element("div", { class: "phone-grid" }, element("div", { class: "box" }, dialog, history), talk),
      ),
    show({ calls, telephone: { lines } }, options) {
      const current = calls.find(({ call_id }) => call_id === chosen) ?? calls[0] ?? null;
      paintDial({ lines }, options);
      if (paintTalk(current, options)) talk.scrollTop = talk.scrollHeight;
      paintHistory({ calls: calls.slice(0, 12), chosen: current?.call_id }, options);
    },
  };
}

/** Remembers what was entered, because the form may be drawn anew at any time. */
const keep =
  (name, property = "value") =>
  ({ target }) => {
    form[name] = target[property];
  };

function drawDial(lines, refresh) {
  const bound = (name, properties = {}) =>
    element("input", {
      name,
      value: form[name],
      oninput: keep(name),
      ...properties,
    });
  const whom = lines.length
    ? field(
        word("line"),
        select(
          "line",
          lines.map(({ phone_number, name }) => [phone_number, `${name} · ${phone_number}`]),
          {
            value: form.line || lines[0].phone_number,
            onchange: keep("line"),
          },
        ),
      )
    : field(word("toNumber"), bound("to", { placeholder: "+4930123456", type: "tel", required: true }));
  return element(
    "form",
    { onsubmit: (event) => attempt(event, () => dial(lines, refresh)) },
    element(
      "div",
      { class: "segments", role: "radiogroup", "aria-label": word("scenario") },
      SCENARIOS.map(scenarioChoice),
    ),
    element("div", { class: "stack" }, whom, field(word("fromNumber"), bound("from", { type: "tel" }))),
    element(
      "details",
      {
        class: "more",
        open: form.isDetailed,
        ontoggle: ({ currentTarget }) => keep("isDetailed", "open")({ target: currentTarget }),
      },
      element("summary", {}, word("more")),
      element(
        "div",
        { class: "stack" },
        field(word("service"), bound("service", { placeholder: "Damenhaarschnitt" })),
        field(word("wish"), bound("wish", { placeholder: "nächsten Donnerstag Nachmittag" })),
        field(word("name"), bound("name", { placeholder: "Anna Schneider" })),
      ),
    ),
    element(
      "div",
      { class: "row" },
      hiddenChoice(),
      element("button", { class: "primary", type: "submit" }, word("call")),
    ),
  );
}

function scenarioChoice(name) {
  const input = element("input", {
    type: "radio",
    name: "scenario",
    value: name,
    checked: form.scenario === name,
    onchange: keep("scenario"),
  });
  return element("label", {}, input, element("span", {}, word(name)));
}

function hiddenChoice() {
  return element(
    "label",
    { class: "check" },
    element("input", { type: "checkbox", checked: form.isHidden, onchange: keep("isHidden", "checked") }),
    word("hidden"),
  );
}

async function dial(lines, refresh) {
  const values = Object.entries({ service: form.service, wish: form.wish, customer_name: form.name }).filter(
    ([, value]) => value,
  );
  const { call_id } = await steer("/calls", {
    scenario: form.scenario,
    to_number: lines.length ? form.line || lines[0].phone_number : form.to,
    from_number: form.isHidden ? null : form.from,
    values: Object.fromEntries(values),
    delayMs: TURN_MS,
    wait: false,
  });
  chosen = call_id;
  await refresh();
}

function drawTalk(call, refresh) {
  if (!call) return emptyState(word("noCall"), word("noCallHint"));
  const isOpen = call.status === "ongoing" || call.status === "ringing";
  const hangUp = (event) => attempt(event, () => steer(`/calls/${call.call_id}/hang-up`, {}).then(refresh));
  return [
    element(
      "div",
      { class: "talk-head" },
      element("span", { class: `state ${call.status}` }, word(call.status)),
      element("span", { class: "muted" }, `${call.from_number} → ${call.to_number}`),
      isOpen && element("button", { class: "quiet small", type: "button", onclick: hangUp }, word("hangUp")),
    ),
    element("ol", { class: "lines" }, call.lines.map(drawLine)),
    call.summary && element("p", { class: "summary" }, call.summary),
  ];
}

function drawLine(line) {
  if (line.kind !== "function") return element("li", { class: line.kind }, element("p", {}, line.text));
  const isGood = line.status !== null && line.status < 300 && line.answer?.success !== false;
  const took = line.status === null ? word("noAnswer") : `${Math.round(line.durationMs)} ms`;
  const shown = (value) => element("pre", {}, typeof value === "string" ? value : JSON.stringify(value, null, 2));
  return element(
    "li",
    { class: "step" },
    element(
      "details",
      {},
      element(
        "summary",
        {},
        element("span", { class: isGood ? "dot good" : "dot bad", "aria-hidden": "true" }),
        element("code", {}, line.function),
        element("span", { class: "muted" }, [line.answer?.status, took].filter(Boolean).join(" · ")),
      ),
      element("h3", {}, word("arguments")),
      shown(line.arguments),
      element("h3", {}, word("answer")),
      shown(line.answer),
    ),
  );
}

function drawHistory(calls, refresh) {
  if (calls.length < 2) return [];
  const open = (callId) => () => {
    chosen = callId;
    refresh();
  };
  return [
    element("h3", {}, word("calls")),
    element(
      "ul",
      { class: "chips" },
      calls.map(({ call_id, scenario, started_at, status }) =>
        element(
          "li",
          {},
          element(
            "button",
            { class: `chip ${status}`, type: "button", onclick: open(call_id) },
            `${clock(started_at)} · ${word(scenario)}`,
          ),
        ),
      ),
    ),
  ];
}
