-- The second factor: a code of an authenticator app counts once, a recovery code too.
ALTER TABLE users ADD COLUMN totp_last_step bigint;

-- Between the password and the code: who has proved the first may try the second for some minutes.
CREATE TABLE sign_in_challenges (
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  token_hash text NOT NULL,
  is_remembered boolean NOT NULL DEFAULT false,
  tries integer NOT NULL DEFAULT 0,
  expires_at timestamptz(3) NOT NULL,
  used_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT sign_in_challenges_pkey PRIMARY KEY (id),
  CONSTRAINT sign_in_challenges_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX sign_in_challenges_token_hash_key ON sign_in_challenges (token_hash);
CREATE INDEX sign_in_challenges_user_id_idx ON sign_in_challenges (user_id);
ALTER TABLE sign_in_challenges ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in_challenges FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_door ON sign_in_challenges TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_challenges TO app_platform;

SET LOCAL ROLE app_platform;

CREATE FUNCTION challenge_open(p_id uuid, p_user uuid, p_token_hash text, p_remembered boolean, p_expires_at timestamptz) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM sign_in_challenges WHERE user_id = p_user AND expires_at < now();
  INSERT INTO sign_in_challenges (id, user_id, token_hash, is_remembered, expires_at) VALUES (p_id, p_user, p_token_hash, p_remembered, p_expires_at);
$$;

-- One more try: the challenge's person, or nobody when it is used up, too old or was tried too often.
CREATE FUNCTION challenge_try(p_token_hash text, p_max_tries int)
  RETURNS TABLE (user_id uuid, email text, name text, locale text, is_remembered boolean, locked_until timestamptz, totp_secret_encrypted text)
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE sign_in_challenges c SET tries = tries + 1 FROM users u
  WHERE c.token_hash = p_token_hash AND c.used_at IS NULL AND c.expires_at > now() AND c.tries < p_max_tries
    AND u.id = c.user_id AND u.deleted_at IS NULL
  RETURNING u.id, u.email::text, u.name, u.locale, c.is_remembered, u.locked_until,
    CASE WHEN u.totp_enabled_at IS NOT NULL THEN u.totp_secret_encrypted END
$$;

CREATE FUNCTION challenge_use(p_token_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE sign_in_challenges SET used_at = now() WHERE token_hash = p_token_hash AND used_at IS NULL;
  RETURN FOUND;
END $$;

-- What is asked again of somebody who is signed in already.
CREATE FUNCTION account_find(p_user uuid)
  RETURNS TABLE (email text, password_hash text, totp_secret_encrypted text, totp_enabled_at timestamptz, locked_until timestamptz, recovery_codes_left int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.email::text, u.password_hash, u.totp_secret_encrypted, u.totp_enabled_at, u.locked_until,
    (SELECT count(*)::int FROM recovery_codes r WHERE r.user_id = u.id AND r.used_at IS NULL)
  FROM users u WHERE u.id = p_user AND u.deleted_at IS NULL
$$;

-- A secret that waits for its first code; none once the second factor is on.
CREATE FUNCTION two_factor_begin(p_user uuid, p_secret text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE users SET totp_secret_encrypted = p_secret, totp_last_step = NULL WHERE id = p_user AND totp_enabled_at IS NULL;
  RETURN FOUND;
END $$;

-- Whether nobody has used this step's code, or a later one, before: of two at once, one wins.
CREATE FUNCTION two_factor_take_step(p_user uuid, p_step bigint) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE users SET totp_last_step = p_step WHERE id = p_user AND (totp_last_step IS NULL OR totp_last_step < p_step);
  RETURN FOUND;
END $$;

CREATE FUNCTION recovery_code_use(p_user uuid, p_code_hash text) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE recovery_codes SET used_at = now() WHERE user_id = p_user AND code_hash = p_code_hash AND used_at IS NULL;
  RETURN FOUND;
END $$;

-- New codes; the old ones are worth nothing from now on.
CREATE FUNCTION recovery_codes_replace(p_user uuid, p_ids uuid[], p_hashes text[]) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM recovery_codes WHERE user_id = p_user;
  INSERT INTO recovery_codes (id, user_id, code_hash) SELECT unnest(p_ids), p_user, unnest(p_hashes);
$$;

CREATE FUNCTION two_factor_enable(p_user uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE users SET totp_enabled_at = now() WHERE id = p_user AND totp_enabled_at IS NULL AND totp_secret_encrypted IS NOT NULL;
  RETURN FOUND;
END $$;

CREATE FUNCTION two_factor_disable(p_user uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM recovery_codes WHERE user_id = p_user;
  UPDATE users SET totp_enabled_at = NULL, totp_secret_encrypted = NULL WHERE id = p_user AND totp_enabled_at IS NOT NULL;
  RETURN FOUND;
END $$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('challenge_open', 'challenge_try', 'challenge_use', 'account_find', 'two_factor_begin',
      'two_factor_take_step', 'recovery_code_use', 'recovery_codes_replace', 'two_factor_enable', 'two_factor_disable')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
