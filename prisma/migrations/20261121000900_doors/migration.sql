-- Sign-in and routing happen before a company is known. They go through these functions, which belong to app_platform and
-- return no more than the door needs; the application's role can't read the tables behind them.

CREATE FUNCTION sign_in_find(p_email citext)
  RETURNS TABLE (user_id uuid, name text, password_hash text, locale text, failed_login_count int, locked_until timestamptz, has_totp boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id, name, password_hash, locale, failed_login_count, locked_until, totp_enabled_at IS NOT NULL
  FROM users WHERE email = p_email AND deleted_at IS NULL
$$;

-- Counts a wrong password; from the fifth on the account waits, twice as long each time (30 s … 1 h).
CREATE FUNCTION sign_in_refused(p_id uuid, p_email citext, p_ip text, p_user uuid, p_reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO login_attempts (id, email, ip, succeeded, reason) VALUES (p_id, p_email, p_ip, false, p_reason);
  UPDATE users SET failed_login_count = failed_login_count + 1,
    locked_until = CASE WHEN failed_login_count + 1 >= 5
      THEN now() + least(interval '1 hour', interval '30 seconds' * power(2, failed_login_count - 4)) ELSE locked_until END
  WHERE id = p_user;
END $$;

-- Opens a session for a user whose credentials were checked; the active company is the given one, else the first membership's.
CREATE FUNCTION session_open(p_id uuid, p_attempt uuid, p_user uuid, p_token_hash text, p_kind session_kind, p_device text,
    p_user_agent text, p_ip text, p_remembered boolean, p_expires_at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE users SET failed_login_count = 0, locked_until = NULL, last_login_at = now() WHERE id = p_user;
  INSERT INTO login_attempts (id, email, ip, succeeded) SELECT p_attempt, email, p_ip, true FROM users WHERE id = p_user;
  INSERT INTO portal_sessions (id, user_id, active_company_id, kind, token_hash, device_label, user_agent, ip, is_remembered, expires_at)
    SELECT p_id, p_user, (SELECT company_id FROM memberships WHERE user_id = p_user AND is_active ORDER BY created_at, id LIMIT 1),
      p_kind, p_token_hash, p_device, p_user_agent, p_ip, p_remembered, p_expires_at;
END $$;

-- The session behind a token, if it is alive (not revoked, not expired, used within the last two hours unless remembered),
-- with everything that a request needs to know; touches last_seen_at once a minute at most.
CREATE FUNCTION session_find(p_token_hash text) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE alive record; result jsonb;
BEGIN
  SELECT s.id, s.active_company_id, s.last_seen_at, u.id AS user_id, u.email, u.name, u.locale, u.is_platform_admin INTO alive
  FROM portal_sessions s JOIN users u ON u.id = s.user_id
  WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL AND s.expires_at > now() AND u.deleted_at IS NULL
    AND (s.is_remembered OR s.last_seen_at > now() - interval '2 hours');
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF alive.last_seen_at < now() - interval '1 minute' THEN
    UPDATE portal_sessions SET last_seen_at = now() WHERE id = alive.id;
  END IF;
  SELECT jsonb_build_object(
    'sessionId', alive.id, 'activeCompanyId', alive.active_company_id,
    'user', jsonb_build_object('id', alive.user_id, 'email', alive.email, 'name', alive.name, 'locale', alive.locale,
      'isPlatformAdmin', alive.is_platform_admin),
    'memberships', coalesce((
      SELECT jsonb_agg(jsonb_build_object('companyId', m.company_id, 'companyName', c.name, 'timezone', c.timezone, 'currency', c.currency,
          'roleKey', r.key, 'isBuiltInRole', r.company_id IS NULL, 'branchIds', to_jsonb(m.branch_ids), 'staffId', m.staff_id,
          'permissions', coalesce((SELECT jsonb_agg(p.key) FROM role_permissions rp JOIN permissions p ON p.id = rp.permission_id WHERE rp.role_id = r.id), '[]'))
        ORDER BY m.created_at, m.id)
      FROM memberships m JOIN companies c ON c.id = m.company_id JOIN roles r ON r.id = m.role_id
      WHERE m.user_id = alive.user_id AND m.is_active AND c.status <> 'closed'), '[]')) INTO result;
  RETURN result;
END $$;

CREATE FUNCTION session_close(p_token_hash text, p_reason text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE portal_sessions SET revoked_at = now(), revoked_reason = p_reason WHERE token_hash = p_token_hash AND revoked_at IS NULL
$$;

-- Switches the active company, if the session's user works there; says whether it did.
CREATE FUNCTION session_switch_company(p_token_hash text, p_company uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  UPDATE portal_sessions s SET active_company_id = p_company
  WHERE s.token_hash = p_token_hash AND s.revoked_at IS NULL
    AND EXISTS (SELECT FROM memberships m WHERE m.user_id = s.user_id AND m.company_id = p_company AND m.is_active);
  RETURN FOUND;
END $$;

CREATE FUNCTION user_set_locale(p_token_hash text, p_locale text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  UPDATE users SET locale = p_locale WHERE id = (SELECT user_id FROM portal_sessions WHERE token_hash = p_token_hash AND revoked_at IS NULL)
$$;

-- Whose line rang: by the number called, else by the agent (web calls have no number).
CREATE FUNCTION route_call(p_number text, p_agent text)
  RETURNS TABLE (company_id uuid, branch_id uuid, phone_number_id uuid, agent_id uuid, retell_api_key_encrypted text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT * FROM (
    SELECT n.company_id, n.branch_id, n.id, n.agent_id, c.retell_api_key_encrypted
    FROM phone_numbers n JOIN companies c ON c.id = n.company_id
    WHERE n.e164 = p_number AND n.is_active AND c.status <> 'closed' LIMIT 1) by_number
  UNION ALL SELECT * FROM (
    SELECT a.company_id, (SELECT b.id FROM branches b WHERE b.company_id = a.company_id AND b.is_active ORDER BY b.is_default DESC, b.created_at LIMIT 1),
      NULL::uuid, a.id, c.retell_api_key_encrypted
    FROM retell_agents a JOIN companies c ON c.id = a.company_id
    WHERE p_number IS NULL AND a.retell_agent_id = p_agent AND a.is_active AND c.status <> 'closed' LIMIT 1) by_agent
  LIMIT 1
$$;

-- Logs a delivery once and, if it is new, queues its event in the same transaction. A repeat is logged as a duplicate.
CREATE FUNCTION webhook_receive(p_log uuid, p_source webhook_source, p_external text, p_event text, p_company uuid, p_payload jsonb,
    p_headers jsonb, p_outbox uuid, p_outbox_name text, p_outbox_payload jsonb) RETURNS webhook_status
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload, headers, is_signature_valid, response_status, status)
    VALUES (p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, true, 200, 'received')
    ON CONFLICT (source, external_id) WHERE external_id IS NOT NULL AND status IN ('received', 'processed', 'failed') DO NOTHING;
  IF NOT FOUND THEN
    INSERT INTO webhook_logs (id, source, external_id, event_type, company_id, payload, headers, is_signature_valid, response_status, status)
      VALUES (p_log, p_source, p_external, p_event, p_company, p_payload, p_headers, true, 200, 'duplicate');
    RETURN 'duplicate';
  END IF;
  IF p_outbox IS NOT NULL THEN
    INSERT INTO outbox_events (id, company_id, name, payload) VALUES (p_outbox, p_company, p_outbox_name, p_outbox_payload);
  END IF;
  RETURN 'received';
END $$;

-- Logs a delivery that was refused (bad signature, unreadable body).
CREATE FUNCTION webhook_refuse(p_log uuid, p_source webhook_source, p_event text, p_company uuid, p_headers jsonb, p_status int, p_error text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public AS $$
  INSERT INTO webhook_logs (id, source, event_type, company_id, headers, is_signature_valid, response_status, status, error_message)
  VALUES (p_log, p_source, p_event, p_company, p_headers, p_status <> 401, p_status, 'rejected', p_error)
$$;

-- A provider's delivery event names a message by its id only.
CREATE FUNCTION route_message(p_provider_message text) RETURNS TABLE (company_id uuid, notification_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT q.company_id, q.id FROM notification_queue q WHERE q.provider_message_id = p_provider_message LIMIT 1
$$;

-- A customer's link names an appointment; the signature in it was checked before.
CREATE FUNCTION route_appointment(p_appointment uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT company_id FROM appointments WHERE id = p_appointment
$$;

-- The companies that a scheduled job fans out to.
CREATE FUNCTION list_active_company_ids() RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM companies WHERE status <> 'closed' ORDER BY id
$$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('sign_in_find', 'sign_in_refused', 'session_open', 'session_find', 'session_close',
      'session_switch_company', 'user_set_locale', 'route_call', 'webhook_receive', 'webhook_refuse', 'route_message', 'route_appointment', 'list_active_company_ids')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_platform', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;

-- The built-in roles; what each may do is the typed table in server/identity/rules/permissions.ts.
SET LOCAL ROLE app_platform;
INSERT INTO roles (id, company_id, key, name) VALUES
  ('00000000-0000-7000-8000-000000000001', NULL, 'admin', 'Owner'),
  ('00000000-0000-7000-8000-000000000002', NULL, 'manager', 'Manager'),
  ('00000000-0000-7000-8000-000000000003', NULL, 'receptionist', 'Receptionist'),
  ('00000000-0000-7000-8000-000000000004', NULL, 'staff', 'Staff');
RESET ROLE;
