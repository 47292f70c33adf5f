import { attempt, choices, clock, element, emptyState, facts, heading, painter, steer } from "./element.js";
import { word } from "./words.js";

const CHANNELS = ["all", "email", "sms", "chat"];
const view = { channel: "all", search: "", open: null };

export function inbox(host, refresh) {
  const list = element("div", { class: "list-pane" });
  const reader = element("div", {
    class: "detail-pane",
    tabindex: "0",
    role: "group",
    "aria-labelledby": "inbox-title",
  });
  const open = (id) => {
    view.open = id;
    host.classList.toggle("reading", id !== null);
    refresh().then(() => id !== null && reader.focus({ preventScroll: true }));
  };
  const paintList = painter(list, ({ shown, total }) => drawList(shown, total, open));
  const paintReader = painter(reader, (message) => drawReader(message, { refresh, open }));
  return {
    relabel: () =>
      host.replaceChildren(
        heading("inbox", word("inbox"), filters(refresh)),
        element("div", { class: "split" }, list, reader),
      ),
    show({ messages }, options) {
      const shown = messages.filter(isShown);
      paintList({ shown, total: messages.length, open: view.open }, options);
      paintReader(messages.find(({ id }) => id === view.open) ?? null, options);
    },
  };
}

/** Text messages are one channel; WhatsApp and whatever else talks back and forth is chat. */
const channelOf = ({ channel }) => (channel === "email" || channel === "sms" ? channel : "chat");

function isShown(message) {
  if (view.channel !== "all" && channelOf(message) !== view.channel) return false;
  const { to, from, subject = "", text = "", html = "" } = message;
  return [to, from, subject, text, html].join("\n").toLowerCase().includes(view.search.trim().toLowerCase());
}

function filters(refresh) {
  const choose = (name) => () => {
    view.channel = name;
    refresh();
  };
  const choice = (name) =>
    element(
      "label",
      {},
      element("input", { type: "radio", name: "channel", checked: view.channel === name, onchange: choose(name) }),
      element("span", {}, word(name)),
    );
  const search = element("input", {
    type: "search",
    value: view.search,
    "aria-label": word("search"),
    placeholder: word("searchInbox"),
    oninput: ({ target }) => {
      view.search = target.value;
      refresh();
    },
  });
  return element(
    "div",
    { class: "tools" },
    search,
    element("div", { class: "segments", role: "radiogroup", "aria-label": word("inbox") }, CHANNELS.map(choice)),
  );
}

function drawList(shown, total, onChoose) {
  if (total === 0) return emptyState(word("noMessage"), word("noMessageHint"));
  if (shown.length === 0) return emptyState(word("noResult"), word("noResultHint"));
  const entries = shown.map((message) => ({ id: message.id, content: entryOf(message) }));
  return choices(entries, { label: word("inbox"), current: view.open, onChoose });
}

function entryOf({ channel, to, from, subject, text, status, at, direction }) {
  return [
    element(
      "span",
      { class: "meta" },
      element("b", {}, direction === "inbound" ? from : to),
      element("time", { datetime: at }, clock(at)),
    ),
    element("span", { class: "subject" }, subject ?? text),
    element("span", { class: "tags" }, element("span", { class: "tag" }, word(channel)), stateTag(status)),
  ];
}

const BAD = ["failed", "undelivered", "bounced", "complained", "suppressed"];
const stateTag = (status) => element("span", { class: BAD.includes(status) ? "tag bad" : "tag" }, word(status));

function drawReader(message, { refresh, open }) {
  if (!message) return emptyState(word("chooseMessage"), word("chooseMessageHint"));
  const { channel, to, from, subject, status, at, errorCode } = message;
  return [
    element("button", { class: "quiet small back", type: "button", onclick: () => open(null) }, word("back")),
    element("h3", { class: "title" }, subject ?? (message.direction === "inbound" ? from : to)),
    facts([
      [word("from"), from],
      [word("to"), to],
      [word("sentAt"), clock(at)],
      [
        word("kind"),
        element("span", { class: "tags" }, element("span", { class: "tag" }, word(channel)), stateTag(status)),
      ],
      ["Code", errorCode ? String(errorCode) : null],
    ]),
    channel === "email" ? drawEmail(message) : drawText(message, refresh),
  ];
}

function drawEmail({ html, text, subject, attachments }) {
  // Without any permission, so that a message can neither run scripts nor leave its frame.
  const body = html
    ? element("iframe", { sandbox: "", srcdoc: html, title: subject, loading: "lazy" })
    : element("p", { class: "plain" }, text ?? "");
  const names = attachments.map(({ filename }) => element("li", { class: "tag" }, filename));
  return element(
    "div",
    { class: "mail" },
    names.length > 0 && element("ul", { class: "tags", "aria-label": word("attachments") }, names),
    body,
  );
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
    attempt(event, async () => {
      await steer("/messages/inbound", { from: to, to: from, body: input.value });
      input.value = "";
      await refresh();
    });
  return element(
    "div",
    { class: "talk-back" },
    bubble,
    element(
      "form",
      { class: "row", onsubmit: send },
      input,
      element("button", { class: "primary", type: "submit" }, word("reply")),
    ),
  );
}
