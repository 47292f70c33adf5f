import { busyForm, newBookingForm } from "./booking-forms.js";
import { bookingPanel } from "./booking-panel.js";
import { choices, day, element, emptyState, heading, painter, time } from "./element.js";
import { word } from "./words.js";

/** `open` is a booking's uid, "new" or "busy", or null. */
const view = { showsEnded: false, search: "", open: new URLSearchParams(location.search).get("booking") };

export function calendar(host, refresh) {
  const list = element("div", { class: "list-pane" });
  const panel = element("div", {
    class: "detail-pane",
    tabindex: "0",
    role: "group",
    "aria-labelledby": "calendar-title",
  });
  const open = (id) => {
    view.open = id;
    host.classList.toggle("reading", id !== null);
    refresh().then(() => id !== null && panel.focus({ preventScroll: true }));
  };
  const paintList = painter(list, (state) => drawDays(state, { refresh, open }));
  const paintPanel = painter(panel, (state) => drawPanel(state, { refresh, open }));
  return {
    relabel: () =>
      host.replaceChildren(
        heading("calendar", word("calendar"), tools(refresh, open)),
        element("div", { class: "split" }, list, panel),
      ),
    show({ bookings, busyTimes, calcom: { users, eventTypes } }, options) {
      const rows = [...bookings.filter(isShown), ...busyTimes.map(asRow).filter(isFound)];
      paintList(
        { rows: rows.sort((a, b) => a.start.localeCompare(b.start)), total: bookings.length, open: view.open },
        options,
      );
      const open = [...bookings, ...busyTimes.map(asRow)].find(({ uid }) => uid === view.open) ?? null;
      // What is hidden there can't be chosen by whoever books on the web.
      const offered = eventTypes.filter(({ isHidden }) => !isHidden);
      paintPanel({ open, form: open ? null : view.open, users, eventTypes: offered }, options);
    },
  };
}

const asRow = ({ id, title, start, end, host }) => ({
  uid: id,
  start,
  end,
  host,
  title,
  status: "busy",
  attendee: { name: title },
});

const isOpen = ({ status }) => status === "accepted" || status === "pending";
const isShown = (booking) => (view.showsEnded || isOpen(booking)) && isFound(booking);

function isFound({ attendee, eventTypeTitle, title, host }) {
  const words = [attendee.name, attendee.email, attendee.phoneNumber, eventTypeTitle ?? title, host?.name];
  return words.filter(Boolean).join("\n").toLowerCase().includes(view.search.trim().toLowerCase());
}

function tools(refresh, open) {
  const search = element("input", {
    type: "search",
    value: view.search,
    "aria-label": word("search"),
    placeholder: word("searchBookings"),
    oninput: ({ target }) => {
      view.search = target.value;
      refresh();
    },
  });
  const ended = element("input", {
    type: "checkbox",
    checked: view.showsEnded,
    onchange: ({ target }) => {
      view.showsEnded = target.checked;
      refresh();
    },
  });
  return element(
    "div",
    { class: "tools" },
    search,
    element("label", { class: "check" }, ended, word("showEnded")),
    element("button", { class: "quiet", type: "button", onclick: () => open("busy") }, word("newBusy")),
    element("button", { class: "primary", type: "button", onclick: () => open("new") }, word("newBooking")),
  );
}

function drawDays({ rows, total, open: current }, { open }) {
  if (rows.length === 0) {
    return view.search || total > 0
      ? emptyState(word("noResult"), word("noResultHint"))
      : emptyState(word("noBooking"), word("noBookingHint"));
  }
  const days = new Map();
  for (const row of rows) {
    const title = day(row.start, row.host?.timeZone);
    days.set(title, [...(days.get(title) ?? []), row]);
  }
  return element(
    "div",
    { class: "days" },
    [...days].map(([title, booked]) => {
      const entries = booked.map((row) => ({
        id: row.uid,
        content: entryOf(row),
        tone: row.status === "busy" ? "busy" : isOpen(row) ? "" : "ended",
      }));
      return element(
        "div",
        { class: "day" },
        element("h3", {}, title),
        choices(entries, { label: title, current, onChoose: open }),
      );
    }),
  );
}

function entryOf({ start, end, status, eventTypeTitle, title, host, attendee, rescheduledToUid }) {
  const zone = host?.timeZone;
  return [
    element("span", { class: "when" }, element("b", {}, time(start, zone)), element("span", {}, time(end, zone))),
    element(
      "span",
      { class: "what" },
      element("b", {}, attendee.name),
      status !== "busy" && element("span", {}, eventTypeTitle ?? title),
      element("span", {}, host?.name ?? ""),
    ),
    status !== "accepted" && element("span", { class: "tag" }, word(rescheduledToUid ? "moved" : status)),
  ];
}

function drawPanel({ open: booking, form, users, eventTypes }, actions) {
  const close = element(
    "button",
    { class: "quiet small back", type: "button", onclick: () => actions.open(null) },
    word("back"),
  );
  if (booking) return [close, ...bookingPanel(booking, actions)];
  if (form === "new") return [close, newBookingForm({ users, eventTypes }, actions)];
  if (form === "busy") return [close, busyForm({ users }, actions)];
  return emptyState(word("chooseBooking"), word("chooseBookingHint"));
}
