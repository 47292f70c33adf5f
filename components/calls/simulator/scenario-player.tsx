"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTRPC } from "../../providers/trpc-provider";
import { EmptyState } from "../../shared/empty-state";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Label } from "../../ui/label";
import { NativeSelect } from "../../ui/native-select";
import { scenarioKey } from "./scenario-key";
import { SimulatedOutcome } from "./simulated-outcome";
import { SimulatedSteps } from "./simulated-steps";
import { StepsAndOutcome } from "./steps-and-outcome";

const KINDS = ["booking", "policy", "person", "info", "hostile"];
/** Where the salon of the written conversations lies. */
const ZONE = "Europe/Berlin";

/** Plays one of the conversations that every release is graded by. */
export function ScenarioPlayer() {
  const text = useText("simulator");
  const trpc = useTRPC();
  const { scenarios } = useSuspenseQuery(trpc.simulator.listScenarios.queryOptions()).data;
  const [scenario, setScenario] = useState(scenarios[0]?.name ?? "");
  const play = useMutation(trpc.simulator.play.mutationOptions());
  return (
    <div className="flex flex-col gap-4">
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          play.mutate({ scenario });
        }}
      >
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-1.5">
          <Label htmlFor="scenario">{text("scenario")}</Label>
          <NativeSelect id="scenario" value={scenario} onChange={(event) => setScenario(event.target.value)}>
            {KINDS.map((kind) => (
              <optgroup key={kind} label={text(`kinds.${kind}`)}>
                {scenarios
                  .filter(({ proves }) => proves === kind)
                  .map(({ name }) => (
                    <option key={name} value={name}>
                      {text(`scenarios.${scenarioKey(name)}`)}
                    </option>
                  ))}
              </optgroup>
            ))}
          </NativeSelect>
        </div>
        <Button type="submit" variant="primary" isBusy={play.isPending}>
          <Play />
          {text("play")}
        </Button>
      </form>
      {play.error && <RefusalNote error={play.error} />}
      {play.data ? (
        <StepsAndOutcome
          steps={<SimulatedSteps steps={play.data.steps} timezone={ZONE} />}
          outcome={<SimulatedOutcome call={play.data} timezone={ZONE} />}
        />
      ) : (
        !play.error && <EmptyState title={text("empty.title")}>{text("empty.hint")}</EmptyState>
      )}
    </div>
  );
}
