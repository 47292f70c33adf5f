import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requireGoodPassword } from "@/server/identity/passwords/commands/require-good-password";

const STOLEN = "kupfer-fjord-teekanne";
const GOOD = "blaue wolken tanzen leise";
const sha1 = (text: string) => createHash("sha1").update(text).digest("hex").toUpperCase();

/** A double of the range service: knows one stolen password, pads, and can be made to fail. */
let server: Server;
let asked: IncomingMessage[] = [];
let answer: "list" | "error" | "silence" = "list";

beforeAll(async () => {
  const hash = sha1(STOLEN);
  server = createServer((request, response) => {
    asked.push(request);
    if (answer === "silence") return;
    if (answer === "error") return response.writeHead(503).end();
    const padding = `${sha1(GOOD).slice(5)}:0`;
    const known = request.url === `/range/${hash.slice(0, 5)}` ? `${hash.slice(5)}:2431` : `${"F".repeat(35)}:7`;
    response.end([padding, known].join("\r\n"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  process.env.PWNED_PASSWORDS_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [asked, answer] = [[], "list"];
});

const refusal = (password: string, about: string[] = []) =>
  requireGoodPassword(password, about).then(
    () => null,
    (error) => `${error.code} ${error.reason}`,
  );

describe("a new password", () => {
  it("is asked for among stolen ones by five digits of its hash, and nothing else", async () => {
    expect(await refusal(STOLEN)).toBe("VALIDATION_ERROR password_breached");
    expect(await refusal(GOOD)).toBeNull();
    for (const { url, method, headers } of asked) {
      expect(`${method} ${url}`).toMatch(/^GET \/range\/[0-9A-F]{5}$/);
      expect(headers).toMatchObject({ "add-padding": "true" });
    }
    expect(asked).toHaveLength(2);
  });

  it("is no stolen one because of the padding", async () => {
    expect(await refusal(GOOD)).toBeNull();
  });

  it.each(["error", "silence"] as const)("is taken when the service answers with %s", async (how) => {
    answer = how;
    expect(await refusal(STOLEN)).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it("is refused for what it is before anybody is asked", async () => {
    expect(await refusal("kurz")).toBe("VALIDATION_ERROR password_too_short");
    expect(await refusal("Passwort1234")).toBe("VALIDATION_ERROR password_too_weak");
    expect(await refusal("salonlindner1", ["Salon Lindner"])).toBe("VALIDATION_ERROR password_too_weak");
    expect(asked).toEqual([]);
  });
});
