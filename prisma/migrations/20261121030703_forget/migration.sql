-- What is over is forgotten: nothing that only ever grows.
CREATE INDEX outbox_events_over ON outbox_events (published_at) WHERE published_at IS NOT NULL;
CREATE INDEX webhook_logs_with_payload ON webhook_logs (received_at) WHERE payload IS NOT NULL OR payload_encrypted IS NOT NULL;

SET LOCAL ROLE app_platform;

-- At most so many rows of each kind at once, so that no table is locked for long; how many of each there were. The times are
-- those of the specification (ended sessions and what webhooks brought: 30 days), or long after the last question for a row.
CREATE FUNCTION forget_what_is_over(p_limit int) RETURNS TABLE (what text, forgotten int)
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
END $$;

-- As before; somebody has signed in before also when none of their sessions is left.
CREATE OR REPLACE FUNCTION device_recognise(p_id uuid, p_user uuid, p_token_hash text, p_family text, p_ip text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE verdict text;
BEGIN
  verdict := CASE
    WHEN NOT EXISTS (SELECT FROM portal_sessions WHERE user_id = p_user)
      AND NOT EXISTS (SELECT FROM users WHERE id = p_user AND last_login_at IS NOT NULL) THEN 'first'
    WHEN EXISTS (SELECT FROM known_devices WHERE user_id = p_user AND token_hash = p_token_hash)
      OR EXISTS (SELECT FROM portal_sessions WHERE user_id = p_user AND device_label = p_family AND ip = p_ip
        AND created_at > now() - interval '90 days') THEN 'known'
    ELSE 'new' END;
  INSERT INTO known_devices (id, user_id, token_hash) VALUES (p_id, p_user, p_token_hash)
    ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = now();
  RETURN verdict;
END $$;

REVOKE ALL ON FUNCTION forget_what_is_over(int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION forget_what_is_over(int) TO app_rw, app_platform;

RESET ROLE;
