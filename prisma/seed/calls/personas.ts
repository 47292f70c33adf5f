import type { CustomerDraft } from "../customers/draft";
import type { Random } from "../random";

/** How somebody talks on the telephone. `{…}` is filled in by the scene. */
export interface Persona {
  hello: readonly string[];
  book: readonly string[];
  move: readonly string[];
  cancel: readonly string[];
  ask: readonly string[];
  accept: readonly string[];
  decline: readonly string[];
  thanks: readonly string[];
  bye: readonly string[];
}

const polite: Persona = {
  hello: ["Guten Tag, {name} hier.", "Grüß Gott, mein Name ist {name}.", "Guten Tag, hier spricht {name}."],
  book: [
    "Ich würde gerne einen Termin ausmachen, für {service}, am liebsten {when}.",
    "Ich hätte gern einen Termin für {service}. Ginge das {when}?",
    "Hätten Sie {when} noch etwas frei? Es geht um {service}.",
  ],
  move: [
    "Ich habe bei Ihnen einen Termin und müsste ihn leider verschieben.",
    "Mir ist etwas dazwischengekommen, könnte ich meinen Termin verlegen?",
  ],
  cancel: ["Ich muss meinen Termin leider absagen.", "Es tut mir leid, ich kann meinen Termin nicht wahrnehmen."],
  ask: ["Ich hätte da eine Frage: {question}", "Können Sie mir sagen: {question}"],
  accept: ["Ja, das passt mir sehr gut.", "Gerne, den nehme ich.", "Das wäre wunderbar."],
  decline: ["Da kann ich leider nicht. Hätten Sie noch etwas anderes?", "Das ist schlecht, ginge es auch anders?"],
  thanks: ["Vielen Dank, sehr freundlich.", "Herzlichen Dank."],
  bye: ["Auf Wiederhören.", "Einen schönen Tag noch."],
};

const brisk: Persona = {
  hello: ["{name}, hallo.", "Ja, hallo, {name}.", "Hallo, {name}, kurze Sache."],
  book: [
    "{service}, {when}, geht das?",
    "Ich brauch einen Termin. {service}. {when}.",
    "Bitte {service} {when}, wenn's geht.",
  ],
  move: ["Ich muss meinen Termin schieben.", "Termin verlegen bitte, da klappt's bei mir nicht."],
  cancel: ["Ich muss absagen.", "Meinen Termin bitte streichen."],
  ask: ["Nur kurz: {question}", "Eine Frage: {question}"],
  accept: ["Passt.", "Ja, nehm ich.", "Okay, machen wir."],
  decline: ["Nee, geht nicht. Was noch?", "Zu spät. Anderer Termin?"],
  thanks: ["Danke.", "Super, danke."],
  bye: ["Tschüss.", "Ciao."],
};

const elderly: Persona = {
  hello: [
    "Ja, hallo? Hier ist… Moment, jetzt hab ich Sie laut gestellt. {name} ist hier.",
    "Grüß Gott, {name} am Apparat. Sprech ich jetzt mit einem Computer?",
    "Guten Tag, {name}. Bitte reden Sie ein bisserl lauter, ich hör nicht mehr so gut.",
  ],
  book: [
    "Ich bräucht wieder einen Termin, wie immer, {service}. {when}, wenn's ginge, da fährt mich meine Tochter.",
    "Also, ich wollt fragen wegen {service}. {when} wär mir recht, da hab ich keinen Arzt.",
  ],
  move: ["Mein Termin, gell, der geht jetzt doch nicht. Ich muss zum Augenarzt. Können wir den umlegen?"],
  cancel: ["Ich muss Ihnen leider absagen, mir geht's nicht so gut mit dem Kreislauf."],
  ask: ["Sagen Sie, {question}", "Ich wollt bloß fragen: {question}"],
  accept: ["Ja, das ist schön. Das schreib ich mir gleich auf.", "Ja, so machen wir's."],
  decline: ["Ach, da hab ich schon die Fußpflege. Haben Sie was anderes?", "Da ist's mir zu früh. Später vielleicht?"],
  thanks: ["Vergelt's Gott.", "Dank Ihnen recht schön, Sie haben mir sehr geholfen."],
  bye: ["Auf Wiederhören, und grüßen Sie mir alle.", "Also dann, Wiederschauen."],
};

