import type { CompanySecurity } from "@/server/tenancy/security/schema";
import { useText } from "../../shared/use-text";
import { Card, CardContent, CardHeader, CardTitle } from "../../ui/card";
import { Checkbox } from "../../ui/checkbox";

interface RolesCardProps {
  roles: CompanySecurity["roles"];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

export function RolesCard({ roles, chosen, onChange }: RolesCardProps) {
  const text = useText("company-security");
  const identity = useText("identity");
  const handleToggle = (key: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, key] : chosen.filter((each) => each !== key));
  return (
    <Card aria-labelledby="roles-title">
      <CardHeader>
        <CardTitle id="roles-title">{text("twoFactor.title")}</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-3">
        <p className="max-w-prose text-muted-foreground">{text("twoFactor.lead")}</p>
        <fieldset className="flex flex-col gap-1">
          <legend className="sr-only">{text("twoFactor.legend")}</legend>
          {roles.map(({ key, name, isBuiltIn }) => (
            <label key={key} htmlFor={`role-${key}`} className="flex min-h-8 items-center gap-2.5">
              <Checkbox
                id={`role-${key}`}
                checked={chosen.includes(key)}
                onChange={(event) => handleToggle(key, event.target.checked)}
              />
              {isBuiltIn && identity.has(`roles.${key}`) ? identity(`roles.${key}`) : name}
            </label>
          ))}
        </fieldset>
      </CardContent>
    </Card>
  );
}
