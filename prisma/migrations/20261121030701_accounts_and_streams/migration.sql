-- What ends a right to listen is told to the open streams at once: each of them asks again whether it may go on.
CREATE FUNCTION announce_place_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('id', gen_random_uuid(), 'companyId', OLD.company_id, 'name', 'session/place-changed')::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_place_changed AFTER UPDATE OF is_active, role_id, branch_ids, staff_id OR DELETE ON memberships
  FOR EACH ROW EXECUTE FUNCTION announce_place_changed();

CREATE FUNCTION announce_company_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('id', gen_random_uuid(), 'companyId', NEW.id, 'name', 'session/place-changed')::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_company_standing AFTER UPDATE OF status, ip_allowlist ON companies
  FOR EACH ROW WHEN (OLD.status <> NEW.status OR OLD.ip_allowlist IS DISTINCT FROM NEW.ip_allowlist)
  EXECUTE FUNCTION announce_company_standing();

-- Of every company of the tenant: told to all streams, each of which looks after its own.
CREATE FUNCTION announce_tenant_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('live', jsonb_build_object('id', gen_random_uuid(), 'companyId', NULL, 'name', 'session/place-changed')::text);
  RETURN NULL;
END $$;
CREATE TRIGGER announce_tenant_standing AFTER UPDATE OF status, feature_flags ON tenants
  FOR EACH ROW WHEN (OLD.status <> NEW.status OR OLD.feature_flags <> NEW.feature_flags)
  EXECUTE FUNCTION announce_tenant_standing();

SET LOCAL ROLE app_platform;

-- As before, and the address counts as verified: only its mailbox has the link.
CREATE OR REPLACE FUNCTION invitation_register(p_token_hash text, p_user uuid, p_name text, p_password_hash text, p_locale text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO users (id, email, name, password_hash, locale, email_verified_at, updated_at)
  SELECT p_user, i.email, p_name, p_password_hash, p_locale, now(), now() FROM invitations i
  WHERE i.token_hash = p_token_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  ON CONFLICT (email) DO NOTHING
  RETURNING id
$$;

-- Somebody with an account has opened the link of an invitation to its address: that proves it, too.
CREATE FUNCTION invitation_verify(p_token_hash text, p_user uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE users u SET email_verified_at = now() FROM invitations i
  WHERE i.token_hash = p_token_hash AND i.email = u.email AND u.id = p_user AND u.email_verified_at IS NULL AND u.deleted_at IS NULL
$$;

-- As before; when the account has to wait from now on, the companies where its owner works hear of it from a job, so that an
-- account that exists takes no longer to refuse than one that does not.
CREATE OR REPLACE FUNCTION sign_in_refused(p_id uuid, p_email citext, p_ip text, p_user uuid, p_reason text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE until timestamptz;
BEGIN
  INSERT INTO login_attempts (id, email, ip, succeeded, reason) VALUES (p_id, p_email, p_ip, false, p_reason);
  UPDATE users SET failed_login_count = failed_login_count + 1,
    locked_until = CASE WHEN failed_login_count + 1 >= 5
      THEN now() + least(interval '1 hour', interval '30 seconds' * power(2, failed_login_count - 4)) ELSE locked_until END
  WHERE id = p_user RETURNING CASE WHEN failed_login_count >= 5 AND blocked_at IS NULL THEN locked_until END INTO until;
  INSERT INTO outbox_events (id, company_id, name, payload)
    SELECT gen_random_uuid(), m.company_id, 'team/member.locked', jsonb_build_object('companyId', m.company_id, 'userId', p_user,
      'attemptId', p_id, 'ip', p_ip, 'at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'until', to_char(until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM memberships m JOIN companies c ON c.id = m.company_id
    WHERE m.user_id = p_user AND m.is_active AND c.status <> 'closed' AND until IS NOT NULL;
END $$;

REVOKE ALL ON FUNCTION invitation_verify(text, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION invitation_verify(text, uuid) TO app_rw, app_platform;

RESET ROLE;
