import { attempt, element, field, fromWall, select, steer, toWall } from "./element.js";
import { word } from "./words.js";

const HOUR_MS = 3_600_000;
/** The next full hour, tomorrow: a time at which somebody is probably free. */
const tomorrow = (zone) => toWall(new Date(Math.ceil(Date.now() / HOUR_MS + 24) * HOUR_MS).toISOString(), zone);
const instantField = (value) => element("input", { type: "datetime-local", required: true, step: 300, value });

/** As somebody books on the other side's web page: the product hears of it by webhook. */
export function newBookingForm({ users, eventTypes }, { open }) {
  if (eventTypes.length === 0) return element("p", { class: "muted" }, word("noTypes"));
  const hostOf = (type) => users.find(({ id }) => id === type?.hostIds[0]);
  // A team's type says itself who serves it.
  const labelOf = (type) => [type.title, type.schedulingType ? null : hostOf(type)?.name].filter(Boolean).join(" · ");
  const type = select(
    "eventType",
    eventTypes.map((each) => [String(each.id), labelOf(each)]),
  );
  const start = instantField(tomorrow(hostOf(eventTypes[0])?.timeZone));
  const name = element("input", { name: "name", required: true, autocomplete: "off", value: "Anna Schneider" });
  const phone = element("input", { name: "phone", type: "tel", autocomplete: "off", value: "+4917612345678" });
  const email = element("input", { name: "email", type: "email", autocomplete: "off" });
  const book = (event) =>
    attempt(event, async () => {
      const chosen = eventTypes.find(({ id }) => String(id) === type.value);
      const timeZone = hostOf(chosen)?.timeZone ?? "Europe/Berlin";
      const contact = { ...(phone.value && { phoneNumber: phone.value }), ...(email.value && { email: email.value }) };
      const attendee = { name: name.value, timeZone, language: "de", ...contact };
      const made = await steer("/bookings", {
        eventTypeId: chosen.id,
        start: fromWall(start.value, timeZone),
        attendee,
      });
      open(made.uid);
    });
  return form(word("newBooking"), book, [
    field(word("eventType"), type),
    field(word("start"), start),
    field(word("customer"), name),
    field(word("phone"), phone),
    field(word("email"), email),
  ]);
}

/** Something private in a calendar that is connected over there. */
export function busyForm({ users }, { open }) {
  if (users.length === 0) return element("p", { class: "muted" }, word("noTypes"));
  const person = select(
    "person",
    users.map(({ id, name }) => [String(id), name]),
  );
  const zone = users[0].timeZone;
  const title = element("input", { name: "title", required: true, value: "Zahnarzt" });
  const start = instantField(tomorrow(zone));
  const end = instantField(toWall(new Date(Date.parse(fromWall(start.value, zone)) + HOUR_MS).toISOString(), zone));
  const add = (event) =>
    attempt(event, async () => {
      const { timeZone } = users.find(({ id }) => String(id) === person.value);
      const span = { start: fromWall(start.value, timeZone), end: fromWall(end.value, timeZone) };
      const made = await steer("/busy-times", { userId: Number(person.value), title: title.value, ...span });
      open(made.id);
    });
  return form(word("newBusy"), add, [
    field(word("person"), person),
    field(word("title"), title),
    field(word("start"), start),
    field(word("end"), end),
  ]);
}

function form(title, onsubmit, fields) {
  return element(
    "form",
    { class: "panel wide", onsubmit },
    element("h3", { class: "title" }, title),
    fields,
    element("button", { class: "primary", type: "submit" }, word("create")),
  );
}
