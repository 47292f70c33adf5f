import { attempt, day, element, facts, fromWall, steer, time, toWall } from "./element.js";
import { word } from "./words.js";

/** One booking over there, and all that people over there can do with it. */
export function bookingPanel(booking, { refresh, open }) {
  const { uid, status, start, end, host, attendee, eventTypeTitle, title, metadata, rescheduledToUid } = booking;
  const zone = host?.timeZone;
  const known = facts([
    [word("eventType"), status === "busy" ? null : (eventTypeTitle ?? title)],
    [word("start"), `${day(start, zone)}, ${time(start, zone)} – ${time(end, zone)}`],
    [word("person"), host?.name],
    [word("phone"), attendee.phoneNumber],
    [word("email"), attendee.email],
    [word("reference"), status === "busy" ? null : element("code", {}, uid)],
    [word("ours"), metadata?.appointmentId && element("code", {}, metadata.appointmentId)],
  ]);
  const state = element("span", { class: "tag" }, word(rescheduledToUid ? "moved" : status));
  const head = element("div", { class: "panel-head" }, element("h3", { class: "title" }, attendee.name), state);
  if (status === "busy") {
    const remove = (event) =>
      attempt(event, () => steer(`/busy-times/${uid}`, undefined, "DELETE").then(() => open(null)));
    return [head, known, element("div", { class: "actions" }, button("danger", word("remove"), remove))];
  }
  if (status !== "accepted" && status !== "pending") return [head, known];
  return [head, known, actionsOf(booking, { refresh, open }), moveForm(booking, open)];
}

const button = (kind, text, onclick) => element("button", { class: `quiet ${kind}`, type: "button", onclick }, text);

function actionsOf({ uid, status, start, isAbsent }, { refresh }) {
  const act = (name) => (event) => attempt(event, () => steer(`/bookings/${uid}/${name}`, {}).then(refresh));
  const hasBegun = Date.parse(start) < Date.now();
  return element(
    "div",
    { class: "actions panel" },
    status === "pending" && button("", word("confirm"), act("confirm")),
    status === "pending" && button("danger", word("decline"), act("decline")),
    status === "accepted" && hasBegun && button("", word(isAbsent ? "came" : "noShow"), act("no-show")),
    button("danger", word("cancelBooking"), act("cancel")),
  );
}

function moveForm({ uid, start, host }, open) {
  const input = element("input", {
    type: "datetime-local",
    required: true,
    step: 300,
    value: toWall(start, host?.timeZone),
  });
  const move = (event) =>
    attempt(event, async () => {
      const moved = await steer(`/bookings/${uid}/reschedule`, { start: fromWall(input.value, host?.timeZone) });
      open(moved.uid);
    });
  return element(
    "form",
    { class: "panel", onsubmit: move },
    element("label", { class: "field" }, element("span", {}, word("newStart")), input),
    element("button", { class: "primary", type: "submit" }, word("move")),
  );
}
