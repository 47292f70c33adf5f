"use client";

import { useCan } from "../../providers/company-provider";
import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../../ui/tabs";
import { FallbackCard } from "./fallback-card";
import { ScenarioPlayer } from "./scenario-player";
import { TypedConversation } from "./typed-conversation";

/** Tries out the telephone: a conversation of one's own, or one of those that it is graded by. */
export function Simulator() {
  const text = useText("simulator");
  const maySeeFallbacks = useCan("view_agents");
  return (
    <div className="flex flex-col gap-4">
      <Tabs defaultValue="typed">
        <TabsList>
          <TabsTrigger value="typed">{text("tabs.typed")}</TabsTrigger>
          <TabsTrigger value="scenarios">{text("tabs.scenarios")}</TabsTrigger>
          {maySeeFallbacks && <TabsTrigger value="fallback">{text("tabs.fallback")}</TabsTrigger>}
        </TabsList>
        <TabsContent value="typed" className="flex flex-col gap-4">
          <Note>{text("harmless")}</Note>
          <TypedConversation />
        </TabsContent>
        <TabsContent value="scenarios" className="flex flex-col gap-4">
          <Note>{text("harmless")}</Note>
          <ScenarioPlayer />
        </TabsContent>
        {maySeeFallbacks && (
          <TabsContent value="fallback">
            <FallbackCard />
          </TabsContent>
        )}
      </Tabs>
    </div>
  );
}
