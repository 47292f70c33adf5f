import { type DayRef, day as dayElement, type Element, type TimeRef, time } from "../time/elements";
import { either, listed, map, maybe, notBefore, onlyAfter, phrases, type Rule, seq, word } from "../time/grammar";
import { anyClock, dayName, inHalf } from "./clock";
import { datePhrase } from "./dates";
import { nearDay, weekday } from "./days";
import { period } from "./periods";

type Side = "from" | "to";

/** "Later in the week" is no limit. */
const goesOn = either<unknown>(word("in", "this", "that", "next"), notBefore(word("on"), dayName), anyClock);
const behind: Rule<Side> = either(
  map(listed("at the earliest | at the very earliest | at the soonest"), (): Side => "from"),
  map(listed("at the latest | at the very latest"), (): Side => "to"),
  map(
    notBefore(
      listed(
        `or later | or even later | or a bit later | or any time later | or anytime later | onwards | onward | or after | or after that | or any time after
        | or any time after that | or anytime after | and later | and after | earliest`,
      ),
      goesOn,
    ),
    (): Side => "from",
  ),
  map(
    notBefore(
      listed(
        "or earlier | or even earlier | or a bit earlier | or before | or before that | and earlier | latest | tops",
      ),
      goesOn,
    ),
    (): Side => "to",
  ),
);

const ahead = maybe(
  listed(
    "at | on | by | from | until | till | before | after | starting | starting from | no later than | not before | no earlier than",
  ),
);

/** "Ten o'clock at the earliest", "by four at the latest", "from two onwards". */
const limitedClock: Rule<Element[]> = map(seq(ahead, anyClock, behind), ([, clock, side]) =>
  time({ kind: "between", [side]: clock } as TimeRef),
);

/** "At three or at the latest half past": between the two. */
const orLatest: Rule<Element[]> = map(
  seq(maybe(word("at")), anyClock, word("or"), phrases("at the latest", "latest"), maybe(word("at", "by")), anyClock),
  ([, from, , , , to]) => time({ kind: "between", from, to }),
);

const limitedDay: Rule<Element[]> = map(
  seq(ahead, either<DayRef>(nearDay, weekday, datePhrase, period), behind),
  ([, ref, side]) => dayElement({ kind: "span", ...(side === "from" ? { first: ref } : { last: ref }) }),
);

/** "Monday, Tuesday at the latest" is one or the other. */
const dayToDay: Rule<Element[]> = map(seq(weekday, maybe(word(",", "or")), weekday, behind), ([first, , last, side]) =>
  side === "to" ? dayElement({ kind: "span", first, last }) : null,
);

const LIMITING: ReadonlySet<string> = new Set(
  "after from before until till by than past starting between earliest latest to and".split(" "),
);
const halfByPart: Rule<"am" | "pm"> = either(
  map(seq(word("in"), word("the"), word("morning")), () => "am" as const),
  map(seq(word("in"), word("the"), word("afternoon", "evening")), () => "pm" as const),
  map(seq(word("at"), word("night")), () => "pm" as const),
);
/** "After six in the evening": which six it is, and no second limit. */
const boundInPart: Rule<Element[]> = onlyAfter(
  map(seq(anyClock, halfByPart), ([clock, half]) => {
    const exact = inHalf(clock, half);
    return exact && time({ kind: "at", clock: exact });
  }),
  LIMITING,
);

/** "From Friday at ten on", "from Monday two o'clock onwards": that day, and from then on. */
const fromThenOn: Rule<Element[]> = map(
  seq(
    word("from", "starting"),
    maybe(word("on")),
    either<DayRef>(nearDay, weekday, datePhrase),
    maybe(word(",")),
    maybe(word("at", "around")),
    anyClock,
    notBefore(word("on", "onwards", "onward"), either<unknown>(dayName, datePhrase, word("the", "this", "that"))),
  ),
  ([, , ref, , , from]) => [...dayElement(ref), ...time({ kind: "between", from })],
);

export const limitRule: Rule<Element[]> = either(fromThenOn, limitedClock, orLatest, limitedDay, dayToDay, boundInPart);
