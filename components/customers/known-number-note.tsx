"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../providers/trpc-provider";
import { useCloseDialog } from "../shared/dialog-slot";
import { Note } from "../shared/note";
import { useSettled } from "../shared/use-settled";
import { useText } from "../shared/use-text";
import { Button } from "../ui/button";

const TYPING_PAUSE_MS = 300;
const FEWEST_DIGITS = 7;

interface KnownNumberNoteProps {
  phone: string;
  onOpen: (customerId: string) => void;
}

/** Somebody with this number is there already, whatever notation it is typed in: better them than a double. */
export function KnownNumberNote({ phone, onOpen }: KnownNumberNoteProps) {
  const text = useText("customers");
  const close = useCloseDialog();
  const search = useSettled(phone.trim(), TYPING_PAUSE_MS);
  const isNumber = search.replace(/\D/g, "").length >= FEWEST_DIGITS;
  const found = useQuery(useTRPC().customers.list.queryOptions({ search, limit: 1 }, { enabled: isNumber }));
  const known = isNumber ? found.data?.items[0] : undefined;
  if (!known) return null;
  const handleOpen = () => {
    close();
    onOpen(known.id);
  };
  return (
    <Note
      tone="warning"
      action={
        <Button size="sm" onClick={handleOpen}>
          {text("new.openKnown")}
        </Button>
      }
    >
      {text("new.known", { name: known.name })}
    </Note>
  );
}
