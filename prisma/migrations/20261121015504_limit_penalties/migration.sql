-- Who broke a limit again and again waits longer each time. Logged, unlike the counts: a crash forgives nobody.
CREATE TABLE limit_penalties (
  bucket text NOT NULL,
  strikes integer NOT NULL,
  blocked_until timestamptz(3) NOT NULL,
  CONSTRAINT limit_penalties_pkey PRIMARY KEY (bucket)
);
CREATE INDEX limit_penalties_blocked_until_idx ON limit_penalties (blocked_until);
GRANT SELECT, INSERT, UPDATE, DELETE ON limit_penalties TO app_rw, app_platform;

-- One strike more, unless they wait already: the wait doubles with each, up to the most; one is forgiven for each stretch of
-- p_forgiven since the last wait ended. Answers until when they wait.
CREATE FUNCTION limit_penalty_strike(p_bucket text, p_now timestamptz, p_first interval, p_most interval, p_forgiven interval)
  RETURNS timestamptz LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE known limit_penalties; strikes_now integer;
BEGIN
  INSERT INTO limit_penalties (bucket, strikes, blocked_until) VALUES (p_bucket, 0, p_now) ON CONFLICT DO NOTHING;
  SELECT * INTO known FROM limit_penalties WHERE bucket = p_bucket FOR UPDATE;
  IF known.blocked_until > p_now THEN RETURN known.blocked_until; END IF;
  strikes_now := 1 + greatest(0, known.strikes - floor(extract(epoch FROM p_now - known.blocked_until) / extract(epoch FROM p_forgiven)))::integer;
  UPDATE limit_penalties SET strikes = strikes_now, blocked_until = p_now + least(p_most, p_first * (2 ^ least(strikes_now - 1, 20)))
  WHERE bucket = p_bucket RETURNING blocked_until INTO known.blocked_until;
  RETURN known.blocked_until;
END $$;
