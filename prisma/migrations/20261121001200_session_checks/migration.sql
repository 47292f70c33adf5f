SET LOCAL ROLE app_platform;

-- An address that nobody has signs in as slowly as one that somebody has: after five refusals it waits just the same,
-- so that no answer tells which addresses exist. There is always exactly one row.
CREATE OR REPLACE FUNCTION sign_in_find(p_email citext)
  RETURNS TABLE (user_id uuid, name text, password_hash text, locale text, failed_login_count int, locked_until timestamptz, has_totp boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT u.id, u.name, u.password_hash, u.locale, coalesce(u.failed_login_count, refused.attempts),
    CASE WHEN u.id IS NOT NULL THEN u.locked_until
      WHEN refused.attempts >= 5 THEN refused.latest + least(interval '1 hour', interval '30 seconds' * power(2, least(refused.attempts, 20) - 5)) END,
    u.totp_enabled_at IS NOT NULL
  FROM (SELECT count(*)::int AS attempts, max(created_at) AS latest FROM login_attempts
        WHERE email = p_email AND NOT succeeded AND created_at > now() - interval '30 days') refused
  LEFT JOIN users u ON u.email = p_email AND u.deleted_at IS NULL
$$;

-- The same, without counting as a use: an open page that only listens does not keep its session alive.
CREATE FUNCTION session_peek(p_token_hash text) RETURNS TABLE (active_company_id uuid, company_ids uuid[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.active_company_id, ARRAY(SELECT m.company_id FROM memberships m WHERE m.user_id = s.user_id AND m.is_active)
  FROM portal_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL
    AND (s.is_remembered OR s.last_seen_at > now() - interval '2 hours')
$$;
REVOKE ALL ON FUNCTION session_peek(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION session_peek(text) TO app_rw, app_platform;

RESET ROLE;
