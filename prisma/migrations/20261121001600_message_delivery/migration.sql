-- What sending a message needs to know beyond its state: when the first try began, who is trying now and until when,
-- whether another try makes sense, and where it goes if this channel fails.
ALTER TABLE "notification_queue" ADD COLUMN "fallback_channel" "notification_channel",
  ADD COLUMN "is_final" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "lease_until" TIMESTAMPTZ(3),
  ADD COLUMN "retry_delay_minutes" INTEGER,
  ADD COLUMN "tried_at" TIMESTAMPTZ(3);

-- The sweep looks for what is due over all companies, the opt-out for a number over all companies.
CREATE INDEX notification_queue_due ON notification_queue (scheduled_for, company_id) WHERE status = 'scheduled';
CREATE INDEX customer_phones_e164_idx ON customer_phones (e164);

CREATE FUNCTION list_companies_with_due_messages(p_until timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT company_id FROM notification_queue WHERE status = 'scheduled' AND scheduled_for <= p_until
$$;

-- Companies with messages that failed, or that wait although nobody seems to work on them.
CREATE FUNCTION list_companies_with_stuck_messages(p_failed_since timestamptz, p_untouched_since timestamptz) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT company_id FROM notification_queue WHERE status = 'failed' AND NOT is_final AND failed_at >= p_failed_since
  UNION
  SELECT company_id FROM notification_queue WHERE status IN ('pending', 'sending') AND updated_at < p_untouched_since
$$;

-- Somebody answered STOP: the companies that have a customer with this number.
CREATE FUNCTION list_companies_of_number(p_e164 text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT company_id FROM customer_phones WHERE e164 = p_e164
$$;

DO $$ DECLARE signature regprocedure; BEGIN
  FOR signature IN SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
    WHERE n.nspname = 'public'
      AND p.proname IN ('list_companies_with_due_messages', 'list_companies_with_stuck_messages', 'list_companies_of_number')
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO app_platform', signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', signature);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO app_rw, app_platform', signature);
  END LOOP;
END $$;
