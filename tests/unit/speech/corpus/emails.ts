/** What was said when an address was asked for, and the address; `?` where it has to be asked for again. */
export type SaidEmail = readonly [said: string, email: string];

export const wordByWord: SaidEmail[] = [
  ["max punkt mustermann at gmail punkt com", "max.mustermann@gmail.com"],
  ["anna punkt lena bindestrich müller ätt posteo punkt de", "anna.lena-mueller@posteo.de"],
  ["info at salon minus schön punkt de", "info@salon-schoen.de"],
  ["julia unterstrich becker null sieben at yahoo punkt de", "julia_becker07@yahoo.de"],
  ["büro klammeraffe kanzlei bindestrich weiß punkt de", "buero@kanzlei-weiss.de"],
  ["stefan punkt vogel at stadt punkt hamburg punkt de", "stefan.vogel@stadt.hamburg.de"],
  ["kontakt at uni minus heidelberg punkt de", "kontakt@uni-heidelberg.de"],
  ["p punkt neumann at tu bindestrich berlin punkt de", "p.neumann@tu-berlin.de"],
  ["max at zeichen web punkt de", "max@web.de"],
  ["max at-zeichen web punkt de", "max@web.de"],
  ["max affenschwanz gmx punkt at", "max@gmx.at"],
  ["sabine trennstrich koch at freenet punkt de", "sabine-koch@freenet.de"],
  ["sabine minuszeichen koch at arcor punkt de", "sabine-koch@arcor.de"],
  ["post at mein garten punkt info", "post@meingarten.info"],
  ["max muster at gmail.com", "maxmuster@gmail.com"],
  ["max.muster at web.de", "max.muster@web.de"],
  ["max.muster@web.de", "max.muster@web.de"],
  ["Max.Muster@Web.DE", "max.muster@web.de"],
];

export const withDigits: SaidEmail[] = [
  ["peter eins neun acht drei at gmx punkt de", "peter1983@gmx.de"],
  ["peter neunzehnhundertdreiundachtzig at gmx punkt de", "peter1983@gmx.de"],
  ["peter dreiundachtzig at gmx punkt de", "peter83@gmx.de"],
  ["katja zweitausendzwei at web punkt de", "katja2002@web.de"],
  ["lars null acht fünfzehn at web punkt de", "lars0815@web.de"],
  ["tom doppel null sieben at gmail punkt com", "tom007@gmail.com"],
  ["bernd vier zwo at gmx punkt net", "bernd42@gmx.net"],
  ["m punkt weber die zahl elf at t minus online punkt de", "m.weber11@t-online.de"],
];

export const spelledAddress: SaidEmail[] = [
  ["m u e l l e r at web punkt de", "mueller@web.de"],
  ["m wie martha u s t e r at web punkt de", "muster@web.de"],
  ["martha ulrich samuel theodor emil richard at web punkt de", "muster@web.de"],
  ["k wie kaufmann, r, a, u, s, e, at gmx punkt de", "krause@gmx.de"],
  ["müller mit ue at web punkt de", "mueller@web.de"],
  ["müller mit u e at web punkt de", "mueller@web.de"],
  ["jäger mit ae at gmx punkt de", "jaeger@gmx.de"],
  ["groß mit doppel s at web punkt de", "gross@web.de"],
  ["weiß mit zwei s at gmail punkt com", "weiss@gmail.com"],
];

export const likeRecognisersWrite: SaidEmail[] = [
  ["anton at web d e", "anton@web.de"],
  ["max punkt mustermann at gmail com", "max.mustermann@gmail.com"],
  ["anna at g m x punkt de", "anna@gmx.de"],
  ["anna at t online punkt de", "anna@t-online.de"],
  ["anna ett g mail punkt com", "anna@gmail.com"],
  ["anna et hotmail punkt com", "anna@hotmail.com"],
  ["anna at icloud com", "anna@icloud.com"],
  ["anna äd outlook punkt de", "anna@outlook.de"],
  ["anna punkt bauer bei gmail punkt com", "anna.bauer@gmail.com"],
  ["Anna Punkt Bauer, at, GMX Punkt net.", "anna.bauer@gmx.net"],
  ["lisa at me punkt com", "lisa@me.com"],
  ["lisa at proton punkt me", "lisa@proton.me"],
];

export const addressInASentence: SaidEmail[] = [
  ["meine Mailadresse ist max punkt muster at gmail punkt com", "max.muster@gmail.com"],
  ["meine Mail ist lisa at web punkt de", "lisa@web.de"],
  ["meine E-Mail-Adresse lautet lisa punkt koch at icloud punkt com", "lisa.koch@icloud.com"],
  ["ja gerne, das ist die lisa punkt koch at web punkt de", "lisa.koch@web.de"],
  ["schicken Sie es an büro at praxis punkt de", "buero@praxis.de"],
  ["die Adresse wäre kontakt at praxis bindestrich nord punkt de", "kontakt@praxis-nord.de"],
  ["alles klein geschrieben und zusammen, anna koch at web punkt de", "annakoch@web.de"],
  ["äh moment also max punkt muster at gmail punkt com", "max.muster@gmail.com"],
  ["an lisa at web punkt de bitte, vielen Dank", "lisa@web.de"],
  ["unter hallo at friseur punkt de erreichen Sie mich", "hallo@friseur.de"],
];

export const noAddress: SaidEmail[] = [
  ["habe ich nicht", "?"],
  ["brauche ich nicht", "?"],
  ["die haben Sie doch schon", "?"],
  ["keine", "?"],
  ["", "?"],
  ["max punkt muster", "?"],
  ["max at", "?"],
  ["at gmail punkt com", "?"],
  ["max punkt muster at gmail", "?"],
  ["ich bin um acht zu Hause", "?"],
  ["weiß ich gerade nicht auswendig", "?"],
];

export const englishAddresses: SaidEmail[] = [
  ["john dot doe at gmail dot com", "john.doe@gmail.com"],
  ["jane underscore doe eighty five at yahoo dot com", "jane_doe85@yahoo.com"],
  ["jane underscore doe eighty-five at yahoo dot com", "jane_doe85@yahoo.com"],
  ["info at smith hyphen sons dot co dot uk", "info@smith-sons.co.uk"],
  ["that's j o h n at outlook dot com", "john@outlook.com"],
  ["bob twenty twenty at hotmail dot com", "bob2020@hotmail.com"],
  ["all one word sarahconnor at icloud dot com", "sarahconnor@icloud.com"],
  ["m as in mary, a, x, at web dot de", "max@web.de"],
  ["n for nancy, e, d, at gmail dot com", "ned@gmail.com"],
  ["my email is tom dash baker at proton dot me", "tom-baker@proton.me"],
  ["it's tom at gmail dot com", "tom@gmail.com"],
  ["you can send it to tom at gmail dot com", "tom@gmail.com"],
  ["mary no spaces jones at gmail dot com", "maryjones@gmail.com"],
  ["double oh seven at gmail dot com", "007@gmail.com"],
];

export const englishNoAddress: SaidEmail[] = [
  ["I don't have one", "?"],
  ["you have it already", "?"],
  ["no thanks", "?"],
  ["I'll be at home", "?"],
  ["john dot doe at", "?"],
];
