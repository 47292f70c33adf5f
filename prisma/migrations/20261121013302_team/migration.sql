-- Who works for a company: invitations may name the staff member that somebody is, and the list says who has a second factor.
ALTER TABLE invitations ADD COLUMN staff_id uuid;
ALTER TABLE invitations ADD CONSTRAINT invitations_company_id_staff_id_fkey
  FOREIGN KEY (company_id, staff_id) REFERENCES staff (company_id, id) ON DELETE RESTRICT ON UPDATE CASCADE;
-- One invitation at a time for each address.
CREATE UNIQUE INDEX invitations_open ON invitations (company_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;
GRANT SELECT (totp_enabled_at) ON users TO app_rw;

SET LOCAL ROLE app_platform;

-- When each member of the transaction's company was last seen working there.
CREATE FUNCTION team_presence() RETURNS TABLE (user_id uuid, last_seen_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.user_id, max(s.last_seen_at) FROM memberships m
  JOIN portal_sessions s ON s.user_id = m.user_id AND coalesce(s.active_company_id, m.company_id) = m.company_id
  WHERE m.company_id = app_company_id() AND s.impersonated_company_id IS NULL
  GROUP BY m.user_id
$$;

-- Ends the sessions in which somebody works, or worked, for the transaction's company; those in another company stay.
CREATE FUNCTION member_sessions_end(p_user uuid, p_reason text) RETURNS int
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended int;
BEGIN
  UPDATE portal_sessions s SET revoked_at = now(), revoked_reason = p_reason
  FROM memberships here
  WHERE here.company_id = app_company_id() AND here.user_id = p_user AND s.user_id = p_user AND s.revoked_at IS NULL
    AND s.impersonated_company_id IS NULL
    AND (coalesce(s.active_company_id, here.company_id) = here.company_id OR NOT EXISTS (
      SELECT FROM memberships other WHERE other.user_id = p_user AND other.company_id <> here.company_id AND other.is_active));
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;

-- What an invitation's link says to whoever opens it, before they belong to any company.
CREATE FUNCTION invitation_find(p_token_hash text) RETURNS TABLE (invitation_id uuid, company_id uuid, company_name text, email text,
    role_key text, role_name text, is_built_in boolean, inviter_name text, expires_at timestamptz, is_open boolean, user_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT i.id, c.id, c.name, i.email::text, r.key, r.name, r.company_id IS NULL, inviter.name, i.expires_at,
    i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now() AND c.status <> 'closed', known.id
  FROM invitations i JOIN companies c ON c.id = i.company_id JOIN roles r ON r.id = i.role_id
  LEFT JOIN users inviter ON inviter.id = i.invited_by_user_id
  LEFT JOIN users known ON known.email = i.email AND known.deleted_at IS NULL
  WHERE i.token_hash = p_token_hash
$$;

-- The account of somebody who was invited and has none: the link, which only their mailbox has, proves the address.
-- Null when the invitation is not open, or the address has an account by now.
CREATE FUNCTION invitation_register(p_token_hash text, p_user uuid, p_name text, p_password_hash text, p_locale text) RETURNS uuid
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO users (id, email, name, password_hash, locale, updated_at)
  SELECT p_user, i.email, p_name, p_password_hash, p_locale, now() FROM invitations i
  WHERE i.token_hash = p_token_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL AND i.expires_at > now()
  ON CONFLICT (email) DO NOTHING
  RETURNING id
$$;

-- Whose account an address is, told to a company only for one of its own open invitations.
CREATE FUNCTION invitation_account(p_email citext) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id FROM users u JOIN invitations i ON i.email = u.email AND i.company_id = app_company_id()
    AND i.accepted_at IS NULL AND i.revoked_at IS NULL
  WHERE u.email = p_email AND u.deleted_at IS NULL
$$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('team_presence', 'member_sessions_end', 'invitation_find', 'invitation_register', 'invitation_account')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
