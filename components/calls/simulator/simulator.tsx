"use client";

import { Note } from "../../shared/note";
import { useText } from "../../shared/use-text";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "../../ui/tabs";
import { ScenarioPlayer } from "./scenario-player";
import { TypedConversation } from "./typed-conversation";

/** Tries out the telephone: a conversation of one's own, or one of those that it is graded by. */
export function Simulator() {
  const text = useText("simulator");
  return (
    <div className="flex flex-col gap-4">
      <Note>{text("harmless")}</Note>
      <Tabs defaultValue="typed">
        <TabsList>
          <TabsTrigger value="typed">{text("tabs.typed")}</TabsTrigger>
          <TabsTrigger value="scenarios">{text("tabs.scenarios")}</TabsTrigger>
        </TabsList>
        <TabsContent value="typed">
          <TypedConversation />
        </TabsContent>
        <TabsContent value="scenarios">
          <ScenarioPlayer />
        </TabsContent>
      </Tabs>
    </div>
  );
}
