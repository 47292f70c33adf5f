import { calendar } from "./calendar.js";
import { element, steer } from "./element.js";
import { faults } from "./faults.js";
import { inbox } from "./inbox.js";
import { telephone } from "./telephone.js";
import { currentLanguage, switchLanguage, word } from "./words.js";

const EVERY_MS = 800;
const PATHS = {
  calls: "/calls",
  telephone: "/telephone",
  messages: "/messages",
  bookings: "/bookings",
  busyTimes: "/busy-times",
  calcom: "/calcom",
  faults: "/faults",
  deliveries: "/deliveries",
  clock: "/clock",
  seed: "/seed",
};
const byId = (id) => document.getElementById(id);
const parts = [telephone, inbox, calendar, faults].map((part) => part(byId(part.name), () => refresh()));
let state = null;

async function load() {
  const answers = await Promise.all(Object.values(PATHS).map((path) => steer(path)));
  return Object.fromEntries(Object.keys(PATHS).map((name, index) => [name, answers[index]]));
}

async function refresh() {
  try {
    state = await load();
    for (const part of parts) part.show(state);
    showCounts(state);
    showPulse(true);
  } catch (error) {
    console.error(error);
    showPulse(false);
  }
}

/** Beside each section's name: what is going on in there. */
function showCounts({ calls, messages, bookings, faults: list }) {
  const isOpen = ({ status }) => status === "ongoing" || status === "ringing" || status === "accepted";
  const counts = {
    telephone: calls.filter(isOpen).length,
    inbox: messages.length,
    calendar: bookings.filter(isOpen).length,
    faults: list.filter(({ count, hits }) => count === undefined || hits < count).length,
  };
  for (const link of byId("tabs").children) {
    const id = link.hash.slice(1);
    const shown = link.querySelector(".count")?.textContent ?? "0";
    if (shown === String(counts[id])) continue;
    link.querySelector(".count")?.remove();
    if (counts[id])
      link.append(element("span", { class: id === "faults" ? "count bad" : "count" }, String(counts[id])));
  }
}

function showPulse(isLive) {
  byId("pulse").classList.toggle("lost", !isLive);
  const text = word(isLive ? "live" : "lost");
  if (byId("pulse").textContent !== text) byId("pulse").textContent = text;
}

function relabel() {
  document.documentElement.lang = currentLanguage();
  for (const each of document.querySelectorAll("[data-text]")) each.textContent = word(each.dataset.text);
  for (const each of document.querySelectorAll("[data-label]"))
    each.setAttribute("aria-label", word(each.dataset.label));
  byId("language").textContent = word("otherLanguage");
  byId("theme").textContent = word(isDark() ? "light" : "dark");
  for (const part of parts) part.relabel();
  if (state) for (const part of parts) part.show(state, { force: true });
}

const isDark = () => (document.documentElement.dataset.theme ?? systemTheme()) === "dark";
const systemTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

function setTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  byId("theme").textContent = word(isDark() ? "light" : "dark");
}

byId("language").addEventListener("click", () => {
  switchLanguage();
  relabel();
});
byId("theme").addEventListener("click", () => {
  const theme = isDark() ? "light" : "dark";
  localStorage.setItem("sandbox-theme", theme);
  setTheme(theme);
});
byId("reset").addEventListener("click", async () => {
  if (!confirm(word("resetAsk"))) return;
  await steer("/reset", {});
  await refresh();
});

/** One section is shown at a time: that of the address. */
function showSection() {
  const wanted = location.hash.slice(1);
  const current = byId(wanted)?.matches("main > section") ? wanted : "telephone";
  for (const section of document.querySelectorAll("main > section"))
    section.classList.toggle("current", section.id === current);
  for (const link of byId("tabs").children) {
    if (link.hash === `#${current}`) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

async function keepFresh() {
  if (!document.hidden) await refresh();
  setTimeout(keepFresh, EVERY_MS);
}

addEventListener("hashchange", showSection);
setTheme(localStorage.getItem("sandbox-theme"));
relabel();
showSection();
keepFresh();
