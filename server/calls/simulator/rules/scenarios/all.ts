import type { Scenario } from "../scenario";
import { BOOKINGS } from "./bookings";
import { CHANGES } from "./changes";
import { CHOICES } from "./choices";
import { CONSENTS } from "./consents";
import { HOSTILE } from "./hostile";
import { OUTAGES } from "./outages";
import { PEOPLE } from "./people";
import { TIMES } from "./times";

/** Every conversation that the telephone is graded by. */
export const SCENARIOS: Scenario[] = [
  ...TIMES,
  ...BOOKINGS,
  ...CHOICES,
  ...CHANGES,
  ...PEOPLE,
  ...CONSENTS,
  ...HOSTILE,
  ...OUTAGES,
];
