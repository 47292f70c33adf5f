export interface PolicyFacts {
  /** Of this one answer; everything that Next.js writes into the page carries it. */
  nonce: string;
  isHttps: boolean;
  /** React rebuilds stacks with `eval`, and the overlay writes styles of its own. */
  isDevelopment: boolean;
}

export const REPORT_PATH = "/api/csp-report";

/**
 * What a page may load and run. Scripts need the nonce, or come from one that has it; nothing is evaluated.
 * Style sheets are ours or carry the nonce. Style attributes are free: the server writes widths and colours of rows into
 * them, they run nothing, and they can't be given a nonce.
 */
export function contentSecurityPolicy({ nonce, isHttps, isDevelopment }: PolicyFacts): string {
  const styles = isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "script-src-attr 'none'",
    `style-src 'self' ${styles}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ["upgrade-insecure-requests"] : []),
    `report-uri ${REPORT_PATH}`,
    "report-to csp",
  ];
  return directives.join("; ");
}

/** A year, for the hosts below this one too; a browser ignores it on plain http. */
export const STRICT_TRANSPORT = "max-age=31536000; includeSubDomains";
