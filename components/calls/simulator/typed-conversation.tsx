"use client";

import { useMutation } from "@tanstack/react-query";
import { MessageSquareText, PhoneOff, RotateCcw, Send } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useCompany } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { CallerFields } from "./caller-fields";
import { SimulatedOutcome } from "./simulated-outcome";
import { SimulatedSteps } from "./simulated-steps";
import { StepsAndOutcome } from "./steps-and-outcome";

interface Turn {
  text: string;
  readsCode: boolean;
}

/** A conversation in which somebody types what the caller says; each turn is answered by our real functions. */
export function TypedConversation() {
  const text = useText("simulator");
  const { branches, timezone } = useCompany();
  const converse = useMutation(useTRPC().simulator.converse.mutationOptions());
  const [caller, setCaller] = useState({ branchId: branches[0]?.id ?? "", from: "", isFailing: false });
  const [turns, setTurns] = useState<Turn[] | null>(null);
  const [startedAt, setStartedAt] = useState(() => new Date());
  const [isOver, setOver] = useState(false);
  const [words, setWords] = useState("");
  const go = (said: Turn[], { at = startedAt, isLast = false } = {}) => {
    setTurns(said);
    const from = caller.from.trim() || null;
    // What was not answered is not said: it can be sent once more.
    const undo = () => setTurns(turns);
    const { branchId, isFailing } = caller;
    const input = { branchId, from, isFailing, startedAt: at.toISOString(), turns: said, isOver: isLast };
    converse.mutate(input, { onError: undo, onSuccess: () => setOver(isLast) });
  };
  const begin = () => {
    const at = new Date();
    setStartedAt(at);
    setWords("");
    go([], { at });
  };
  const say = (event: FormEvent) => {
    event.preventDefault();
    if (!words.trim() || !turns) return;
    go([...turns, { text: words.trim(), readsCode: false }]);
    setWords("");
  };
  const again = () => {
    converse.reset();
    setTurns(null);
    setOver(false);
  };
  const { data, error } = converse;
  if (!turns || !data)
    return (
      <div className="flex flex-col gap-4">
        {error && <RefusalNote error={error} />}
        <CallerFields caller={caller} onChange={setCaller} onBegin={begin} isBusy={converse.isPending} />
      </div>
    );
  return (
    <div className="flex flex-col gap-4">
      {error && <RefusalNote error={error} />}
      <StepsAndOutcome
        steps={
          <div className="flex flex-col gap-4">
            <SimulatedSteps steps={data.steps} timezone={timezone} />
            {!isOver && (
              <form onSubmit={say} className="flex flex-wrap gap-2 border-t pt-4">
                <Input
                  aria-label={text("typed.words")}
                  placeholder={text("typed.words")}
                  className="min-w-0 flex-1 basis-56"
                  maxLength={500}
                  autoComplete="off"
                  value={words}
                  onChange={(event) => setWords(event.target.value)}
                />
                <Button type="submit" variant="primary" isBusy={converse.isPending}>
                  <Send />
                  {text("typed.say")}
                </Button>
                {data.hasCode && (
                  <Button disabled={converse.isPending} onClick={() => go([...turns, { text: "", readsCode: true }])}>
                    <MessageSquareText />
                    {text("typed.readCode")}
                  </Button>
                )}
                <Button disabled={converse.isPending} onClick={() => go(turns, { isLast: true })}>
                  <PhoneOff />
                  {text("typed.hangUp")}
                </Button>
              </form>
            )}
            {isOver && <p className="text-muted-foreground">{text("typed.over")}</p>}
            <Button className="self-start" onClick={again}>
              <RotateCcw />
              {text("typed.again")}
            </Button>
          </div>
        }
        outcome={<SimulatedOutcome call={data} timezone={timezone} />}
      />
    </div>
  );
}
