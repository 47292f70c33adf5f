"use client";

import { useMutation } from "@tanstack/react-query";
import type { ConnectionView } from "@/server/integrations/schema";
import { useCan } from "../providers/company-provider";
import { useTRPC } from "../providers/trpc-provider";
import { DetailList } from "../shared/detail-list";
import { Note } from "../shared/note";
import { RefusalNote } from "../shared/refusal-note";
import { RelativeTime } from "../shared/relative-time";
import { type Text, useText } from "../shared/use-text";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../ui/card";
import { connectionState, describeError } from "./connection-state";
import { CredentialLine } from "./credential-line";
import { HeldBackNote } from "./held-back-note";

/** How a provider stands, with whose account, and a way to find out. */
export function ConnectionCard({ connection }: { connection: ConnectionView }) {
  const text = useText("integrations");
  const canTest = useCan("test_integrations");
  const { provider, source, credentials } = connection;
  const test = useMutation(useTRPC().integrations.test.mutationOptions());
  const { tone, word } = connectionState(connection);
  const id = `connection-${provider}`;
  return (
    <Card aria-labelledby={id}>
      <CardHeader>
        <div className="min-w-0">
          <CardTitle id={id}>{text(`providers.${provider}.name`)}</CardTitle>
          <p className="text-muted-foreground">{text(`providers.${provider}.what`)}</p>
        </div>
        <Badge tone={tone}>{text(`state.${word}`)}</Badge>
      </CardHeader>
      <CardContent className="flex flex-col gap-4">
        <HeldBackNote connection={connection} />
        <DetailList
          items={[
            [text("account"), text(`source.${source}`)],
            ...(source === "none" ? [] : healthItems(connection, text)),
          ]}
        />
        {credentials.length > 0 && (
          <ul className="divide-y rounded-md border">
            {credentials.map((credential) => (
              <CredentialLine
                key={credential.field}
                provider={provider}
                credential={credential}
                onSet={() => test.mutate({ provider })}
                onRemoved={test.reset}
              />
            ))}
          </ul>
        )}
        <div aria-live="polite" className="empty:hidden">
          {test.error && <RefusalNote error={test.error} />}
          {test.data && (
            <Note tone={test.data.outcome === "works" ? "success" : "warning"}>
              {text(`test.${test.data.outcome}`, { ms: test.data.tookMs })}
            </Note>
          )}
        </div>
        {canTest && source !== "none" && (
          <div>
            <Button isBusy={test.isPending} onClick={() => test.mutate({ provider })}>
              {text(connection.circuit === "closed" ? "test.action" : "held.checkNow")}
            </Button>
          </div>
        )}
      </CardContent>
    </Card>
  );
}

function healthItems({ circuit, lastCheckedAt, lastSuccessAt, lastError }: ConnectionView, text: Text) {
  return [
    [text("flow.label"), text(`flow.${circuit}`)],
    [text("lastChecked"), lastCheckedAt ? <RelativeTime key="checked" at={lastCheckedAt} /> : text("never")],
    [text("lastSuccess"), lastSuccessAt && <RelativeTime key="success" at={lastSuccessAt} />],
    [text("lastError"), lastError && describeError(lastError, text)],
  ] as const;
}
