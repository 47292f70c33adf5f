"use client";

import type { KnowledgeView } from "@/server/calls/knowledge/schema";
import { useCan } from "../../providers/company-provider";
import { useText } from "../../shared/use-text";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import type { OpenDialog } from "./knowledge";

interface KnowledgeLineProps {
  document: KnowledgeView;
  onOpen: (open: OpenDialog) => void;
}

export function KnowledgeLine({ document, onOpen }: KnowledgeLineProps) {
  const text = useText("knowledge");
  const [mayEdit, mayDelete] = [useCan("edit_agents"), useCan("delete_agents")];
  const { title, language, answers, isActive } = document;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          <span className="min-w-0 break-words">{title}</span>
          {!isActive && <Badge>{text("inactive")}</Badge>}
        </p>
        <p className="text-muted-foreground text-sm">
          {text(`languages.${language}`)} · {text("answers", { count: answers })}
        </p>
      </div>
      <div className="flex gap-1">
        {mayEdit && (
          <Button
            size="sm"
            aria-label={text("editTitle", { title })}
            onClick={() => onOpen({ what: "edit", document })}
          >
            {text("edit")}
          </Button>
        )}
        {mayDelete && (
          <Button
            size="sm"
            variant="ghost"
            aria-label={text("deleteTitle", { title })}
            onClick={() => onOpen({ what: "delete", document })}
          >
            {text("delete")}
          </Button>
        )}
      </div>
    </li>
  );
}
