import type { SeedBusiness } from "../business";
import { salonKnowledge } from "./knowledge";
import { salonServices } from "./salon-services";
import { salonStaff } from "./salon-staff";

const weekday = { start: "09:00", end: "19:00" };

export const salonLindner: SeedBusiness = {
  key: "salon",
  tenantName: "Lindner Friseure",
  name: "Salon Lindner",
  slug: "salon-lindner",
  industry: "hair_salon",
  website: "https://salon-lindner.example",
  email: "hallo@salon-lindner.example",
  phone: "+493023125100",
  vatId: "DE123456789",
  branches: [
    {
      name: "Innenstadt",
      slug: "innenstadt",
      street: "Annastraße 14",
      postalCode: "86150",
      city: "Augsburg",
      phone: "+493023125100",
      fallbackPhone: "+493023125190",
      latitude: 48.3689,
      longitude: 10.8962,
      transportInfo: "Parkhaus Ernst-Reuter-Platz, drei Minuten zu Fuß. Straßenbahn 1 und 2, Haltestelle Königsplatz.",
      accessNotes: "Eingang durch den Hof, ebenerdig, mit Rollstuhl erreichbar.",
    },
    {
      name: "Am Stadtpark",
      slug: "am-stadtpark",
      street: "Parkweg 3",
      postalCode: "86159",
      city: "Augsburg",
      phone: "+493023125101",
      fallbackPhone: "+493023125191",
      latitude: 48.3534,
      longitude: 10.9012,
      transportInfo:
        "Vier eigene Parkplätze vor dem Haus, sonst kostenlos in der Parkstraße. Bus 41, Haltestelle Stadtpark.",
      accessNotes: "Zwei Stufen am Eingang, bitte klingeln: wir legen die Rampe an.",
    },
  ],
  opening: { 2: weekday, 3: weekday, 4: weekday, 5: weekday, 6: { start: "09:00", end: "16:00" } },
  services: salonServices,
  staff: salonStaff,
  agent: { retellAgentId: "agent_demo_lindner", name: "Lena", voiceId: "11labs-Carola" },
  knowledge: salonKnowledge,
  weekdayWeights: [0, 0, 0.8, 0.9, 1.5, 1.25, 1],
  returnDays: 12,
  volumes: { customers: 300, past: 1500, coming: 150, calls: 400, openCallbacks: 6 },
};
