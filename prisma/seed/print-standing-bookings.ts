import { disconnect, platformClient } from "@/server/core/db";
import { companyIdOf } from "./business";
import { salonLindner } from "./businesses/salon-lindner";
import { listStandingBookings } from "./standing-bookings";

/** Prints the bookings that the demo's connected business knows: its calendar over there is told of them after every start. */
try {
  console.log(JSON.stringify(await listStandingBookings(platformClient(), companyIdOf(salonLindner))));
} finally {
  await disconnect();
}
