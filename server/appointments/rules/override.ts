interface Override {
  ignoresWorkingHours?: boolean | undefined;
  overrideReason?: string | null | undefined;
}

/** What somebody decided against, beside the hours. */
interface Decided {
  /** The rule that would have refused it. */
  overriddenRule?: string | null;
  isDepositWaived?: boolean;
}

/** What the history and the log say of what somebody with the right to it decided against, and why they did; nothing where nothing stood in the way. */
export function overrideOf({ ignoresWorkingHours, overrideReason }: Override, decided: Decided = {}) {
  const { overriddenRule, isDepositWaived } = decided;
  const against = {
    ...(ignoresWorkingHours && { ignoresWorkingHours }),
    ...(overriddenRule && { overriddenRule }),
    ...(isDepositWaived && { isDepositWaived }),
  };
  if (Object.keys(against).length === 0) return {};
  return { ...against, ...(overrideReason && { overrideReason }) };
}
