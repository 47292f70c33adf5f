import { expect, it } from "vitest";
import { contract } from "./openapi";
import { bookingAt, HAIRCUT, KEYS, OWNER, runSandbox } from "./running-sandbox";

/** Plays operations one after another and checks each answer; every operation of the document must have been played. */
function player(document: ReturnType<typeof contract>) {
  const played = new Set<string>();
  return {
    async plays<A extends { status: number; body: unknown }>(operation: string, answer: Promise<A>): Promise<A> {
      const given = await answer;
      played.add(operation);
      expect(document.answer(operation, given)).toEqual([]);
      return given;
    },
    left: () => document.operations.filter((operation) => !played.has(operation)),
  };
}

it("answers as Cal.com's document says, in every operation that we use", async () => {
  const document = contract("calcom-v2.json");
  const { plays, left } = player(document);
  const { calcom, steer } = await runSandbox();
  const waiting = { ...HAIRCUT, id: 101, slug: "farbe", confirmationPolicy: { type: "always" } };
  await steer("/calcom/seed", { users: [OWNER], eventTypes: [HAIRCUT, waiting] });

  await plays("get /v2/me", calcom("/me"));
  await plays("get /v2/teams", calcom("/teams"));
  await plays("get /v2/teams/{teamId}/memberships", calcom("/teams/7/memberships"));
  const typeInput = { title: "Bart", slug: "bart", lengthInMinutes: 20 };
  const made = await plays("post /v2/event-types", calcom("/event-types", { body: typeInput }));
  const typePath = `/event-types/${made.body.data.id}`;
  await plays("get /v2/event-types/{eventTypeId}", calcom(typePath));
  await plays(
    "patch /v2/event-types/{eventTypeId}",
    calcom(typePath, { body: { title: "Bart kurz" }, method: "PATCH" }),
  );
  await plays("get /v2/event-types", calcom("/event-types"));
  await plays("get /v2/schedules", calcom("/schedules"));
  await plays("get /v2/schedules/default", calcom("/schedules/default"));
  const scheduleInput = { name: "Winter", timeZone: "Europe/Berlin", isDefault: false };
  const schedule = await plays("post /v2/schedules", calcom("/schedules", { body: scheduleInput }));
  const schedulePath = `/schedules/${schedule.body.data.id}`;
  await plays("get /v2/schedules/{scheduleId}", calcom(schedulePath));
  const overrides = [{ date: "2026-12-24", startTime: "00:00", endTime: "00:00" }];
  await plays("patch /v2/schedules/{scheduleId}", calcom(schedulePath, { body: { overrides }, method: "PATCH" }));
  await steer("/calcom/seed", { organizationId: 70 });
  const theirs = "/organizations/70/users/1/schedules";
  const member = "/v2/organizations/{orgId}/users/{userId}/schedules";
  await plays(`get ${member}`, calcom(theirs));
  await plays(`post ${member}`, calcom(theirs, { body: { ...scheduleInput, name: "Sommer" } }));
  const change = calcom(`${theirs}/${schedule.body.data.id}`, { body: { overrides }, method: "PATCH" });
  await plays(`patch ${member}/{scheduleId}`, change);
  await plays("delete /v2/schedules/{scheduleId}", calcom(schedulePath, { method: "DELETE" }));
  await plays("delete /v2/event-types/{eventTypeId}", calcom(typePath, { method: "DELETE" }));
  await plays("get /v2/slots", calcom("/slots?eventTypeId=100&start=2026-12-08&end=2026-12-08"));

  const input = bookingAt("2026-12-08T09:00:00Z", { location: { type: "attendeePhone", phone: "+4915112345678" } });
  expect(document.request("post /v2/bookings", input)).toEqual([]);
  const booking = await plays("post /v2/bookings", calcom("/bookings", { body: input }));
  const path = `/bookings/${booking.body.data.uid}`;
  await plays("get /v2/bookings/{bookingUid}", calcom(path));
  const move = { start: "2026-12-08T11:00:00Z", reschedulingReason: "später" };
  expect(document.request("post /v2/bookings/{bookingUid}/reschedule", move)).toEqual([]);
  const moved = await plays("post /v2/bookings/{bookingUid}/reschedule", calcom(`${path}/reschedule`, { body: move }));
  const cancel = calcom(`/bookings/${moved.body.data.uid}/cancel`, { body: { cancellationReason: "krank" } });
  await plays("post /v2/bookings/{bookingUid}/cancel", cancel);
  for (const [end, hour] of [
    ["confirm", 13],
    ["decline", 14],
  ] as const) {
    const pending = await calcom("/bookings", { body: bookingAt(`2026-12-08T${hour}:00:00Z`, { eventTypeId: 101 }) });
    const settled = calcom(`/bookings/${pending.body.data.uid}/${end}`, { body: {} });
    await plays(`post /v2/bookings/{bookingUid}/${end}`, settled);
  }
  await plays("get /v2/bookings", calcom("/bookings"));
  await plays("get /v2/bookings/{bookingUid}/references", calcom(`${path}/references`));
  const came = await calcom("/bookings", { body: bookingAt("2026-12-08T15:00:00Z") });
  await steer("/clock", { now: "2026-12-08T15:05:00Z" });
  const absent = { attendees: [{ email: "berta@example.de", absent: true }] };
  expect(document.request("post /v2/bookings/{bookingUid}/mark-absent", absent)).toEqual([]);
  const marking = calcom(`/bookings/${came.body.data.uid}/mark-absent`, { body: absent });
  await plays("post /v2/bookings/{bookingUid}/mark-absent", marking);

  const reserve = { eventTypeId: 100, slotStart: "2026-12-09T09:00:00Z" };
  expect(document.request("post /v2/slots/reservations", reserve)).toEqual([]);
  const reserved = await plays("post /v2/slots/reservations", calcom("/slots/reservations", { body: reserve }));
  const reservationPath = `/slots/reservations/${reserved.body.data.reservationUid}`;
  await plays(
    "patch /v2/slots/reservations/{uid}",
    calcom(reservationPath, { body: { ...reserve, slotStart: "2026-12-09T10:00:00Z" }, method: "PATCH" }),
  );

  await plays("get /v2/teams/{teamId}", calcom("/teams/7"));
  await plays("get /v2/teams/{teamId}/memberships/{membershipId}", calcom("/teams/7/memberships/7000"));
  await plays("get /v2/teams/{teamId}/schedules", calcom("/teams/7/schedules"));
  const shared = { title: "Team", slug: "team", lengthInMinutes: 30, schedulingType: "roundRobin" };
  const teamType = { ...shared, hosts: [{ userId: 1 }] };
  expect(document.request("post /v2/teams/{teamId}/event-types", teamType)).toEqual([]);
  const ofTeam = await plays("post /v2/teams/{teamId}/event-types", calcom("/teams/7/event-types", { body: teamType }));
  await plays(
    "patch /v2/teams/{teamId}/event-types/{eventTypeId}",
    calcom(`/teams/7/event-types/${ofTeam.body.data.id}`, { body: { title: "Team kurz" }, method: "PATCH" }),
  );
  await plays("get /v2/teams/{teamId}/event-types", calcom("/teams/7/event-types"));
  await plays("get /v2/calendars", calcom("/calendars"));
  const busy = "loggedInUsersTz=Europe/Berlin&credentialId=1&externalId=anna@salon.example";
  await plays("get /v2/calendars/busy-times", calcom(`/calendars/busy-times?${busy}`));

  const subscription = {
    subscriberUrl: "https://app.example/hook",
    triggers: ["BOOKING_CREATED"],
    active: true,
    secret: "s",
  };
  const webhook = await plays("post /v2/webhooks", calcom("/webhooks", { body: subscription }));
  const webhookPath = `/webhooks/${webhook.body.data.id}`;
  await plays("get /v2/webhooks", calcom("/webhooks"));
  await plays("get /v2/webhooks/{webhookId}", calcom(webhookPath));
  await plays("patch /v2/webhooks/{webhookId}", calcom(webhookPath, { body: { active: false }, method: "PATCH" }));
  await plays("delete /v2/webhooks/{webhookId}", calcom(webhookPath, { method: "DELETE" }));
  expect(left()).toEqual([]);
});

