type Tally = ReadonlyMap<string, number>;

/** So often each of these happens in any run of a thousand steps: else it would show less than it says. */
const IN_EACH: Readonly<Record<string, number>> = {
  ...{ "step here": 5, "step there": 30, "step work": 50, "step arrive": 15, "step arriveOutOfTurn": 1 },
  ...{ "step arriveTwice": 1, "step lose": 1, "step fault": 6, "step wait": 250 },
};

/** And so often what is rare, in the mean of many runs. */
const IN_THE_MEAN: Readonly<Record<string, number>> = {
  ...{ "step there": 50, "step arrive": 25, "step arriveOutOfTurn": 4, "step arriveTwice": 4, "step lose": 4 },
  ...{ "step fault": 12, "step sweep": 3, "step compare": 3, "step decide": 3, meanwhile: 5 },
  ...{ "killed before": 0.7, "killed after": 0.7 },
  ...{ "written there": 12, error_500: 1, lost_answer: 1, rate_limit: 1, timeout: 1 },
  ...{ "here: session": 0.7, "here: undo": 0.7, "here: restore": 0.7, "there: reassign": 0.7 },
  ...{ "there: move of several": 2, "there: cancel of several": 1.5, "part compared": 0.7, "class compared": 0.25 },
};
const MANY = 20;

export const tooRareIn = (tally: Tally): string[] => belowFloor(IN_EACH, (kind) => tally.get(kind) ?? 0);

/** Of only a few runs nothing is said: one may well meet none of what is rare. */
export function kindsTooRare(tallies: readonly Tally[]): string[] {
  if (tallies.length < MANY) return [];
  const sum = (kind: string) => tallies.reduce((all, tally) => all + (tally.get(kind) ?? 0), 0);
  return belowFloor(IN_THE_MEAN, (kind) => sum(kind) / tallies.length);
}

function belowFloor(floors: Readonly<Record<string, number>>, often: (kind: string) => number): string[] {
  return Object.entries(floors).flatMap(([kind, least]) =>
    often(kind) < least ? [`"${kind}" happened ${often(kind)} times only`] : [],
  );
}
