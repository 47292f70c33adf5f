import { disconnect, platformClient } from "@/server/core/db";
import { companyIdOf } from "./business";
import { salonLindner } from "./businesses/salon-lindner";
import { readStandingWorld } from "./standing-world";

const appUrl = process.env.APP_URL ?? "http://localhost:3000";

/** Prints what the demo's connected business knows of its calendar over there, which is told of it after every start. */
try {
  console.log(
    JSON.stringify(await readStandingWorld(platformClient(), { companyId: companyIdOf(salonLindner), appUrl })),
  );
} finally {
  await disconnect();
}
