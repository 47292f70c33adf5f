import { useText } from "../../shared/use-text";
import { NativeSelect } from "../../ui/native-select";

interface FlagChoiceProps {
  label: string;
  /** What was decided here; null: nothing, what stands behind it holds. */
  isOn: boolean | null;
  /** What holds when nothing is decided here. */
  isOnOtherwise: boolean;
  isBusy: boolean;
  onChoose: (isOn: boolean | null) => void;
}

/** On, off, or as it is otherwise. */
export function FlagChoice({ label, isOn, isOnOtherwise, isBusy, onChoose }: FlagChoiceProps) {
  const text = useText("admin");
  const otherwise = text(isOnOtherwise ? "flags.on" : "flags.off");
  return (
    <div className="w-44 shrink-0 max-sm:w-full">
      <NativeSelect
        aria-label={label}
        disabled={isBusy}
        value={isOn === null ? "" : String(isOn)}
        onChange={({ target: { value } }) => onChoose(value === "" ? null : value === "true")}
      >
        <option value="">{text("flags.asDefault", { state: otherwise })}</option>
        <option value="true">{text("flags.on")}</option>
        <option value="false">{text("flags.off")}</option>
      </NativeSelect>
    </div>
  );
}
