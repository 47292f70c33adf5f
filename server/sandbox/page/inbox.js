import { attempt, clock, element, emptyState, heading, painter, steer } from "./element.js";
import { word } from "./words.js";

const CHANNELS = ["all", "email", "sms"];
let channel = "all";
const opened = new Set();

export function inbox(host, refresh) {
  const list = element("div", { class: "scroll" });
  const paint = painter(list, ({ messages }) => drawList(messages, refresh));
  return {
    relabel: () => host.replaceChildren(heading("inbox", word("inbox"), filters(refresh)), list),
    show: ({ messages }, options) => paint({ messages: messages.filter(isShown), channel }, options),
  };
}

const isShown = (message) =>
  channel === "all" || message.channel === channel || (channel === "sms" && message.channel !== "email");

function filters(refresh) {
  const choose = (name) => () => {
    channel = name;
    refresh();
  };
  const choice = (name) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name: "channel", checked: channel === name, onchange: choose(name) }),
      element("span", {}, word(name)),
    );
  return element(
    "div",
    { class: "segments compact", role: "radiogroup", "aria-label": word("inbox") },
    CHANNELS.map(choice),
  );
}

function drawList(messages, refresh) {
  if (messages.length === 0) return emptyState(word("noMessage"), word("noMessageHint"));
  return element(
    "ul",
    { class: "messages" },
    messages.map((message) => drawMessage(message, refresh)),
  );
}

function drawMessage(message, refresh) {
  const { id, channel: by, to, from, subject, text, status, at, direction } = message;
  const remember = ({ currentTarget }) => void (currentTarget.open ? opened.add(id) : opened.delete(id));
  const isBad = status === "failed" || status === "undelivered";
  return element(
    "li",
    {},
    element(
      "details",
      { open: opened.has(id), ontoggle: remember },
      element(
        "summary",
        {},
        element(
          "span",
          { class: "meta" },
          element("b", {}, direction === "inbound" ? from : to),
          element("time", { datetime: at }, clock(at)),
        ),
        element("span", { class: "subject" }, subject ?? text),
        element(
          "span",
          { class: "tags" },
          element("span", { class: "tag" }, word(by)),
          element("span", { class: isBad ? "tag bad" : "tag" }, word(status)),
        ),
      ),
      by === "email" ? drawEmail(message) : drawText(message, refresh),
    ),
  );
}

function drawEmail({ html, text, from, subject, attachments }) {
  // Without any permission, so that a message can neither run scripts nor leave its frame.
  const body = html
    ? element("iframe", { sandbox: "", srcdoc: html, title: subject, loading: "lazy" })
    : element("p", { class: "plain" }, text ?? "");
  const names = attachments.map(({ filename }) => element("span", { class: "tag" }, filename));
  return [
    element("p", { class: "muted" }, `${word("from")} ${from}`),
    body,
    names.length > 0 && element("p", { class: "tags", "aria-label": word("attachments") }, names),
  ].filter(Boolean);
}

function drawText({ from, to, text, direction }, refresh) {
  const bubble = element("p", { class: `bubble ${direction}` }, text);
  if (direction === "inbound") return bubble;
  const input = element("input", {
    name: "body",
    "aria-label": word("replyLabel"),
    placeholder: "JA · NEIN · STOP",
    required: true,
  });
  const send = (event) =>
    attempt(event, () => steer("/messages/inbound", { from: to, to: from, body: input.value }).then(refresh));
  return [
    bubble,
    element(
      "form",
      { class: "row", onsubmit: send },
      input,
      element("button", { class: "quiet", type: "submit" }, word("reply")),
    ),
  ];
}
