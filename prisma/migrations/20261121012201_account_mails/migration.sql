-- Mails about an account belong to a person, not to a company: links to sign in, notices of what changed. Nobody but the
-- platform's role reads them; the application queues and sends them through these functions. No link's token is in a row.
CREATE TABLE account_mails (
  id uuid NOT NULL,
  user_id uuid,
  recipient citext NOT NULL,
  kind text NOT NULL,
  language text NOT NULL,
  facts jsonb NOT NULL,
  status text NOT NULL DEFAULT 'pending',
  attempts integer NOT NULL DEFAULT 0,
  error text,
  is_final boolean NOT NULL DEFAULT false,
  provider_message_id text,
  lease_until timestamptz(3),
  sent_at timestamptz(3),
  created_at timestamptz(3) NOT NULL DEFAULT now(),
  updated_at timestamptz(3) NOT NULL DEFAULT now(),
  CONSTRAINT account_mails_pkey PRIMARY KEY (id),
  CONSTRAINT account_mails_status CHECK (status IN ('pending', 'sending', 'sent', 'failed', 'cancelled')),
  CONSTRAINT account_mails_user_id_fkey FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX account_mails_user_id_idx ON account_mails (user_id);
CREATE INDEX account_mails_status_created_at_idx ON account_mails (status, created_at);
ALTER TABLE account_mails ENABLE ROW LEVEL SECURITY;
ALTER TABLE account_mails FORCE ROW LEVEL SECURITY;
CREATE POLICY platform_door ON account_mails TO app_platform USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON account_mails TO app_platform;

SET LOCAL ROLE app_platform;

-- Writes a mail and its event. A user's own address and language, unless the mail goes elsewhere; a deleted user gets none.
CREATE FUNCTION account_mail_queue(p_id uuid, p_user uuid, p_recipient citext, p_kind text, p_language text, p_facts jsonb, p_outbox uuid)
  RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO account_mails (id, user_id, recipient, kind, language, facts)
    SELECT p_id, u.id, coalesce(p_recipient, u.email), p_kind, coalesce(u.locale, p_language, 'de'), p_facts
    FROM (VALUES (1)) one LEFT JOIN users u ON u.id = p_user AND u.deleted_at IS NULL
    WHERE coalesce(p_recipient, u.email) IS NOT NULL AND (p_user IS NULL OR u.id IS NOT NULL);
  IF NOT FOUND THEN RETURN false; END IF;
  INSERT INTO outbox_events (id, name, payload) VALUES (p_outbox, 'account-mail/queued', jsonb_build_object('mailId', p_id));
  RETURN true;
END $$;

-- What a job is to do with a mail: send it (then a lease is on it), wait for another try's end, or nothing.
CREATE FUNCTION account_mail_take(p_id uuid, p_lease interval) RETURNS jsonb
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE mail record;
BEGIN
  SELECT m.*, u.name, u.timezone INTO mail FROM account_mails m LEFT JOIN users u ON u.id = m.user_id WHERE m.id = p_id FOR UPDATE OF m;
  IF NOT FOUND THEN RETURN jsonb_build_object('state', 'done', 'status', 'gone'); END IF;
  IF mail.status NOT IN ('pending', 'sending') THEN RETURN jsonb_build_object('state', 'done', 'status', mail.status); END IF;
  IF mail.lease_until > now() THEN RETURN jsonb_build_object('state', 'wait', 'until', mail.lease_until); END IF;
  UPDATE account_mails SET status = 'sending', attempts = attempts + 1, lease_until = now() + p_lease, updated_at = now() WHERE id = p_id;
  RETURN jsonb_build_object('state', 'send', 'id', mail.id, 'recipient', mail.recipient, 'language', mail.language, 'mail', mail.facts,
    'name', mail.name, 'timezone', coalesce(mail.timezone, 'Europe/Berlin'));
END $$;

CREATE FUNCTION account_mail_settle(p_id uuid, p_status text, p_provider_message text, p_error text, p_is_final boolean) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE account_mails SET status = p_status, provider_message_id = coalesce(p_provider_message, provider_message_id), error = p_error,
    is_final = p_is_final, lease_until = NULL, sent_at = CASE WHEN p_status = 'sent' THEN now() ELSE sent_at END, updated_at = now()
  WHERE id = p_id
$$;

-- For a day, what failed for a reason that may pass, or waits although no job works on it, goes out again; the id that the
-- provider knows a repeat by stays the same. After thirty days a mail has been forgotten.
CREATE FUNCTION account_mails_requeue() RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE requeued integer;
BEGIN
  DELETE FROM account_mails WHERE created_at < now() - interval '30 days';
  WITH stuck AS (
    UPDATE account_mails SET status = 'pending', lease_until = NULL, updated_at = now()
    WHERE created_at > now() - interval '1 day'
      AND ((status = 'failed' AND NOT is_final) OR (status IN ('pending', 'sending') AND updated_at < now() - interval '30 minutes'))
    RETURNING id)
  INSERT INTO outbox_events (id, name, payload)
    SELECT gen_random_uuid(), 'account-mail/queued', jsonb_build_object('mailId', id) FROM stuck;
  GET DIAGNOSTICS requeued = ROW_COUNT;
  RETURN requeued;
END $$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public' AND p.proname LIKE 'account\_mail%'
  LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;

RESET ROLE;
