import { calendar } from "./calendar.js";
import { steer } from "./element.js";
import { faults } from "./faults.js";
import { inbox } from "./inbox.js";
import { telephone } from "./telephone.js";
import { currentLanguage, switchLanguage, word } from "./words.js";

const EVERY_MS = 800;
const byId = (id) => document.getElementById(id);
const parts = [telephone, inbox, calendar, faults].map((part) => part(byId(part.name), () => refresh()));
let state = null;

async function load() {
  const paths = ["/calls", "/telephone", "/messages", "/bookings", "/faults", "/deliveries"];
  const [calls, { lines }, messages, bookings, active, deliveries] = await Promise.all(
    paths.map((path) => steer(path)),
  );
  return { calls, lines, messages, bookings, faults: active, deliveries };
}

async function refresh() {
  try {
    state = await load();
    for (const part of parts) part.show(state);
    showPulse(true);
  } catch {
    showPulse(false);
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

/** On a small screen one section is shown at a time: that of the address. */
function showSection() {
  const current = location.hash.slice(1) || "telephone";
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