const bavarian: Persona = {
  hello: ["Servus, do is {name}.", "Griaß Eahna, {name}.", "Griaß Gott, {name} do."],
  book: [
    "I bräucht an Termin für {service}. {when}, geht des?",
    "Hätts ihr {when} no was frei? {service} wär's.",
    "I dad gern wieder kemma, {service}, am liabstn {when}.",
  ],
  move: [
    "Du, i muass mein Termin verschiabn, mir is was dazwischenkemma.",
    "I schaff's ned zu dem Termin, kemma den verlegn?",
  ],
  cancel: ["I muass leider absagn, i hob's im Kreuz.", "Des werd nix mit'm Termin, bitte streichn."],
  ask: ["Sog amoi, {question}", "I hätt bloß a Frog: {question}"],
  accept: ["Passt scho, nemma den.", "Ja freilich, passt.", "Des is guat."],
  decline: ["Na, do ko i ned. Hobts no was anders?", "Do muass i no arbatn. Später vielleicht?"],
  thanks: ["Dank da schee.", "Merci, sehr nett."],
  bye: ["Pfiat Eahna.", "Servus, pfiade."],
};

const chatty: Persona = {
  hello: [
    "Hallo, {name} hier, na, ist ja lustig, dass da jetzt eine künstliche Stimme dran ist!",
    "Ja hallo, {name}. Ich wollte schon letzte Woche anrufen, aber Sie wissen ja, wie das ist.",
  ],
  book: [
    "Also jetzt wird es wirklich höchste Zeit. Ich brauche dringend {service}, am besten {when}.",
    "Wir fahren bald weg, und vorher muss noch was passieren: {service}, so {when}, wäre das drin?",
  ],
  move: ["Jetzt habe ich doch glatt übersehen, dass meine Kleine da Schulfest hat. Können wir den Termin verschieben?"],
  cancel: ["Es ist wie verhext, jetzt liegt die ganze Familie flach. Ich muss den Termin absagen."],
  ask: [
    "Ach, und was ich wissen wollte: {question}",
    "Meine Nachbarin hat gefragt, und ich wusste es auch nicht: {question}",
  ],
  accept: ["Perfekt, da kann ich vorher noch zum Markt.", "Ach super, das passt ja wie bestellt."],
  decline: [
    "Oh nein, da habe ich Yoga. Gibt's noch was anderes?",
    "Da bringe ich gerade die Kinder weg, haben Sie noch was?",
  ],
  thanks: ["Toll, das ging ja schnell, danke!", "Vielen lieben Dank!"],
  bye: ["Dann bis bald, tschüssi!", "Bis dann, schönen Tag Ihnen!"],
};

const learner: Persona = {
  hello: ["Hallo, guten Tag, ich heiße {name}.", "Guten Tag, mein Name {name}."],
  book: [
    "Ich möchte Termin machen bitte, für {service}. {when}, ist möglich?",
    "Bitte, haben Sie Zeit {when}? Ich brauche {service}.",
  ],
  move: ["Ich habe Termin, aber ich kann nicht kommen. Bitte anderen Tag?"],
  cancel: ["Entschuldigung, ich muss Termin löschen. Meine Sohn ist krank."],
  ask: ["Bitte eine Frage: {question}", "Entschuldigung, {question}"],
  accept: ["Ja, ist gut, danke.", "Ja, super, ich komme."],
  decline: ["Nein, ich arbeite dann. Andere Zeit bitte?", "Das geht leider nicht, haben Sie später?"],
  thanks: ["Vielen Dank.", "Danke schön, sehr nett."],
  bye: ["Tschüss, schönen Tag.", "Auf Wiedersehen."],
};

/** Who talks how: the old are thorough, and this is Bavaria. */
export function personaOf(customer: CustomerDraft | null, random: Random): Persona {
  const bornIn = Number(customer?.birthdate?.slice(0, 4) ?? 1980);
  if (bornIn < 1953) return random.pick([elderly, elderly, polite, bavarian]);
  if (customer && /[łıİşçğćž]|nko$|Nguyen|Tran/.test(customer.lastName) && random.chance(0.4)) return learner;
  return random.weighted([polite, brisk, chatty, bavarian], (persona) => WEIGHTS.get(persona) ?? 1) ?? polite;
}
const WEIGHTS = new Map([
  [polite, 4],
  [brisk, 3],
  [chatty, 2],
  [bavarian, 2],
]);

export function fill(text: string, values: Record<string, string>): string {
  const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
  return filled.replace(/(^|[.!?] )(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
