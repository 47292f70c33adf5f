import { attempt, day, element, emptyState, fromWall, heading, painter, steer, time, toWall } from "./element.js";
import { word } from "./words.js";

let showsEnded = false;
let moving = null;

export function calendar(host, refresh) {
  const list = element("div", { class: "scroll" });
  const paint = painter(list, ({ bookings }) => drawDays(bookings, refresh));
  return {
    relabel: () => host.replaceChildren(heading("calendar", word("calendarTitle"), endedChoice(refresh)), list),
    show({ bookings }, options) {
      const shown = bookings.filter(({ status }) => showsEnded || status === "accepted" || status === "pending");
      paint({ bookings: shown, moving }, options);
    },
  };
}

function endedChoice(refresh) {
  const onchange = ({ target }) => {
    showsEnded = target.checked;
    refresh();
  };
  return element(
    "label",
    { class: "check" },
    element("input", { type: "checkbox", checked: showsEnded, onchange }),
    word("showEnded"),
  );
}

function drawDays(bookings, refresh) {
  if (bookings.length === 0) return emptyState(word("noBooking"), word("noBookingHint"));
  const days = Map.groupBy
    ? Map.groupBy(bookings, dayOf)
    : bookings.reduce(
        (map, booking) => map.set(dayOf(booking), [...(map.get(dayOf(booking)) ?? []), booking]),
        new Map(),
      );
  return [...days].map(([title, booked]) =>
    element(
      "div",
      { class: "day" },
      element("h3", {}, title),
      element(
        "ul",
        { class: "bookings" },
        booked.map((booking) => drawBooking(booking, refresh)),
      ),
    ),
  );
}

const dayOf = ({ start, host }) => day(start, host?.timeZone);

function drawBooking(booking, refresh) {
  const { uid, start, end, status, eventTypeTitle, title, host, attendee, rescheduledToUid } = booking;
  const isOpen = status === "accepted" || status === "pending";
  const state = rescheduledToUid ? "moved" : status;
  const toggle = () => {
    moving = moving === uid ? null : uid;
    refresh();
  };
  const cancel = (event) => attempt(event, () => steer(`/bookings/${uid}/cancel`, {}).then(refresh));
  return element(
    "li",
    { class: isOpen ? "booking" : "booking ended" },
    element(
      "div",
      { class: "when" },
      element("b", {}, time(start, host?.timeZone)),
      element("span", { class: "muted" }, time(end, host?.timeZone)),
    ),
    element(
      "div",
      { class: "what" },
      element("b", {}, attendee.name),
      element("span", {}, eventTypeTitle ?? title),
      element("span", { class: "muted" }, host?.name ?? ""),
    ),
    isOpen
      ? element(
          "div",
          { class: "actions" },
          element(
            "button",
            { class: "quiet small", type: "button", onclick: toggle, "aria-expanded": String(moving === uid) },
            word("move"),
          ),
          element("button", { class: "quiet small danger", type: "button", onclick: cancel }, word("cancelBooking")),
        )
      : element("span", { class: "tag" }, word(state)),
    moving === uid && drawMove(booking, refresh),
  );
}

function drawMove({ uid, start, host }, refresh) {
  const input = element("input", {
    type: "datetime-local",
    required: true,
    step: 300,
    value: toWall(start, host?.timeZone),
    "aria-label": word("newStart"),
  });
  const move = (event) =>
    attempt(event, async () => {
      await steer(`/bookings/${uid}/reschedule`, { start: fromWall(input.value, host?.timeZone) });
      moving = null;
      await refresh();
    });
  return element(
    "form",
    { class: "row move", onsubmit: move },
    input,
    element("button", { class: "primary small", type: "submit" }, word("save")),
  );
}
