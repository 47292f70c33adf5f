"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../providers/trpc-provider";
import { MappingSteps } from "../mapping/mapping-steps";
import { RunPanel } from "../runs/run-panel";
import { KeyStep } from "./key-step";
import { StepCard } from "./step-card";
import { TeamStep } from "./team-step";
import { WebhookStep } from "./webhook-step";

/** From a key to both calendars being one: each step opens once the one before it is done. */
export function ConnectionSteps() {
  const { data: connection } = useSuspenseQuery(useTRPC().calcomConnection.get.queryOptions());
  const { isConnected, isTeamChosen } = connection;
  const isReady = isConnected && isTeamChosen;
  return (
    <div className="flex flex-col gap-5">
      <KeyStep connection={connection} />
      {isConnected ? <TeamStep connection={connection} /> : <LaterStep step="team" number={2} />}
      {isReady ? (
        <MappingSteps />
      ) : (
        <>
          <LaterStep step="people" number={3} />
          <LaterStep step="services" number={4} />
        </>
      )}
      {isConnected ? <WebhookStep connection={connection} /> : <LaterStep step="webhook" number={5} />}
      {isReady && <RunPanel />}
    </div>
  );
}

function LaterStep(props: { step: "team" | "people" | "services" | "webhook"; number: number }) {
  return (
    <StepCard {...props} state="later">
      {null}
    </StepCard>
  );
}
