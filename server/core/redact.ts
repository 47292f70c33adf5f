/** Fields whose value is a secret, or personal, whatever it looks like. */
const SECRET_KEY =
  /pass(word|phrase)|secret|token(?!s?count)|api_?key|credential|authorization|cookie|signature|totp|otp|private_?key|encrypt|recovery_?code/i;
/** Which one it was, or when: no secret, whatever it is of. */
const HARMLESS_KEY = /(Ids?|_ids?|At|_at|Count|Days)$/;
const PERSONAL_KEY =
  /^(e_?mail|phone|(from|to)_?number|recipient|(first|last|full|display|customer|caller)_?name|birthdate|street|iban|transcript|summary|content|note|notes|user_?agent)$/i;
/** A code that proves something has digits only; a code of an error is a word. */
const isProof = (key: string, value: unknown): boolean => /code$/i.test(key) && /^\d{4,10}$/.test(String(value));

const HIDDEN = "[redacted]";
const DEEPEST = 8;

/** What secrets and personal data look like inside a text, whoever put them there. */
const PATTERNS: [RegExp, string][] = [
  [/\b(bearer|basic)\s+[\w.~+/=-]{6,}/gi, `$1 ${HIDDEN}`],
  [/\b([a-z][\w+.-]*:\/\/)[^\s/@:]*:[^\s/@]+@/gi, `$1${HIDDEN}@`],
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, HIDDEN],
  [
    /\b(ask_live|sk_live|sk_test|rk_live|key|cal|cal_live|re|whsec|demo-[a-z]+(-[a-z]+)?)[_-][A-Za-z0-9+/_=-]{8,}/g,
    HIDDEN,
  ],
  [/\bv2\.[0-9a-f]{8}\.[\w-]+\.[\w-]+/g, HIDDEN],
  [/(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])(?=[\w-]*\d)[\w-]{32,}(?![\w-])/g, HIDDEN],
  [/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, "[e-mail]"],
  [/(?<![\w.+-])\+\d[\d ()/-]{6,18}\d/g, "[phone]"],
  [/(?<![\w.:/-])0[1-9]\d{1,4}[ /-]?\d{4,10}(?![\w.:-])/g, "[phone]"],
];

export function redactText(text: string): string {
  return PATTERNS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}

/** The same facts without secrets and personal data, at any depth. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? Number(value) : value;
  if (depth > DEEPEST) return "[too deep]";
  if (value instanceof Date) return value;
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, redactField(key, item, depth)]));
}

function redactField(key: string, value: unknown, depth: number): unknown {
  const isHidden = isSecret(key) || PERSONAL_KEY.test(key) || isProof(key, value);
  return isHidden && value !== null && value !== undefined ? HIDDEN : redact(value, depth + 1);
}

/** The same without secrets only: whose data they are stays readable. */
export function hideSecrets(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  if (depth > DEEPEST) return "[too deep]";
  if (Array.isArray(value)) return value.map((item) => hideSecrets(item, depth + 1));
  const fields = Object.entries(value).map(([key, item]) => [
    key,
    isSecret(key) && item ? HIDDEN : hideSecrets(item, depth + 1),
  ]);
  return Object.fromEntries(fields);
}

const isSecret = (key: string): boolean => SECRET_KEY.test(key) && !HARMLESS_KEY.test(key);

function redactError(error: Error, depth: number): unknown {
  const { name, message, stack = "", cause } = error;
  const frames = stack.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    name,
    message: redactText(message),
    at: frames.slice(0, 12).map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}
