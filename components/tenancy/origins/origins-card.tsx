"use client";

import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCan } from "../../providers/company-provider";
import { useTRPC } from "../../providers/trpc-provider";
import { Note } from "../../shared/note";
import { readRefusal } from "../../shared/refusal";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { useUnsavedGuard } from "../../shared/use-unsaved-guard";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Label } from "../../ui/label";
import { Textarea } from "../../ui/textarea";
import { toast } from "../../ui/toast-store";

const linesOf = (text: string) => text.split(/[\n,;\s]/).flatMap((line) => line.trim() || []);

/** Which sites' pages may use the API in a browser, one on each line. */
export function OriginsCard() {
  const text = useText("api-origins");
  const trpc = useTRPC();
  const mayEdit = useCan("edit_api_keys");
  const { data } = useSuspenseQuery(trpc.allowedOrigins.get.queryOptions());
  const saved = data.origins.join("\n");
  const [typed, setTyped] = useState<string | null>(null);
  const update = useMutation(
    trpc.allowedOrigins.update.mutationOptions({
      onSuccess: () => {
        setTyped(null);
        toast({ title: text("saved") });
      },
    }),
  );
  const origins = linesOf(typed ?? saved);
  const isChanged = typed !== null && origins.join("\n") !== saved;
  useUnsavedGuard(isChanged && !update.isPending);
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    update.mutate({ origins });
  };
  return (
    <Card aria-labelledby="origins-title" className="mt-5 max-w-3xl">
      <CardHeader>
        <CardTitle id="origins-title">{text("title")}</CardTitle>
      </CardHeader>
      <CardContent>
        <form onSubmit={handleSubmit} className="flex flex-col gap-3">
          <p id="origins-lead" className="max-w-prose text-muted-foreground">
            {text("lead")}
          </p>
          {update.error != null && <OriginFault error={update.error} />}
          <div className="flex flex-col gap-1.5">
            <Label htmlFor="origins">{text("label")}</Label>
            <Textarea
              id="origins"
              rows={4}
              value={typed ?? saved}
              readOnly={!mayEdit}
              spellCheck={false}
              placeholder={"https://www.salon-beispiel.de\nhttps://buchen.salon-beispiel.de"}
              aria-describedby="origins-lead"
              onChange={(event) => {
                setTyped(event.target.value);
                update.reset();
              }}
              className="font-mono"
            />
          </div>
          {mayEdit && (
            <Button
              type="submit"
              variant="primary"
              isBusy={update.isPending}
              disabled={!isChanged}
              className="self-start"
            >
              {text("save")}
            </Button>
          )}
        </form>
      </CardContent>
    </Card>
  );
}

/** Which lines are wrong; anything else in the server's words. */
function OriginFault({ error }: { error: unknown }) {
  const text = useText("api-origins");
  const { entries } = readRefusal(error).details;
  if (!Array.isArray(entries)) return <RefusalNote error={error} />;
  return <Note tone="danger">{text("invalid", { entries: entries.join(", ") })}</Note>;
}
