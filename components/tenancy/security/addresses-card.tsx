import { Note } from "../../shared/note";
import { readRefusal } from "../../shared/refusal";
import { RefusalNote } from "../../shared/refusal-note";
import { useText } from "../../shared/use-text";
import { Button } from "../../ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Label } from "../../ui/label";
import { Textarea } from "../../ui/textarea";

interface AddressesCardProps {
  value: string;
  /** Where the reader is. */
  ownAddress: string | null;
  error: unknown;
  onChange: (value: string) => void;
}

/** One address or range on each line, with a way to put in one's own. */
export function AddressesCard({ value, ownAddress, error, onChange }: AddressesCardProps) {
  const text = useText("company-security");
  const isIn = ownAddress !== null && value.includes(ownAddress);
  const handleAdd = () => onChange([value.trim(), ownAddress].filter(Boolean).join("\n"));
  return (
    <Card aria-labelledby="addresses-title">
      <CardHeader>
        <CardTitle id="addresses-title">{text("addresses.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <p className="max-w-prose text-muted-foreground">{text("addresses.lead")}</p>
        {error != null && <AddressFault error={error} />}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor="addresses">{text("addresses.label")}</Label>
          <Textarea
            id="addresses"
            rows={5}
            value={value}
            spellCheck={false}
            placeholder={"203.0.113.0/24\n2001:db8::/32"}
            onChange={(event) => onChange(event.target.value)}
            className="font-mono"
          />
        </div>
        {ownAddress && (
          <p className="flex flex-wrap items-center gap-2 text-muted-foreground">
            {text("addresses.own", { ip: ownAddress })}
            {!isIn && (
              <Button size="sm" onClick={handleAdd}>
                {text("addresses.addOwn")}
              </Button>
            )}
          </p>
        )}
      </CardContent>
    </Card>
  );
}

/** Which lines are wrong; anything else in the server's words. */
function AddressFault({ error }: { error: unknown }) {
  const text = useText("company-security");
  const { entries } = readRefusal(error).details;
  if (!Array.isArray(entries)) return <RefusalNote error={error} />;
  return <Note tone="danger">{text("invalid", { entries: entries.join(", ") })}</Note>;
}
