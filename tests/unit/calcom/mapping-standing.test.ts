import { expect, it } from "vitest";
import { arePeopleMatched, areServicesMapped } from "@/components/calcom/mapping/standing";

const members = [{ userId: 7, name: "Jonas Brandl", email: "jonas@example.com" }];
const jonas = { staffId: "jonas", name: "Jonas Brandl", calcomUserId: 7, proposedUserId: null };
const aylin = { staffId: "aylin", name: "Aylin Demir", calcomUserId: null, proposedUserId: null };

it.each([
  ["somebody is matched, and others shall not be", [jonas, aylin], true],
  ["nobody is matched", [aylin], false],
  ["a suggestion is left", [jonas, { ...aylin, proposedUserId: 8 }], false],
  ["whoever was matched has left the team over there", [jonas, { ...aylin, calcomUserId: 9 }], false],
])("matching people: %s", (_case, staff, isDone) => {
  expect(arePeopleMatched({ staff, members } as never)).toBe(isDone);
});

const gap = { part: "Schneiden", staff: "Aylin Demir", why: "not_mapped" };
const cut = { mapping: { calcomEventTypeId: 1, title: "Schnitt", lengthMinutes: 30 }, proposedId: null };

it.each([
  ["each has its event type", [cut], [], true],
  ["there is nothing to map", [], [], false],
  ["one has none", [cut, { mapping: null, proposedId: null }], [], false],
  ["one was deleted over there", [cut, { ...cut, mapping: { ...cut.mapping, calcomEventTypeId: 2 } }], [], false],
  ["a part of a visit has none", [cut], [gap], false],
])("mapping services: %s", (_case, offers, gaps, isDone) => {
  expect(areServicesMapped({ offers, eventTypes: [{ id: 1 }], gaps } as never)).toBe(isDone);
});
