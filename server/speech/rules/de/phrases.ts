import type { Connective } from "../time/elements";

/** What joins, refuses and corrects, as it is said; alternatives stand between bars. */
export const PHRASES: Partial<Record<Connective, string>> = {
  or: `oder | oder auch | oder vielleicht | oder notfalls | oder sonst | beziehungsweise | bzw | alternativ | ersatzweise | ansonsten
    | wenn nicht | wenn nicht dann | falls nicht | falls nicht dann | oder aber | sonst | und sonst | oder auch gerne | oder eben
    | oder halt | oder so | notfalls | zur not | oder gerne auch`,
  and: "und | sowie | und auch | als auch | wie auch | ebenso",
  break: `aber | sondern | dafür | allerdings | jedoch | und zwar | nur | dann | dagegen | lieber | stattdessen | jetzt`,
  to: `bis | bis spätestens | bis maximal | bis höchstens | bis einschließlich | bis circa | bis etwa | bis um | bis kurz vor
    | bis ungefähr | bis gegen`,
  dash: "- | – | —",
  from: "von | vom | so von | von etwa | von um",
  starting: `ab | ab etwa | ab circa | ab ca | ab so | erst ab | frühestens | frühestens ab | frühestens um | nicht früher als
    | nicht eher als | ab frühestens | ab um | ab ungefähr`,
  until: `spätestens | spätestens um | höchstens bis | maximal bis | bis spätestens um | nicht später als | längstens bis
    | allerspätestens | spätestens bis`,
  before: "früher als | eher als | vor | noch vor | vor etwa | möglichst vor | irgendwann vor",
  after: "später als | nach | irgendwann nach | nach etwa | möglichst nach",
  between: "zwischen | irgendwann zwischen | so zwischen",
  "not-next": `außer | bis auf | bis auf den | ausgenommen | mit ausnahme von | kein | keinen | keine | ohne | statt
    | anstatt | anstelle von | weder`,
  "not-previous": `haben sie zu | haben sie geschlossen | haben sie ja zu | habt ihr zu | ist zu | ist geschlossen | ist ja zu | geht nicht | geht nicht mehr | geht es nicht mehr | klappt nicht mehr | geht gar nicht | geht leider nicht | geht es nicht | geht bei mir nicht | geht es mir nicht | geht es gar nicht
    | passt nicht | passt mir nicht | passt gar nicht | passt leider nicht | passt mir gar nicht | passt es nicht | passt es mir nicht
    | passt mir leider nicht | klappt nicht | klappt leider nicht | klappt es nicht | kann ich nicht | kann ich leider nicht
    | kann ich gar nicht | habe ich keine zeit | hab ich keine zeit | keine zeit | bin ich nicht da | bin ich weg
    | bin ich im urlaub | verreist | bin ich verreist | unterwegs | auf dienstreise | auf geschäftsreise | auf montage | ist schlecht | wäre schlecht | ist ganz schlecht | ist schwierig | ist ungünstig | ist ausgeschlossen
    | fällt aus | fällt weg | fällt flach | scheidet aus | ist gestrichen | muss ich arbeiten | arbeite ich | passt es mir schlecht | passt schlecht | passt mir schlecht
    | ist nicht möglich | nicht möglich | ist mir zu früh | ist zu früh | ist mir zu spät | ist zu spät | habe ich schon was | hab ich schon was | habe ich schon etwas | hab ich schon etwas | habe ich schon was vor
    | hab ich schon was vor | habe ich schon etwas vor | sieht schlecht aus`,
  not: `nie | niemals | nicht mehr | nicht | gar nicht | leider nicht | nich | nit | ned | net | nöd | nimmer | bloß nicht | nur nicht
    | auf keinen fall | auf gar keinen fall | nicht so gern | nicht so gerne | nicht unbedingt | ungern | keinesfalls`,
  fix: `ach komm | ach was | wissen sie was | ach wissen sie was | ach nee doch | oder warten sie | warten sie | nein | ach nein | nee | ne | quatsch | ach quatsch | nein doch | doch lieber | oder doch | oder doch lieber | lieber doch
    | ach doch | vielmehr | besser gesagt | ich meine | ich meinte | ich mein | entschuldigung | tschuldigung | entschuldigen sie | verzeihung | pardon | hoppla | ups | augenblick | vertan | hab mich vertan | habe mich vertan
    | versprochen | hab mich versprochen | habe mich versprochen | mist | ach mist | verkehrt | moment | korrektur | nein halt
    | falsch | nein warten sie | ich korrigiere | sorry | doch besser | nein lieber | nee doch | nein doch lieber | stopp | doch
    | ach ne | nee warten sie | aber lieber | aber besser | aber sagen wir | mein ich | meine ich | meint ich | meinte ich | wollte ich sagen | wollt ich sagen | sagen wir lieber | dann lieber | dann doch lieber`,
  hence: "also | ja also | deshalb | deswegen | daher | darum | drum | folglich",
  wish: `möchte | möchten | möcht | wollte | wollten | wollt | bräuchte | bräuchten | bräucht | brauche | brauch | brauchen | müsste | müssten | müsst | kann ich | könnte ich | könnt ich
    | können sie | könnten sie | können wir | könnten wir | haben sie | hätten sie | habt ihr | hättet ihr | geht es | geht das | ginge es | ginge das | ich hätte | ich hätt
    | ich würde | ich würd | würde ich | würd ich | nehme ich | nehm ich | passt das | passt ihnen | passt es ihnen | klappt das | wie wäre | wie wär | wie schaut | wie sieht`,
  told: `letztes mal | beim letzten mal | das letzte mal | läuft | abgelaufen | angerufen | anzurufen | gestorben | verstorben | geboren | geburtstag | geburtsdatum | frist | stichtag | heirate | heiraten
    | hochzeit | verhandlung | war | waren | gewesen | fällig | gebucht | reserviert | endet | gekriegt | ausgemacht | abgemacht | vereinbart | passiert | gekauft | operiert | entlassen | in urlaub | in den urlaub | verreise`,
  former: "absagen | stornieren | canceln | wahrnehmen",
  "before-it": "vorher | davor | noch vorher | noch davor | unbedingt vorher",
  onto: "auf",
  moving:
    "verschieben | verschiebe | verlegen | verlege | umbuchen | umlegen | umzubuchen | verschoben | tauschen | schieben | vorverlegen | vorziehen | legen | lege | umändern | rüberlegen | verlegt | rutschen",
  asap: `so früh wie möglich | so bald wie möglich | sobald wie möglich | so schnell wie möglich | möglichst bald | hauptsache bald | recht bald | ganz bald | hauptsache schnell | möglichst schnell
    | möglichst früh | möglichst zeitnah | schnellstmöglich | baldmöglichst | zeitnah | ehestmöglich | nächstmöglichen | nächstmöglicher
    | nächstmöglich | nächsten freien | nächster freier | nächste freie | ersten freien | erster freier | erste freie | ersten möglichen
    | erster möglicher | nächsten möglichen | frühestmöglich | frühestmöglichen | frühstmöglich | frühesten termin | früheste termin
    | nächsten termin | nächster termin | nächste termin | so zeitig wie möglich | ab sofort | sofort | so schnell es geht | so früh es geht
    | am schnellsten | am frühesten | jetzt gleich | so bald es geht | asap | dringend | schnellstens | egal welcher tag | welcher tag ist egal
    | egal an welchem tag | an welchem tag ist egal | an welchem tag ist mir egal | tag spielt keine rolle | alle tage gehen | jeder tag geht
    | tag ist egal | tag ist mir egal | so früh wie es geht | eilt | so schnell wies geht | frühestens was | frühestens etwas | am ehesten | je früher desto besser | je eher desto besser`,
};

