import { ENGLISH } from "./english.js";
import { GERMAN } from "./german.js";

const WORDS = { de: GERMAN, en: ENGLISH };

let language = localStorage.getItem("sandbox-language") ?? "de";

export const currentLanguage = () => language;

export function switchLanguage() {
  language = language === "de" ? "en" : "de";
  localStorage.setItem("sandbox-language", language);
}

export const word = (key) => WORDS[language][key] ?? key;