async function call(url: string, key: string, body?: unknown, method = body === undefined ? "GET" : "POST") {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  // biome-ignore lint/suspicious/noExplicitAny: checked against the document
  return { status: response.status, body: (await response.json()) as any };
}

it("answers as Retell's document says, in every operation that we use", async () => {
  const { plays, left } = player(contract("retell.json"));
  const { url, steer } = await runSandbox();
  const retell = (path: string, body?: unknown, method?: string) =>
    call(`${url}/retell${path}`, KEYS.retellApiKey, body, method);

  const tool = { type: "custom", name: "book-appointment", url: "https://app.example/api/retell/book-appointment" };
  const parameters = { type: "object", properties: { slot_id: { type: "string", description: "from the offer" } } };
  const llmInput = { general_prompt: "Freundlich.", general_tools: [{ ...tool, parameters }] };
  const { llm_id } = (await plays("post /create-retell-llm", retell("/create-retell-llm", llmInput))).body;
  await plays("get /get-retell-llm/{llm_id}", retell(`/get-retell-llm/${llm_id}`));
  await plays(
    "patch /update-retell-llm/{llm_id}",
    retell(`/update-retell-llm/${llm_id}`, { begin_message: "Hallo" }, "PATCH"),
  );
  const agentInput = {
    response_engine: { type: "retell-llm", llm_id, version: 0 },
    voice_id: "11labs-Anna",
    language: "de-DE",
  };
  const { agent_id } = (await plays("post /create-agent", retell("/create-agent", agentInput))).body;
  await plays("get /get-agent/{agent_id}", retell(`/get-agent/${agent_id}`));
  await plays(
    "patch /update-agent/{agent_id}",
    retell(`/update-agent/${agent_id}`, { agent_name: "Empfang" }, "PATCH"),
  );
  const number = {
    phone_number: "+4930123456",
    termination_uri: "salon.pstn.example",
    inbound_agents: [{ agent_id, weight: 1 }],
  };
  await plays("post /import-phone-number", retell("/import-phone-number", number));
  await plays("get /v2/list-phone-numbers", retell("/v2/list-phone-numbers"));
  await plays("get /get-phone-number/{phone_number}", retell("/get-phone-number/+4930123456"));
  const renamed = retell("/update-phone-number/+4930123456", { nickname: "Salon" }, "PATCH");
  await plays("patch /update-phone-number/{phone_number}", renamed);

  const { body } = await steer("/calls", { scenario: "info", wait: false });
  await expect.poll(async () => (await steer(`/calls/${body.call_id}`)).body.summary).not.toBeNull();
  await plays("get /v2/get-call/{call_id}", retell(`/v2/get-call/${body.call_id}`));
  const listed = await plays("post /v3/list-calls", retell("/v3/list-calls", { limit: 10 }));
  expect(listed.body.items).toHaveLength(1);
  await plays("get /get-concurrency", retell("/get-concurrency"));
  expect(left()).toEqual([]);
});

it("answers as Resend's document says, in every operation that we use", async () => {
  const document = contract("resend.json");
  const { plays, left } = player(document);
  const { url } = await runSandbox();
  const resend = (path: string, body?: unknown) => call(`${url}/resend${path}`, KEYS.resendApiKey, body);
  const mail = {
    from: "Salon <termine@salon.example>",
    to: "berta@example.de",
    subject: "Termin",
    html: "<p>Bis morgen</p>",
  };
  expect(document.request("post /emails", mail)).toEqual([]);
  const { id } = (await plays("post /emails", resend("/emails", mail))).body;
  await plays("post /emails/batch", resend("/emails/batch", [mail, mail]));
  const shown = await plays("get /emails/{email_id}", resend(`/emails/${id}`));
  expect(shown.body).toMatchObject({ id, html: "<p>Bis morgen</p>" });
  expect(left()).toEqual([]);
});
