import type { Random } from "../random";

interface Generation {
  born: [number, number];
  names: string;
}

/** First names as they were given in their time: whoever is 70 is rarely called Mia. */
const FIRST_NAMES: Record<Gender, [Generation, ...Generation[]]> = {
  woman: [
    {
      born: [1935, 1955],
      names: "Helga Ingrid Ursula Renate Gisela Erika Christa Karin Waltraud Rosemarie Hannelore Elfriede",
    },
    {
      born: [1956, 1975],
      names: "Sabine Petra Susanne Andrea Martina Claudia Birgit Heike Monika Silke Anja Gabriele",
    },
    {
      born: [1976, 1992],
      names: "Julia Stefanie Nicole Katrin Melanie Christina Sandra Nadine Daniela Verena Simone Magdalena",
    },
    { born: [1993, 2008], names: "Lea Lena Hannah Laura Anna Sophie Marie Johanna Emilia Franziska Mia Clara" },
  ],
  man: [
    { born: [1935, 1955], names: "Hans Klaus Günter Werner Horst Manfred Helmut Dieter Siegfried Alois Georg Ludwig" },
    { born: [1956, 1975], names: "Thomas Michael Andreas Stefan Peter Wolfgang Jürgen Uwe Frank Martin Bernd Rainer" },
    {
      born: [1976, 1992],
      names: "Christian Markus Daniel Sebastian Florian Tobias Matthias Benedikt Alexander Simon Philipp Dominik",
    },
    { born: [1993, 2008], names: "Lukas Maximilian Leon Felix Paul Elias Jonas Finn Moritz David Valentin Korbinian" },
  ],
};

const LAST_NAMES =
  "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Bauer Koch Richter Wolf Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Werner Krause Lehmann Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Gruber Aumüller Riedl Kirchgeßner Lechner Schwaiger Unterholzner Wörle Kistler Zachmeier".split(
    " ",
  );

/** Families from elsewhere, who are at home here: first names of women, of men, and last names. */
const ORIGINS = [
  { share: 6, women: "Elif Zeynep Fatma Ayşe", men: "Mehmet Can Ali Murat", last: "Yılmaz Kaya Öztürk Şahin Çelik" },
  { share: 3, women: "Agnieszka Małgorzata Joanna", men: "Piotr Tomasz Paweł", last: "Kowalski Wiśniewski Zieliński" },
  { share: 3, women: "Giulia Francesca", men: "Luca Salvatore", last: "Rossi Esposito Romano" },
  { share: 3, women: "Olena Natalia Iryna", men: "Andrij Dmytro", last: "Schewtschenko Bondarenko Kowalenko" },
  { share: 2, women: "Ivana Marija", men: "Dragan Marko", last: "Horvat Kovačević Jurić" },
  { share: 2, women: "Rana Layla", men: "Omar Karim", last: "Haddad Al-Masri" },
  { share: 1, women: "Thu Linh", men: "Minh Duc", last: "Nguyen Tran" },
  { share: 1, women: "Emily Sarah", men: "James Oliver", last: "Walker O'Brien" },
].map(({ share, women, men, last }) => ({
  share,
  woman: women.split(" "),
  man: men.split(" "),
  last: last.split(" "),
}));

export type Gender = "woman" | "man";

export interface PersonName {
  firstName: string;
  lastName: string;
  title: string | null;
  bornIn: number;
}

export function drawName(random: Random, gender: Gender): PersonName {
  const generation =
    random.weighted(FIRST_NAMES[gender], ({ born }) => (born[0] > 1950 ? 3 : 2)) ?? FIRST_NAMES[gender][0];
  const bornIn = random.between(generation.born[0], generation.born[1]);
  const title = bornIn < 1990 && random.chance(0.04) ? random.pick(["Dr.", "Dr.", "Prof. Dr."]) : null;
  const origin = random.chance(0.22) ? random.weighted(ORIGINS, ({ share }) => share) : undefined;
  if (origin) return { firstName: random.pick(origin[gender]), lastName: random.pick(origin.last), title, bornIn };
  const lastName = random.pick(LAST_NAMES);
  const isDouble = gender === "woman" && bornIn > 1955 && random.chance(0.06);
  return {
    firstName: random.pick(generation.names.split(" ")),
    lastName: isDouble ? `${lastName}-${random.pick(LAST_NAMES.filter((other) => other !== lastName))}` : lastName,
    title,
    bornIn,
  };
}