/** Turns of phrase that only sound like one of those. */
export const HARMLESS = `oder ist das | oder ist es | oder ja dann | ne oder | ne und | ne aber | nach mir | wie besprochen | wie ausgemacht | wie vereinbart | wie abgemacht | wie geplant | jeder tag | irgendein tag | irgendeinen tag | irgendeinem tag | und da | und da auch | und da nur | freier tag | freien tag | nicht wahr | oder nicht | warum nicht | wieso nicht | noch nicht | nicht nur | ob nicht | nicht schlecht
  | nicht dringend | nicht so dringend | nicht so schnell | wenn möglich | wenn es geht | falls möglich | vor allem | nach wie vor
  | nach möglichkeit | nach wunsch | vor kurzem | auf wiederhören | auf jeden fall | moment mal | einen moment | von mir aus | von daher
  | bis auf weiteres | und so weiter | nein danke | keine ahnung | kein problem | keine eile | kein stress | keinen termin | ohne termin
  | noch keinen termin | ne frage | wie immer | ich weiß nicht | weiß ich nicht | nicht sicher | nicht genau | nach ihnen | zur zeit
  | die zeit | eine zeit | wie letztes mal | wie beim letzten mal | wie das letzte mal | wie sonst | wie gehabt | eilt nicht | eilt ja nicht | es eilt nicht | guten morgen | guten tag | guten abend | guten mittag | schönen tag
  | schönen abend | tag auch | bis dann | bis bald | bis später | bis gleich | bis dahin | schönes wochenende | vor ort | nach hause
  | nächstes mal | zum ersten mal | das erste mal | im moment | den tag | ein tag
  | einen tag | gute nacht | von ihnen | über nacht | keine lust | nicht lange | nicht lang | nicht so lange | nicht so lang | nicht weit | nicht viel | nicht an`;
