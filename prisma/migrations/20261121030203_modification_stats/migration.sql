-- One row for each appointment, and one for each customer and month (of the company's own calendar): a policy check and a
-- page read one row instead of counting.
ALTER TABLE appointment_modification_stats ADD COLUMN appointment_id uuid;
ALTER TABLE appointment_modification_stats ALTER COLUMN month DROP NOT NULL;
ALTER TABLE appointment_modification_stats ADD CONSTRAINT modification_stats_of_one CHECK (num_nonnulls(appointment_id, month) = 1);
ALTER TABLE appointment_modification_stats ADD CONSTRAINT appointment_modification_stats_company_id_appointment_id_fkey
  FOREIGN KEY (company_id, appointment_id) REFERENCES appointments (company_id, id) ON DELETE CASCADE ON UPDATE CASCADE;
CREATE UNIQUE INDEX appointment_modification_stats_company_id_appointment_id_key
  ON appointment_modification_stats (company_id, appointment_id);

-- A step that is taken back is taken out of the month in which it was counted, with the violation that came with it.
CREATE OR REPLACE FUNCTION count_modification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  undone text := CASE WHEN NEW.type = 'restored' THEN NEW.old_values ->> 'status' END;
  step timestamptz;
  counted_at timestamptz := NEW.occurred_at;
  cancelled int := (NEW.type = 'cancelled')::int;
  rescheduled int := (NEW.type = 'rescheduled')::int;
  violated int := (NEW.type = 'violation')::int;
  stayed_away int := (NEW.type = 'status_changed' AND NEW.new_values ->> 'status' = 'no_show')::int;
  month_of date;
BEGIN
  IF NEW.type = 'created' THEN RETURN NULL; END IF;
  IF undone IN ('cancelled', 'no_show') THEN
    SELECT max(m.occurred_at) INTO step FROM appointment_modifications m
      WHERE m.company_id = NEW.company_id AND m.appointment_id = NEW.appointment_id
        AND (m.type::text = undone OR (m.type = 'status_changed' AND m.new_values ->> 'status' = undone));
    IF step IS NOT NULL THEN
      counted_at := step;
      cancelled := -(undone = 'cancelled')::int;
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

-- What was counted so far, anew.
SET LOCAL ROLE app_platform;
DELETE FROM appointment_modification_stats;
WITH counted AS (
  SELECT m.company_id, m.customer_id, m.appointment_id, date_trunc('month', m.occurred_at AT TIME ZONE c.timezone)::date AS month,
    m.occurred_at, (m.type = 'cancelled')::int AS cancelled, (m.type = 'rescheduled')::int AS rescheduled,
    (m.type = 'violation')::int AS violated, (m.type = 'status_changed' AND m.new_values ->> 'status' = 'no_show')::int AS stayed_away
  FROM appointment_modifications m JOIN companies c ON c.id = m.company_id WHERE m.type <> 'created')
INSERT INTO appointment_modification_stats (company_id, customer_id, appointment_id, month, modification_count, cancellation_count,
    reschedule_count, violation_count, no_show_count, last_modification_at)
  SELECT company_id, customer_id, appointment_id, month, count(*), sum(cancelled), sum(rescheduled), sum(violated),
    sum(stayed_away), max(occurred_at)
  FROM counted GROUP BY GROUPING SETS ((company_id, customer_id, appointment_id), (company_id, customer_id, month));
RESET ROLE;
