import { currentLanguage } from "./words.js";

/** `element("button", { class: "quiet", onclick }, "Text")`; null and false children are left out. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...present(children));
  return made;
}

const present = (children) =>
  children.flat().filter((child) => child !== null && child !== false && child !== undefined);

export function emptyState(title, hint) {
  return element("div", { class: "empty" }, element("strong", {}, title), element("p", {}, hint));
}

export function heading(id, text, ...extras) {
  return element("div", { class: "head" }, element("h2", { id: `${id}-title` }, text), ...extras);
}

export function field(label, control) {
  return element("label", { class: "field" }, element("span", {}, label), control);
}

export function select(name, options, properties = {}) {
  const { value, ...rest } = properties;
  return element(
    "select",
    { name, ...rest },
    options.map(([key, text]) => element("option", { value: key, selected: key === value }, text)),
  );
}

const locale = () => (currentLanguage() === "de" ? "de-DE" : "en-GB");

export const time = (iso, timeZone) =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(iso));

export const clock = (iso) => new Intl.DateTimeFormat(locale(), { timeStyle: "medium" }).format(new Date(iso));

export const day = (iso, timeZone) =>
  new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long", timeZone }).format(new Date(iso));

/** `2027-01-12T10:00`: what the clock on the wall over there shows, as a date field wants it. */
export function toWall(iso, timeZone) {
  const shown = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone }).format(
    new Date(iso),
  );
  return shown.replace(" ", "T");
}

/** The instant of such a wall time: the guess that takes it for UTC, put right by what the clock shows then. */
export function fromWall(wall, timeZone) {
  const asUtc = Date.parse(`${wall}Z`);
  const ahead = (at) => Date.parse(`${toWall(new Date(at).toISOString(), timeZone)}Z`) - at;
  const guess = asUtc - ahead(asUtc);
  return new Date(asUtc - ahead(guess)).toISOString();
}

/** Draws a part anew only when what it shows has changed, and gives the focus back to whatever bears the same key. */
export function painter(host, draw) {
  let shown = null;
  return (state, { force = false } = {}) => {
    const next = JSON.stringify(state);
    if (next === shown && !force) return false;
    shown = next;
    const held = host.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
    host.replaceChildren(...present([draw(state)]));
    if (held) host.querySelector(`[data-key="${CSS.escape(held)}"]`)?.focus();
    return true;
  };
}

/** A list of which one entry is open; the arrows go from one to the next. */
export function choices(entries, { label, current, onChoose }) {
  const step = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const rows = [...event.currentTarget.querySelectorAll("button.entry")];
    const next = rows[rows.indexOf(document.activeElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const row = ({ id, content, tone }) =>
    element(
      "li",
      {},
      element(
        "button",
        {
          class: tone ? `entry ${tone}` : "entry",
          type: "button",
          "data-key": id,
          "aria-current": current === id ? "true" : null,
          onclick: () => onChoose(id),
        },
        content,
      ),
    );
  return element("ul", { class: "entries", "aria-label": label, onkeydown: step }, entries.map(row));
}

export const facts = (pairs) =>
  element(
    "dl",
    { class: "facts" },
    pairs
      .filter(([, value]) => value !== null && value !== undefined && value !== "")
      .map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
  );

export async function steer(path, body, method = body === undefined ? "GET" : "POST") {
  const response = await fetch(`/_${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error?.message ?? answer.message ?? answer.error ?? response.statusText);
  return answer;
}

/** Runs an action and shows beside it what the other side refused. */
export async function attempt(event, action) {
  event.preventDefault();
  const host = event.currentTarget.closest("form, li, section, .panel");
  host.querySelector(":scope > .refusal")?.remove();
  try {
    await action();
  } catch (error) {
    host.append(element("p", { class: "refusal", role: "alert" }, error.message));
  }
}
