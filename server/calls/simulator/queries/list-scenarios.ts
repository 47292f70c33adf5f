import { SCENARIOS } from "../rules/scenarios/all";

/** The conversations that can be played, in their order. */
export const listScenarios = () => ({ scenarios: SCENARIOS.map(({ name, proves }) => ({ name, proves })) });
