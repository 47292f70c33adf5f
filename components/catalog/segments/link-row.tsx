"use client";

import { Trash2 } from "lucide-react";
import type { KeyboardEvent } from "react";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { DragHandle, MoveButtons } from "../move-buttons";
import type { useOrder } from "../use-order";
import { LinkOptions } from "./link-options";
import { LinkWait } from "./link-wait";
import { Labelled, MinutesInput } from "./minutes-input";
import type { ChainDraft, LinkDraft } from "./use-chain-draft";

export interface Choices {
  people: readonly { staffId: string; name: string }[];
  services: readonly { id: string; name: string }[];
}

interface LinkRowProps {
  link: LinkDraft;
  index: number;
  draft: ChainDraft;
  order: ReturnType<typeof useOrder>;
  choices: Choices;
  faults: readonly string[];
  isReadOnly: boolean;
}

/** One link of the chain: what it is, how long, who does it, and how long the customer waits afterwards. */
export function LinkRow({ link, index, draft, order, choices, faults, isReadOnly }: LinkRowProps) {
  const text = useText("catalog");
  const name = link.name || text("segments.number", { number: index + 1 });
  const change = (changes: Partial<LinkDraft>) => draft.change(link.key, changes);
  const count = draft.chain.length;
  const handleKey = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
    const to = index + step;
    if (!event.altKey || step === 0 || to < 0 || to >= count) return;
    event.preventDefault();
    draft.move({ from: index, to });
  };
  return (
    <li
      {...order.rowProps(index)}
      onKeyDown={handleKey}
      aria-label={name}
      className="flex flex-col gap-3 rounded-md border bg-card p-3 data-dragged:border-primary data-dragged:border-dashed"
    >
      <fieldset disabled={isReadOnly} className="flex flex-col gap-3">
        <legend className="sr-only">{name}</legend>
        <div className="flex flex-wrap items-end gap-3">
          {!isReadOnly && (
            <span className="flex h-(--control) items-center gap-2">
              <DragHandle {...order.handleProps(index)} />
              <span className="w-4 text-center text-muted-foreground tabular-nums">{index + 1}</span>
            </span>
          )}
          <Labelled label={text("segments.name")} className="min-w-40 flex-1">
            {(id) => (
              <Input
                id={id}
                value={link.name}
                maxLength={80}
                autoComplete="off"
                onChange={(event) => change({ name: event.target.value })}
              />
            )}
          </Labelled>
          <Labelled label={text("segments.duration")}>
            {(id) => (
              <MinutesInput
                id={id}
                min={1}
                value={link.durationMinutes}
                onChange={(durationMinutes) => change({ durationMinutes })}
              />
            )}
          </Labelled>
          {!isReadOnly && (
            <span className="flex h-(--control) items-center">
              <MoveButtons name={name} index={index} count={count} onMove={draft.move} />
              <Button
                variant="ghost"
                size="iconSm"
                aria-label={text("segments.remove", { name })}
                onClick={() => draft.remove(link.key)}
              >
                <Trash2 />
              </Button>
            </span>
          )}
        </div>
        <LinkOptions link={link} isFirst={index === 0} choices={choices} onChange={change} />
        {index < count - 1 && <LinkWait link={link} onChange={change} />}
        {faults.length > 0 && (
          <ul data-tone="danger" className="text-sm text-tone-text">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </fieldset>
    </li>
  );
}
