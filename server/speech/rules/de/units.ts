import { word } from "../time/grammar";

export const weeksUnit = word("woche", "wochen");
export const daysUnit = word("tag", "tage", "tagen", "tach", "daach");
