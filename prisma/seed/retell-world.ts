import { physioAmSee } from "./businesses/physio-amsee";
import { salonLindner } from "./businesses/salon-lindner";

export interface RetellWorld {
  lines: { name: string; phone_number: string; agent_id: string }[];
}

/** The lines that the telephone's double rings: every branch has one, and its company's agent answers. */
export function retellWorld(): RetellWorld {
  const lines = [salonLindner, physioAmSee].flatMap(({ name, agent, branches }) =>
    branches.map((branch) => ({
      name: `${name}, ${branch.name}`,
      phone_number: branch.phone,
      agent_id: agent.retellAgentId,
    })),
  );
  return { lines };
}
