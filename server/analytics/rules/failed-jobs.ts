/** Jobs, as the runner names them, whose failure a list of its own shows: of messages, of appointments at Cal.com, of deliveries. */
export const SHOWN_BY_THEIR_ROWS = [
  "askproai-process-calcom-webhook",
  "askproai-process-message-webhook",
  "askproai-process-retell-webhook",
  "askproai-send-notification",
  "askproai-sync-appointment-to-calcom",
];
