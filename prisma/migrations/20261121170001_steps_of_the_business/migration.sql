-- A class that the business moves or calls off is no step of its customers: it uses up none of their free cancellations or
-- moves, and where it is taken back there is nothing to take out.
CREATE OR REPLACE FUNCTION count_modification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone text := CASE WHEN NEW.type = 'restored' THEN coalesce(NEW.old_values ->> 'status',
    CASE WHEN NEW.old_values ->> 'startsAt' <> NEW.new_values ->> 'startsAt' THEN 'rescheduled' END) END;
  by_session boolean := coalesce(NEW.new_values ->> 'bySession', '') = 'true';
  step timestamptz;
  counted_at timestamptz := NEW.occurred_at;
  cancelled int := (NEW.type = 'cancelled' AND NOT by_session)::int;
  rescheduled int := (NEW.type = 'rescheduled' AND NOT by_session)::int;
  violated int := (NEW.type = 'violation')::int;
  stayed_away int := (NEW.type = 'status_changed' AND NEW.new_values ->> 'status' = 'no_show')::int;
  month_of date;
BEGIN
  IF NEW.type = 'created' THEN RETURN NULL; END IF;
  IF undone IN ('cancelled', 'no_show', 'rescheduled') THEN
    SELECT m.occurred_at, coalesce(m.new_values ->> 'bySession', '') = 'true' INTO step, by_session FROM appointment_modifications m
      WHERE m.company_id = NEW.company_id AND m.appointment_id = NEW.appointment_id
        AND (m.type::text = undone OR (m.type = 'status_changed' AND m.new_values ->> 'status' = undone))
      ORDER BY m.occurred_at DESC, m.id DESC LIMIT 1;
    IF step IS NOT NULL THEN
      counted_at := step;
      cancelled := -(undone = 'cancelled' AND NOT by_session)::int;
      rescheduled := -(undone = 'rescheduled' AND NOT by_session)::int;
      stayed_away := -(undone = 'no_show')::int;
      violated := -(SELECT count(*) FROM appointment_modifications m WHERE m.company_id = NEW.company_id
        AND m.appointment_id = NEW.appointment_id AND m.type = 'violation' AND m.occurred_at = step);
    END IF;
  END IF;
  SELECT date_trunc('month', counted_at AT TIME ZONE c.timezone)::date INTO month_of FROM companies c WHERE c.id = NEW.company_id;
  INSERT INTO appointment_modification_stats AS stat (company_id, customer_id, month, modification_count, cancellation_count,
      reschedule_count, violation_count, no_show_count, last_modification_at)
    VALUES (NEW.company_id, NEW.customer_id, month_of, 1, cancelled, rescheduled, violated, stayed_away, NEW.occurred_at)
    ON CONFLICT (company_id, customer_id, month) DO UPDATE SET
      modification_count = stat.modification_count + 1,
      cancellation_count = stat.cancellation_count + cancelled,
      reschedule_count = stat.reschedule_count + rescheduled,
      violation_count = stat.violation_count + violated,
      no_show_count = stat.no_show_count + stayed_away,
      last_modification_at = greatest(stat.last_modification_at, NEW.occurred_at);
  INSERT INTO appointment_modification_stats AS stat (company_id, customer_id, appointment_id, modification_count,
      cancellation_count, reschedule_count, violation_count, no_show_count, last_modification_at)
    VALUES (NEW.company_id, NEW.customer_id, NEW.appointment_id, 1, cancelled, rescheduled, violated, stayed_away, NEW.occurred_at)
    ON CONFLICT (company_id, appointment_id) DO UPDATE SET
      modification_count = stat.modification_count + 1,
      cancellation_count = stat.cancellation_count + cancelled,
      reschedule_count = stat.reschedule_count + rescheduled,
      violation_count = stat.violation_count + violated,
      no_show_count = stat.no_show_count + stayed_away,
      last_modification_at = greatest(stat.last_modification_at, NEW.occurred_at);
  RETURN NULL;
END $$;

-- What was counted so far of classes that were called off and stayed so.
SET LOCAL ROLE app_platform;
WITH called_off AS (
  SELECT m.company_id, m.customer_id, m.appointment_id, date_trunc('month', m.occurred_at AT TIME ZONE c.timezone)::date AS month
  FROM appointment_modifications m JOIN companies c ON c.id = m.company_id
  WHERE m.type = 'cancelled' AND m.new_values ->> 'bySession' = 'true'
    AND NOT EXISTS (SELECT FROM appointment_modifications r WHERE r.company_id = m.company_id
      AND r.appointment_id = m.appointment_id AND r.type = 'restored' AND r.occurred_at >= m.occurred_at)
), counted AS (
  SELECT company_id, customer_id, appointment_id, month, count(*)::int AS times
  FROM called_off GROUP BY GROUPING SETS ((company_id, customer_id, appointment_id), (company_id, customer_id, month))
)
UPDATE appointment_modification_stats s SET cancellation_count = greatest(0, s.cancellation_count - n.times)
FROM counted n
WHERE s.company_id = n.company_id AND (s.appointment_id = n.appointment_id
  OR s.appointment_id IS NULL AND n.appointment_id IS NULL AND s.customer_id = n.customer_id AND s.month = n.month);
RESET ROLE;
