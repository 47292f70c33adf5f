import { bookAppointment } from "@/server/appointments/commands/book-appointment";
import { db } from "@/server/core/db";

/** Breaks two rules on purpose: a query reaches for the database, and asks a context to its right. */
export const planted = [db, bookAppointment];
