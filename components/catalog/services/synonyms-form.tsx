"use client";

import { X } from "lucide-react";
import { useId, useState } from "react";
import { useController } from "react-hook-form";
import type { EditServiceInput } from "@/server/catalog/services/schema/service";
import type { ServiceDetails } from "@/server/catalog/services/schema/view";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { Label } from "../../ui/label";
import { TabForm } from "../tab-form";
import { useEditForm } from "./use-edit-form";

interface ServiceFormProps {
  service: ServiceDetails;
  isReadOnly: boolean;
}

/** What callers say when they mean this service. */
export function SynonymsForm({ service, isReadOnly }: ServiceFormProps) {
  const text = useText("catalog");
  const edit = useEditForm(service, { synonyms: service.synonyms });
  return (
    <TabForm title={text("synonyms.title")} isReadOnly={isReadOnly} {...edit}>
      <p className="max-w-prose text-muted-foreground">{text("synonyms.lead", { name: service.name })}</p>
      <Words isReadOnly={isReadOnly} />
    </TabForm>
  );
}

function Words({ isReadOnly }: { isReadOnly: boolean }) {
  const text = useText("catalog");
  const id = useId();
  const { field } = useController<EditServiceInput, "synonyms">({ name: "synonyms" });
  const [typed, setTyped] = useState("");
  const words = field.value ?? [];
  const isKnown = (word: string) => words.some((one) => one.toLocaleLowerCase("de") === word.toLocaleLowerCase("de"));
  const add = () => {
    const added = typed
      .split(",")
      .map((word) => word.trim())
      .filter((word) => word !== "" && !isKnown(word));
    if (added.length > 0) field.onChange([...words, ...added]);
    setTyped("");
  };
  return (
    <>
      <ul className="flex flex-wrap gap-2" aria-label={text("synonyms.title")}>
        {words.map((word) => (
          <li key={word} className="flex items-center gap-1 rounded-full border bg-muted py-0.5 pr-1 pl-3">
            {word}
            {!isReadOnly && (
              <Button
                variant="ghost"
                size="iconSm"
                aria-label={text("synonyms.remove", { word })}
                onClick={() => field.onChange(words.filter((one) => one !== word))}
              >
                <X />
              </Button>
            )}
          </li>
        ))}
        {words.length === 0 && <li className="text-muted-foreground">{text("synonyms.none")}</li>}
      </ul>
      {!isReadOnly && (
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={id}>{text("synonyms.add")}</Label>
          <span className="flex max-w-md gap-2">
            <Input
              id={id}
              value={typed}
              maxLength={200}
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return;
                event.preventDefault();
                add();
              }}
            />
            <Button onClick={add} disabled={typed.trim() === ""}>
              {text("synonyms.take")}
            </Button>
          </span>
        </div>
      )}
    </>
  );
}
