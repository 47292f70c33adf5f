import type { ImportField, ImportMapping } from "../schema";

/** Headers as other programs write them, folded to letters and digits; the first that fits wins. */
const NAMES: Record<ImportField, readonly string[]> = {
  startsAt: [
    "beginn",
    "start",
    "startzeitpunkt",
    "terminbeginn",
    "datumuhrzeit",
    "datumzeit",
    "starttime",
    "startsat",
    "datetime",
  ],
  date: ["datum", "tag", "termindatum", "date", "day", "startdatum", "startdate"],
  time: ["uhrzeit", "zeit", "von", "startzeit", "time", "from", "uhrzeitvon"],
  endTime: ["bis", "ende", "endzeit", "uhrzeitbis", "end", "until", "endtime", "to"],
  durationMinutes: ["dauer", "dauerminuten", "dauermin", "minuten", "duration", "durationminutes", "minutes"],
  customerName: [
    "kunde",
    "kundin",
    "kundenname",
    "name",
    "patient",
    "gast",
    "mandant",
    "customer",
    "customername",
    "client",
  ],
  firstName: ["vorname", "firstname", "givenname"],
  lastName: ["nachname", "familienname", "lastname", "surname", "familyname"],
  phone: ["telefon", "telefonnummer", "handy", "mobil", "mobilnummer", "tel", "phone", "mobile", "phonenumber"],
  email: ["email", "emailadresse", "mail", "emailaddress"],
  service: ["leistung", "dienstleistung", "behandlung", "service", "angebot", "terminart", "treatment"],
  staff: [
    "mitarbeiter",
    "mitarbeiterin",
    "mitarbeitende",
    "bei",
    "person",
    "behandler",
    "stylist",
    "staff",
    "employee",
    "with",
  ],
  price: ["preis", "betrag", "preiseur", "umsatz", "price", "amount", "total"],
  status: ["status", "zustand", "terminstatus", "state"],
  notes: ["notiz", "notizen", "bemerkung", "kommentar", "anmerkung", "note", "notes", "comment"],
};

/** Which column probably holds what, by its header; each column is taken once. */
export function guessMapping(headers: readonly string[]): ImportMapping {
  const folded = headers.map(foldHeader);
  const taken = new Set<number>();
  const mapping: ImportMapping = {};
  for (const [field, names] of Object.entries(NAMES) as [ImportField, readonly string[]][]) {
    const column = names.map((name) => folded.indexOf(name)).find((index) => index >= 0 && !taken.has(index));
    if (column === undefined) continue;
    taken.add(column);
    mapping[field] = column;
  }
  // A full name beside its parts would be read twice.
  if (mapping.lastName !== undefined) delete mapping.customerName;
  if (mapping.date !== undefined && mapping.time !== undefined) delete mapping.startsAt;
  return mapping;
}

const foldHeader = (header: string): string =>
  header
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/\(.*?\)/g, "")
    .replace(/[^a-z0-9]/g, "");
