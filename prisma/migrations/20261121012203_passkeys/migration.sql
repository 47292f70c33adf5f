-- Passkeys: what a browser was asked to sign, once and for some minutes; only the digest of it is stored.
CREATE TABLE passkey_challenges (
  id uuid NOT NULL,
  user_id uuid,
  purpose text NOT NULL,
  challenge_hash text NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT passkey_challenges_pkey PRIMARY KEY (id),
  CONSTRAINT passkey_challenges_purpose CHECK (purpose IN ('register', 'sign_in', 'reauthenticate')),
  CONSTRAINT passkey_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX passkey_challenges_challenge_hash_key ON passkey_challenges (challenge_hash);
CREATE INDEX passkey_challenges_user_id_idx ON passkey_challenges (user_id);
CREATE INDEX passkey_challenges_expires_at_idx ON passkey_challenges (expires_at);
ALTER TABLE passkey_challenges ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey_challenges FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_door ON passkey_challenges TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON passkey_challenges TO app_platform;

SET LOCAL ROLE app_platform;

CREATE FUNCTION passkey_challenge_open(p_id uuid, p_user uuid, p_purpose text, p_challenge_hash text, p_expires_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM passkey_challenges WHERE expires_at < now();
  INSERT INTO passkey_challenges (id, user_id, purpose, challenge_hash, expires_at)
    VALUES (p_id, p_user, p_purpose, p_challenge_hash, p_expires_at);
$$;

-- Whether this was asked, for this purpose and person, and not answered yet: of two answers at once, one counts.
CREATE FUNCTION passkey_challenge_take(p_user uuid, p_purpose text, p_challenge_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM passkey_challenges
  WHERE challenge_hash = p_challenge_hash AND purpose = p_purpose AND user_id IS NOT DISTINCT FROM p_user AND expires_at > now();
  RETURN FOUND;
END $$;

CREATE FUNCTION passkeys_of(p_user uuid)
  RETURNS TABLE (id uuid, credential_id text, name text, transports text[], created_at timestamptz, last_used_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT id, credential_id, name, transports, created_at, last_used_at FROM passkey_credentials WHERE user_id = p_user ORDER BY created_at, id
$$;

-- False when the key is known already, anybody's, or the person has as many as they may.
CREATE FUNCTION passkey_add(p_id uuid, p_user uuid, p_credential text, p_public_key bytea, p_counter bigint, p_transports text[], p_name text, p_most int)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM users WHERE id = p_user FOR UPDATE;
  IF (SELECT count(*) FROM passkey_credentials WHERE user_id = p_user) >= p_most THEN RETURN false; END IF;
  INSERT INTO passkey_credentials (id, user_id, credential_id, public_key, counter, transports, name)
    VALUES (p_id, p_user, p_credential, p_public_key, p_counter, p_transports, p_name)
    ON CONFLICT (credential_id) DO NOTHING;
  RETURN FOUND;
END $$;

CREATE FUNCTION passkey_rename(p_user uuid, p_id uuid, p_name text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkey_credentials SET name = p_name, updated_at = now() WHERE id = p_id AND user_id = p_user;
  RETURN FOUND;
END $$;

CREATE FUNCTION passkey_remove(p_user uuid, p_id uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM passkey_credentials WHERE id = p_id AND user_id = p_user;
  RETURN FOUND;
END $$;

-- The key that a browser names, and whose it is.
CREATE FUNCTION passkey_find(p_credential text)
  RETURNS TABLE (id uuid, public_key bytea, counter bigint, transports text[], user_id uuid, email text, name text, locale text, has_totp boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.public_key, p.counter, p.transports, u.id, u.email::text, u.name, u.locale, u.totp_enabled_at IS NOT NULL
  FROM passkey_credentials p JOIN users u ON u.id = p.user_id AND u.deleted_at IS NULL WHERE p.credential_id = p_credential
$$;

-- Counts a use; false when the counter did not grow: then two devices hold the same key. Keys without a counter always say 0.
CREATE FUNCTION passkey_use(p_id uuid, p_counter bigint) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE passkey_credentials SET counter = p_counter, last_used_at = now()
  WHERE id = p_id AND (counter < p_counter OR (counter = 0 AND p_counter = 0));
  RETURN FOUND;
END $$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('passkey_challenge_open', 'passkey_challenge_take', 'passkeys_of', 'passkey_add',
      'passkey_rename', 'passkey_remove', 'passkey_find', 'passkey_use')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
