-- What was compared with Cal.com and what was found then is forgotten after 90 days: it tells of customers.
CREATE INDEX calcom_drifts_over ON calcom_drifts (resolved_at) WHERE state = 'resolved';
CREATE INDEX calcom_sync_runs_over ON calcom_sync_runs (ended_at) WHERE ended_at IS NOT NULL;

SET LOCAL ROLE app_platform;

-- As before, and both of these: a run goes after everything that it found.
CREATE OR REPLACE FUNCTION forget_what_is_over(p_limit int) RETURNS TABLE (what text, forgotten int)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  what := 'sessions';
  DELETE FROM portal_sessions WHERE id IN (SELECT id FROM portal_sessions
    WHERE least(revoked_at, expires_at, CASE WHEN NOT is_remembered THEN last_seen_at + interval '2 hours' END) < now() - interval '30 days'
    LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'sign_in_challenges';
  DELETE FROM sign_in_challenges WHERE id IN (SELECT id FROM sign_in_challenges
    WHERE expires_at < now() - interval '1 day' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'passkey_challenges';
  DELETE FROM passkey_challenges WHERE id IN (SELECT id FROM passkey_challenges
    WHERE expires_at < now() - interval '1 day' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'verification_tokens';
  DELETE FROM verification_tokens WHERE id IN (SELECT id FROM verification_tokens
    WHERE expires_at < now() - interval '30 days' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'login_attempts';
  DELETE FROM login_attempts WHERE id IN (SELECT id FROM login_attempts
    WHERE created_at < now() - interval '30 days' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'known_devices';
  DELETE FROM known_devices WHERE id IN (SELECT id FROM known_devices
    WHERE last_seen_at < now() - interval '400 days' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'idempotency_keys';
  DELETE FROM idempotency_keys WHERE id IN (SELECT id FROM idempotency_keys
    WHERE expires_at < now() LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'outbox_events';
  DELETE FROM outbox_events WHERE id IN (SELECT id FROM outbox_events
    WHERE published_at < now() - interval '7 days' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'webhook_payloads';
  UPDATE webhook_logs SET payload = NULL, payload_encrypted = NULL, headers = '{}' WHERE id IN (SELECT id FROM webhook_logs
    WHERE received_at < now() - interval '30 days' AND (payload IS NOT NULL OR payload_encrypted IS NOT NULL)
    LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'calcom_drifts';
  DELETE FROM calcom_drifts WHERE id IN (SELECT id FROM calcom_drifts
    WHERE state = 'resolved' AND resolved_at < now() - interval '90 days' LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;

  what := 'calcom_sync_runs';
  DELETE FROM calcom_sync_runs WHERE id IN (SELECT id FROM calcom_sync_runs run
    WHERE ended_at < now() - interval '90 days'
      AND NOT EXISTS (SELECT FROM calcom_drifts drift WHERE drift.company_id = run.company_id AND drift.run_id = run.id)
    LIMIT p_limit FOR UPDATE SKIP LOCKED);
  GET DIAGNOSTICS forgotten = ROW_COUNT; RETURN NEXT;
END $$;

RESET ROLE;
