"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { speechLanguage } from "@/server/speech/schema";
import { useTRPC } from "../../providers/trpc-provider";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";

const LONGEST_QUESTION = 500;

/** Asks as a caller would, and shows what they hear. */
export function TryKnowledge() {
  const text = useText("knowledge");
  const id = useId();
  const language = speechLanguage.catch("de").parse(useLocale().slice(0, 2));
  const [asked, setAsked] = useState("");
  const found = useQuery(
    useTRPC().knowledge.findAnswer.queryOptions({ question: asked, language }, { enabled: asked !== "" }),
  );
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAsked(String(new FormData(event.currentTarget).get("question") ?? "").trim());
  };
  return (
    <Card aria-labelledby={`${id}-title`}>
      <CardHeader>
        <CardTitle id={`${id}-title`}>{text("try.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <form onSubmit={handleSubmit} className="flex flex-wrap items-end gap-2">
          <div className="flex min-w-0 flex-1 basis-64 flex-col gap-1.5">
            <Label htmlFor={id}>{text("try.lead")}</Label>
            <Input id={id} name="question" required maxLength={LONGEST_QUESTION} autoComplete="off" />
          </div>
          <Button type="submit" isBusy={found.isFetching}>
            {text("try.action")}
          </Button>
        </form>
        {found.error && <RefusalNote error={found.error} />}
        <div aria-live="polite">
          {found.data?.answer && (
            <>
              <p>{found.data.answer}</p>
              <p className="text-muted-foreground text-sm">{text("try.source", { title: found.data.source ?? "" })}</p>
            </>
          )}
          {found.data?.answer === null && <p className="text-muted-foreground">{text("try.none")}</p>}
        </div>
      </CardContent>
    </Card>
  );
}
