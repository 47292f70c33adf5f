-- A person's picture, small and written anew by us; kept here because several instances share no disk.
CREATE TABLE user_avatars (
  user_id uuid NOT NULL,
  image bytea NOT NULL,
  digest text NOT NULL,
  updated_at timestamptz(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT user_avatars_pkey PRIMARY KEY (user_id),
  CONSTRAINT user_avatars_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT user_avatars_small CHECK (octet_length(image) <= 200000)
);
ALTER TABLE user_avatars ENABLE ROW LEVEL SECURITY;
ALTER TABLE user_avatars FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_door ON user_avatars TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON user_avatars TO app_platform;

SET LOCAL ROLE app_platform;

CREATE FUNCTION profile_find(p_user uuid) RETURNS TABLE (name text, email text, locale text, timezone text, avatar_url text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT u.name, u.email::text, u.locale, u.timezone, u.avatar_url FROM users u WHERE u.id = p_user AND u.deleted_at IS NULL
$$;

CREATE FUNCTION profile_edit(p_user uuid, p_name text, p_locale text, p_timezone text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE users SET name = p_name, locale = p_locale, timezone = p_timezone, updated_at = now() WHERE id = p_user AND deleted_at IS NULL
$$;

CREATE FUNCTION avatar_set(p_user uuid, p_image bytea, p_digest text, p_url text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO user_avatars (user_id, image, digest) SELECT u.id, p_image, p_digest FROM users u WHERE u.id = p_user AND u.deleted_at IS NULL
  ON CONFLICT (user_id) DO UPDATE SET image = excluded.image, digest = excluded.digest, updated_at = now();
  UPDATE users SET avatar_url = p_url, updated_at = now() WHERE id = p_user AND deleted_at IS NULL;
$$;

CREATE FUNCTION avatar_remove(p_user uuid) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM user_avatars WHERE user_id = p_user;
  UPDATE users SET avatar_url = NULL, updated_at = now() WHERE id = p_user;
$$;

-- One's own, and those of people who work where one works.
CREATE FUNCTION avatar_find(p_reader uuid, p_user uuid) RETURNS TABLE (image bytea, digest text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT a.image, a.digest FROM user_avatars a WHERE a.user_id = p_user AND (p_reader = p_user OR EXISTS (
    SELECT FROM memberships mine JOIN memberships theirs ON theirs.company_id = mine.company_id AND theirs.user_id = p_user AND theirs.is_active
    WHERE mine.user_id = p_reader AND mine.is_active))
$$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname IN ('profile_find', 'profile_edit', 'avatar_set', 'avatar_remove', 'avatar_find')
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
RESET ROLE;
