-- Links from mails: to sign in, to set a new password, to prove an address. Single use; a new one ends those before it.
ALTER TABLE verification_tokens ADD COLUMN new_email citext;
ALTER TABLE users ADD COLUMN email_verified_at timestamptz(3);

SET LOCAL ROLE app_platform;

-- A link for the person with this id or address. Null when there is nobody, or they had as many within the last hour as they may:
-- whoever asks hears the same.
CREATE FUNCTION link_issue(p_id uuid, p_user uuid, p_email citext, p_purpose verification_purpose, p_token_hash text, p_expires_at timestamptz,
    p_new_email citext, p_limit int) RETURNS uuid
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE person uuid;
BEGIN
  SELECT id INTO person FROM users WHERE deleted_at IS NULL AND (id = p_user OR (p_user IS NULL AND email = p_email)) FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  IF (SELECT count(*) FROM verification_tokens WHERE user_id = person AND purpose = p_purpose AND created_at > now() - interval '1 hour') >= p_limit
    THEN RETURN NULL; END IF;
  DELETE FROM verification_tokens WHERE user_id = person AND expires_at < now() - interval '30 days';
  UPDATE verification_tokens SET used_at = now() WHERE user_id = person AND purpose = p_purpose AND used_at IS NULL;
  INSERT INTO verification_tokens (id, user_id, purpose, token_hash, expires_at, new_email)
    VALUES (p_id, person, p_purpose, p_token_hash, p_expires_at, p_new_email);
  RETURN person;
END $$;

-- Whose link it is, without using it: a mail scanner opens every page.
CREATE FUNCTION link_find(p_token_hash text, p_purpose verification_purpose)
  RETURNS TABLE (user_id uuid, name text, email text, new_email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.id, u.name, u.email::text, t.new_email::text FROM verification_tokens t JOIN users u ON u.id = t.user_id AND u.deleted_at IS NULL
  WHERE t.token_hash = p_token_hash AND t.purpose = p_purpose AND t.used_at IS NULL AND t.expires_at > now()
$$;

-- Uses a link: of two at once, one gets the person. Whoever has it reads the account's mail.
CREATE FUNCTION link_use(p_token_hash text, p_purpose verification_purpose)
  RETURNS TABLE (user_id uuid, name text, email text, locale text, has_totp boolean, new_email text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH used AS (
    UPDATE verification_tokens SET used_at = now()
    WHERE token_hash = p_token_hash AND purpose = p_purpose AND used_at IS NULL AND expires_at > now()
    RETURNING verification_tokens.user_id, verification_tokens.new_email)
  UPDATE users u SET email_verified_at = CASE WHEN used.new_email IS NULL THEN coalesce(u.email_verified_at, now()) ELSE u.email_verified_at END
  FROM used WHERE u.id = used.user_id AND u.deleted_at IS NULL
  RETURNING u.id, u.name, u.email::text, u.locale, u.totp_enabled_at IS NOT NULL, used.new_email::text
$$;

-- A new password ends waiting, and every link that the old one had.
CREATE FUNCTION password_set(p_user uuid, p_password_hash text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE users SET password_hash = p_password_hash, failed_login_count = 0, locked_until = NULL WHERE id = p_user;
  UPDATE verification_tokens SET used_at = now() WHERE user_id = p_user AND purpose IN ('password_reset', 'magic_link') AND used_at IS NULL;
$$;

-- An address that was proved; false when somebody else has it by now. Links that went to the old one end.
CREATE FUNCTION email_set(p_user uuid, p_email citext) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE users SET email = p_email, email_verified_at = now() WHERE id = p_user AND deleted_at IS NULL;
  UPDATE verification_tokens SET used_at = now() WHERE user_id = p_user AND used_at IS NULL;
  RETURN true;
EXCEPTION WHEN unique_violation THEN RETURN false;
END $$;

-- The person's address, whether they proved that they read it, and the one that waits for its proof.
CREATE FUNCTION email_find(p_user uuid) RETURNS TABLE (email text, verified_at timestamptz, new_email text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.email::text, u.email_verified_at, (SELECT t.new_email::text FROM verification_tokens t
    WHERE t.user_id = u.id AND t.purpose = 'email_verification' AND t.used_at IS NULL AND t.expires_at > now() LIMIT 1)
  FROM users u WHERE u.id = p_user AND u.deleted_at IS NULL
$$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('link_issue', 'link_find', 'link_use', 'password_set', 'email_set', 'email_find')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
