import type { GuardWords } from "../contact-language";

export const englishGuards: GuardWords = {
  emergencies: [
    ["medical", ["chest pains?", "pain in (?:my|the|his|her) chest"]],
    ["medical", ["heart attack", "stroke"]],
    ["medical", ["can(?:'|no)t breathe", "not breathing"]],
    ["medical", ["unconscious", "passed out"]],
    ["medical", ["bleeding (?:heavily|badly)", "severe bleeding"]],
    ["medical", ["overdose", "poisoned", "kill myself", "suicide"]],
    ["gas", ["gas leak", "smells? (?:of|like) gas", "smell gas"]],
    ["general", ["emergency", "ambulance", "on fire"]],
  ],
  negations: ["no", "not an?", "isn't an?"],
  longAgo: "years? ago|months? ago|weeks? ago|last year|in the past|history of|rehab\\w*".split("|"),
  rightNow: ["now", "right now", "just", "again"],
  lasting: ["attack", "stroke"],
  human: [
    ..."human|real person|a person|someone real|representative|operator|receptionist|agent".split("|"),
    "speak (?:to|with) (?:someone|somebody|a)",
    "talk to (?:someone|somebody|a)",
  ],
  talk: "speak|talk|transfer|connect|want|need|get me".split("|"),
  speak: "speak|talk|transfer|connect".split("|"),
  refusesRobot: ["no (?:robot|machine|bot)s?", "not (?:a|to a) (?:robot|machine)"],
  alone: ["human|operator|agent|person"],
  aboutStaff: ["(?:any|which|your|same|other) (?:operators?|agents?)"],
};
