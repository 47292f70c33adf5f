import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { POST as byAnOlderName } from "@/app/api/calcom/webhook/route";
import { POST as byAnother } from "@/app/api/webhooks/calcom/route";
import { POST as withoutCompany } from "@/app/webhooks/calcom/route";
import { platformClient } from "@/server/core/db";
import { newId } from "@/server/core/ids";
import { wednesdayAt } from "../../support/booking";
import { type ConnectedCompany, withSandbox } from "./connected-company";
import {
  bookThere,
  createListeningCompany,
  deliveriesOf,
  moveThere,
  processAll,
  SECRET,
  setSecret,
  withDoor,
} from "./inbound-deliveries";

withSandbox();
withDoor();
let ours: ConnectedCompany;
let theirs: ConnectedCompany;

const OWN = "a secret of their own";

/** Two companies, which are told apart by nothing but their secrets where both know the same event type. */
beforeEach(async () => {
  [ours, theirs] = [await createListeningCompany(), await createListeningCompany()];
  await setSecret(theirs, OWN);
  const data = { companyId: theirs.company.companyId, title: "Haarschnitt", slug: "haarschnitt", lengthMinutes: 30 };
  await platformClient().teamEventTypeMapping.create({
    data: { ...data, id: newId(), calcomEventTypeId: ours.eventTypeId, serviceId: theirs.service.id },
  });
});

interface Sent {
  secret?: string;
  signature?: string;
}

const DOORS = [
  ["/webhooks/calcom", withoutCompany],
  ["/api/calcom/webhook", byAnOlderName],
  ["/api/webhooks/calcom", byAnother],
] as const;

describe.each(DOORS)("%s", (path, post) => {
  async function send(body: object, { secret = SECRET, signature }: Sent = {}) {
    const raw = JSON.stringify(body);
    const signed = signature ?? createHmac("sha256", secret).update(raw).digest("hex");
    const headers = { "content-type": "application/json", "x-cal-signature-256": signed };
    return (await post(new Request(`http://door${path}`, { method: "POST", headers, body: raw }))).status;
  }
  const last = async (company: ConnectedCompany) => (await deliveriesOf(company)).at(-1)?.eventType;
  const booked = (eventTypeId: number, id = 0) => ({
    triggerEvent: "BOOKING_CREATED",
    payload: { uid: newId(), eventTypeId, organizer: { id, name: "Host" } },
  });

  it("gives news to whoever has signed them of those that know the event type", async () => {
    expect(await send(booked(ours.eventTypeId))).toBe(200);
    expect([await last(ours), await last(theirs)]).toEqual(["BOOKING_CREATED", undefined]);
    expect(await send(booked(ours.eventTypeId), { secret: OWN })).toBe(200);
    expect(await last(theirs)).toBe("BOOKING_CREATED");
  });

  it("knows by the booking whom news without an event type are meant for, under any uid that it had", async () => {
    const { uid } = await bookThere(ours, { at: wednesdayAt(10) });
    const moved = await moveThere(uid, wednesdayAt(12));
    await processAll(ours);
    expect(await send({ triggerEvent: "BOOKING_NO_SHOW_UPDATED", payload: { bookingUid: moved.uid } })).toBe(200);
    expect(await last(ours)).toBe("BOOKING_NO_SHOW_UPDATED");
    expect(await send({ triggerEvent: "BOOKING_CANCELLED", payload: { uid } })).toBe(200);
    expect(await last(ours)).toBe("BOOKING_CANCELLED");
  });

  it("knows by the host whom news of an unknown event type are meant for", async () => {
    const calcomUserId = ours.eventTypeId + 1_000_000;
    const { companyId } = ours.company;
    await platformClient().calcomTeamMember.create({
      data: { id: newId(), companyId, staffId: ours.staff.id, calcomUserId },
    });
    expect(await send(booked(2_000_000_000, calcomUserId))).toBe(200);
    expect(await last(ours)).toBe("BOOKING_CREATED");
  });

  it("answers the test button, and believes nothing of what it said", async () => {
    const ping = { triggerEvent: "PING", payload: { type: "Test", organizer: { name: "Cal" } } };
    expect(await send(ping)).toBe(200);
    expect(await send(ping, { signature: "no-secret-provided" })).toBe(401);
    expect([await last(ours), await last(theirs)]).toEqual([undefined, undefined]);
  });

  it("refuses what nobody of them has signed, and what nobody knows", async () => {
    expect(await send(booked(ours.eventTypeId), { secret: "forged" })).toBe(401);
    expect(await send(booked(2_000_000_001, 2_000_000_001))).toBe(401);
    expect(await send({ triggerEvent: "BOOKING_CANCELLED", payload: { uid: newId() } })).toBe(401);
    expect(await send({})).toBe(401);
  });
});
