-- A browser that somebody has signed in with keeps a cookie of its own: a sign-in from another one is told to its person.
CREATE TABLE known_devices (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash text NOT NULL,
  last_seen_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT known_devices_pkey PRIMARY KEY (id),
  CONSTRAINT known_devices_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX known_devices_user_id_token_hash_key ON known_devices (user_id, token_hash);
ALTER TABLE known_devices ENABLE ROW LEVEL SECURITY;
ALTER TABLE known_devices FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_door ON known_devices TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON known_devices TO app_platform;

-- A session that ends is told to the streams that are open, whatever ended it.
CREATE FUNCTION announce_session_end() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('id', gen_random_uuid(), 'companyId', NULL, 'name', 'session/ended',
    'data', jsonb_build_object('sessionId', NEW.id))::text);
  RETURN NULL;
END $$;

CREATE TRIGGER announce_session_end AFTER UPDATE OF revoked_at ON portal_sessions FOR EACH ROW
  WHEN (OLD.revoked_at IS NULL AND NEW.revoked_at IS NOT NULL) EXECUTE FUNCTION announce_session_end();

SET LOCAL ROLE app_platform;

-- Who knocks: always exactly one row, also for an address that nobody has, and one that waits as long as if somebody had it.
-- Whoever guesses at many accounts from one network address waits too.
DROP FUNCTION sign_in_find(citext);
CREATE FUNCTION sign_in_find(p_email citext, p_ip text, p_address_limit int)
  RETURNS TABLE (user_id uuid, name text, password_hash text, locale text, locked_until timestamptz, has_totp boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.name, u.password_hash, u.locale, greatest(
    CASE WHEN u.id IS NOT NULL THEN u.locked_until
      WHEN refused.attempts >= 5 THEN refused.latest + least(interval '1 hour', interval '30 seconds' * power(2, least(refused.attempts, 20) - 5)) END,
    CASE WHEN address.attempts >= p_address_limit
      THEN address.latest + least(interval '1 hour', interval '30 seconds' * power(2, least(address.attempts - p_address_limit, 15))) END),
    u.totp_enabled_at IS NOT NULL
  FROM (SELECT count(*)::int AS attempts, max(created_at) AS latest FROM login_attempts
        WHERE email = p_email AND NOT succeeded AND created_at > now() - interval '30 days') refused
  CROSS JOIN (SELECT count(*)::int AS attempts, max(created_at) AS latest FROM login_attempts
        WHERE ip = p_ip AND NOT succeeded AND created_at > now() - interval '1 hour') address
  LEFT JOIN users u ON u.email = p_email AND u.deleted_at IS NULL
$$;

-- Where somebody works, the first place first, and from which network addresses they may.
CREATE FUNCTION sign_in_places(p_user uuid) RETURNS TABLE (company_id uuid, ip_allowlist text[])
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, c.ip_allowlist FROM memberships m JOIN companies c ON c.id = m.company_id
  WHERE m.user_id = p_user AND m.is_active AND c.status <> 'closed' ORDER BY m.created_at, m.id
$$;

-- Whether this is the person's first sign-in, or from a browser that they have used before; it is known from now on.
CREATE FUNCTION device_recognise(p_id uuid, p_user uuid, p_token_hash text, p_family text, p_ip text) RETURNS text
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE verdict text;
BEGIN
  verdict := CASE
    WHEN NOT EXISTS (SELECT FROM portal_sessions WHERE user_id = p_user) THEN 'first'
    WHEN EXISTS (SELECT FROM known_devices WHERE user_id = p_user AND token_hash = p_token_hash)
      OR EXISTS (SELECT FROM portal_sessions WHERE user_id = p_user AND device_label = p_family AND ip = p_ip
        AND created_at > now() - interval '90 days') THEN 'known'
    ELSE 'new' END;
  INSERT INTO known_devices (id, user_id, token_hash) VALUES (p_id, p_user, p_token_hash)
    ON CONFLICT (user_id, token_hash) DO UPDATE SET last_seen_at = now();
  RETURN verdict;
END $$;

DROP FUNCTION session_open(uuid, uuid, uuid, text, session_kind, text, text, text, boolean, timestamptz);
CREATE FUNCTION session_open(p_id uuid, p_attempt uuid, p_user uuid, p_token_hash text, p_kind session_kind, p_device text,
    p_user_agent text, p_ip text, p_remembered boolean, p_expires_at timestamptz, p_company uuid, p_second_factor boolean) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE users SET failed_login_count = 0, locked_until = NULL, last_login_at = now() WHERE id = p_user;
  INSERT INTO login_attempts (id, email, ip, succeeded) SELECT p_attempt, email, p_ip, true FROM users WHERE id = p_user;
  INSERT INTO portal_sessions (id, user_id, active_company_id, kind, token_hash, device_label, user_agent, ip, is_remembered, expires_at, second_factor_at)
    VALUES (p_id, p_user, p_company, p_kind, p_token_hash, p_device, p_user_agent, p_ip, p_remembered, p_expires_at,
      CASE WHEN p_second_factor THEN now() END);
END $$;

-- The same session under a new token; the old one is nobody's from now on.
CREATE FUNCTION session_rotate(p_token_hash text, p_new_hash text, p_is_proved boolean, p_is_second_factor boolean) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE portal_sessions SET token_hash = p_new_hash,
    authenticated_at = CASE WHEN p_is_proved THEN now() ELSE authenticated_at END,
    second_factor_at = CASE WHEN p_is_second_factor THEN now() ELSE second_factor_at END
  WHERE token_hash = p_token_hash AND revoked_at IS NULL;
  RETURN FOUND;
END $$;

-- Where somebody is signed in now.
CREATE FUNCTION sessions_of(p_user uuid)
  RETURNS TABLE (id uuid, kind session_kind, user_agent text, ip text, is_remembered boolean, created_at timestamptz, last_seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, kind, user_agent, ip, is_remembered, created_at, last_seen_at FROM portal_sessions
  WHERE user_id = p_user AND revoked_at IS NULL AND expires_at > now() AND (is_remembered OR last_seen_at > now() - interval '2 hours')
  ORDER BY last_seen_at DESC, id
$$;

CREATE FUNCTION session_end(p_user uuid, p_session uuid, p_reason text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE portal_sessions SET revoked_at = now(), revoked_reason = p_reason
  WHERE id = p_session AND user_id = p_user AND revoked_at IS NULL AND expires_at > now();
  RETURN FOUND;
END $$;

-- All of somebody's sessions, or all but one.
CREATE FUNCTION sessions_end(p_user uuid, p_except uuid, p_reason text) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int;
BEGIN
  UPDATE portal_sessions SET revoked_at = now(), revoked_reason = p_reason
  WHERE user_id = p_user AND id IS DISTINCT FROM p_except AND revoked_at IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- Whether a session is still alive, without counting as a use: an open page that only listens does not keep it alive.
-- By its id, because its token may change while the page is open.
DROP FUNCTION session_peek(text);
CREATE FUNCTION session_peek(p_session uuid) RETURNS TABLE (active_company_id uuid, places jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.active_company_id, coalesce((
    SELECT jsonb_agg(jsonb_build_object('companyId', c.id, 'ipAllowlist', c.ip_allowlist))
    FROM (
      SELECT s.impersonated_company_id AS id WHERE u.is_platform_admin AND s.impersonation_expires_at > now()
      UNION ALL
      SELECT m.company_id FROM memberships m
      WHERE m.user_id = s.user_id AND m.is_active AND NOT coalesce(u.is_platform_admin AND s.impersonation_expires_at > now(), false)
    ) place JOIN companies c ON c.id = place.id WHERE c.status <> 'closed'), '[]')
  FROM portal_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.id = p_session AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL
    AND (s.is_remembered OR s.last_seen_at > now() - interval '2 hours')
$$;

-- The session behind a token, if it is alive (not revoked, not expired, used within the last two hours unless remembered),
-- with everything that a request needs to know; touches last_seen_at once a minute at most.
CREATE OR REPLACE FUNCTION session_find(p_token_hash text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE alive record; result jsonb;
BEGIN
  SELECT s.id, s.kind, s.active_company_id, s.last_seen_at, s.expires_at, s.authenticated_at, s.second_factor_at, s.impersonation_reason,
    s.impersonation_expires_at, CASE WHEN u.is_platform_admin AND s.impersonation_expires_at > now() THEN s.impersonated_company_id END
      AS impersonated_company_id,
    u.id AS user_id, u.email, u.name, u.locale, u.is_platform_admin, u.totp_enabled_at INTO alive
  FROM portal_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL
    AND (s.is_remembered OR s.last_seen_at > now() - interval '2 hours');
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF alive.last_seen_at < now() - interval '1 minute' THEN
    UPDATE portal_sessions SET last_seen_at = now() WHERE id = alive.id;
  END IF;
  SELECT jsonb_build_object(
    'sessionId', alive.id, 'kind', alive.kind, 'activeCompanyId', alive.active_company_id, 'expiresAt', alive.expires_at,
    'authenticatedAt', alive.authenticated_at, 'secondFactorAt', alive.second_factor_at,
    'user', jsonb_build_object('id', alive.user_id, 'email', alive.email, 'name', alive.name, 'locale', alive.locale,
      'isPlatformAdmin', alive.is_platform_admin, 'hasTwoFactor', alive.totp_enabled_at IS NOT NULL),
    'impersonation', CASE WHEN alive.impersonated_company_id IS NOT NULL THEN jsonb_build_object(
      'companyId', alive.impersonated_company_id, 'reason', alive.impersonation_reason, 'expiresAt', alive.impersonation_expires_at) END,
    'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('companyId', c.id, 'companyName', c.name, 'timezone', c.timezone, 'currency', c.currency,
          'roleKey', place.role_key, 'isBuiltInRole', place.is_built_in, 'branchIds', to_jsonb(place.branch_ids), 'staffId', place.staff_id,
          'permissions', place.permissions, 'featureFlags', t.feature_flags, 'security', coalesce(c.settings -> 'security', '{}'),
          'ipAllowlist', to_jsonb(c.ip_allowlist))
        ORDER BY place.since, place.id)
      FROM (
        SELECT m.id, m.company_id, r.key AS role_key, r.company_id IS NULL AS is_built_in, m.branch_ids, m.staff_id, m.created_at AS since,
          coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = r.id), '[]')
            AS permissions
        FROM memberships m JOIN roles r ON r.id = m.role_id
        WHERE m.user_id = alive.user_id AND m.is_active AND alive.impersonated_company_id IS NULL
        UNION ALL
        SELECT alive.id, alive.impersonated_company_id, 'super_admin', true, '{}'::uuid[], NULL::uuid, now(), '[]'::jsonb
        WHERE alive.impersonated_company_id IS NOT NULL
      ) place JOIN companies c ON c.id = place.company_id JOIN tenants t ON t.id = c.tenant_id
      WHERE c.status <> 'closed'), '[]')) INTO result;
  RETURN result;
END $$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('sign_in_find', 'sign_in_places', 'device_recognise', 'session_open', 'session_rotate',
      'sessions_of', 'session_end', 'sessions_end', 'session_peek')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
