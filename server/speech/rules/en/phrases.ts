import type { Connective } from "../time/elements";

/** What joins, refuses and corrects, as it is said; alternatives stand between bars. */
export const PHRASES: Partial<Record<Connective, string>> = {
  or: "or | so does | so do | so is | so would | so are | as does | as would | or else | or maybe | or perhaps | alternatively | otherwise | if not | and if not | but if not | or if not | or failing that | failing that | followed by | or possibly | or even",
  and: "and | as well as | and also",
  break: "but | only | though | then | let's say",
  to: "through | thru",
  dash: "- | – | —",
  starting: `from | on or after | can wait until | can wait till | the earliest i can do is | the earliest i can make is | the earliest i can come is | the earliest i could do is | the earliest would be | the earliest is | starting | starting from | starting at | earliest | no earlier than | not earlier than | no sooner than | not sooner than | at the earliest | any time from
    | as of | onwards from | starting on | from about`,
  until:
    "until | on or before | not longer than | no longer than | the latest i can do is | the latest i can make is | the latest i can come is | the latest i could do is | the latest would be | the latest is | till | up to | by | no later than | not later than | latest | at the latest by",
  before:
    "before | earlier than | a bit earlier than | a little earlier than | sooner than | any time before | some time before | sometime before | anytime before",
  after: "after | some time after | sometime after | later than | past | any time after | anytime after",
  between: "between | some time between | sometime between | any time between | anytime between",
  "not-next": `except | can't keep | won't make | can't attend | i can't do | i can't make | i can't come | i cannot do | i cannot make | except on | except for | apart from | any day but | anything but | excluding | instead of | rather than | better than
    | neither | can't do | cannot do | can't make it | can't make | can't come | cannot come | cannot make | not available
    | i'm not available`,
  "not-previous": `doesn't work | does not work | won't work | don't work | is no good | must i cancel | no good | isn't good | is not good | is bad | isn't possible
    | is not possible | doesn't suit me | doesn't suit | i can't | i cannot | is out | is impossible | i'm away | i'm busy | i'm on holiday | i'm on vacation | we're on holiday | we're on vacation | i'm travelling | i'm traveling | i'm abroad
    | i'm out of town
    | doesn't work for me | is too soon | is too late | is too early | is too short notice | is too short | is too far | is full
    | is fully booked | is booked out | is taken | is tricky | is difficult | is not ideal | isn't ideal | is not great | isn't great
    | is off | won't do | is a holiday | is a public holiday | is a bank holiday | is not an option | isn't an option | i'm working
    | i have to work | i'm not there | i'm not here | i'm not free | i'm tied up | we're away | we're busy | doesn't fit
    | is not so good | isn't so good`,
  not: "not | unless it's | unless it is | unless that's | never | not on | not in | not any",
  fix: `no | no wait | wait | sorry | actually | i mean | i meant | make that | scratch that | correction | or actually | no sorry
    | no actually | or rather | make it | no make it | no make that`,
  hence: "so | therefore | that's why",
  told: "agreed | born | birthday | wedding | hearing | flight | leaves | expires | is due | are due | was due | due on | due at | runs out | called | i finish | i work",
  former: "cancelled | canceled",
  "before-it":
    "any day before that | any time before that | anytime before that | some time before that | before that | before then | beforehand",
  moving:
    "move | swap | switch | exchange | trade | reschedule | postpone | shift | push | bring forward | change | moved | rescheduled",
  asap: `the earlier the better | the earliest you have | as soon as you can | as early as you can | your earliest | the soonest you have | first thing you have
    | as soon as possible | asap | as early as possible | the earliest possible | earliest possible | earliest available | first available
    | next available | soonest | right this minute | this minute | right this second | right away | immediately | next free | next possible | the next appointment | the first free | urgently
    | now | straight away | the sooner the better`,
};

/** Turns of phrase that only sound like one of those. */
export const HARMLESS = `as long as it's | as long as it is | so long as it's | provided it's | all the same | the same to me | or is that | or is it | no problem | not sure | why not | not only | no thanks | if possible | no idea | not yet | from me | no rush
  | at the moment | and so on | i'd like to | i would like to | need to | want to | like to | have to | to come | to book | to make | to see
  | to get | able to | to have | i want to | happy to | prefer to | going to | by the way | late shift | early shift | night shift | day shift | any of those days | any of these days | any one of those | any of those | to you | no preference | good morning
  | good afternoon | good evening | good day | have a nice day | good night | have a nice weekend | next time | not urgent | or so | never been | never been before | been before | been here before | been there before | been to you before | needs to | has to | got to | to be | must be | so like | until when | till when | from when | by you | that day | on that day | after all | above all | first of all | all in all | some day | my day off | a day off | day off | happy new year | merry christmas | happy christmas | happy easter | happy holidays | in advance
  | before you close | before closing | before closing time | before you shut | come by | stop by | drop by | swing by | pop by | pass by | stopping by | coming by
  | or is that too late | or is that too early | or is that too soon | or is it too late | or is it too early | if that's not too late | if it's not too late
  | if that's not too early | if it's not too early | if that isn't too late | if that's not too soon | if it's not too soon | is that too late | is that too early`;
