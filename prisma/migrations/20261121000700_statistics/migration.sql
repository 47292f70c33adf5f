-- Aggregates that must never be wrong are kept by the database, never by application code.

-- Changes for each customer and month: a policy check reads one row instead of counting.
CREATE FUNCTION count_modification() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_cancelled int := (NEW.type = 'cancelled')::int;
  is_rescheduled int := (NEW.type = 'rescheduled')::int;
  is_violation int := (NEW.type = 'violation')::int;
  is_no_show int := (NEW.type = 'status_changed' AND NEW.new_values ->> 'status' = 'no_show')::int;
BEGIN
  IF NEW.type = 'created' THEN RETURN NULL; END IF;
  INSERT INTO appointment_modification_stats AS stat (company_id, customer_id, month, modification_count, cancellation_count,
      reschedule_count, violation_count, no_show_count, last_modification_at)
    VALUES (NEW.company_id, NEW.customer_id, date_trunc('month', NEW.occurred_at AT TIME ZONE 'UTC')::date,
      1, is_cancelled, is_rescheduled, is_violation, is_no_show, NEW.occurred_at)
    ON CONFLICT (company_id, customer_id, month) DO UPDATE SET
      modification_count = stat.modification_count + 1,
      cancellation_count = stat.cancellation_count + is_cancelled,
      reschedule_count = stat.reschedule_count + is_rescheduled,
      violation_count = stat.violation_count + is_violation,
      no_show_count = stat.no_show_count + is_no_show,
      last_modification_at = greatest(stat.last_modification_at, NEW.occurred_at);
  RETURN NULL;
END $$;
CREATE TRIGGER count_modification AFTER INSERT ON appointment_modifications FOR EACH ROW EXECUTE FUNCTION count_modification();

-- A customer's figures follow the appointments. Realised revenue counts completed ones.
CREATE FUNCTION count_appointment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was appointment_status := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE OLD.status END;
  was_cents int := CASE WHEN was = 'completed' THEN OLD.price_cents ELSE 0 END;
  is_cents int := CASE WHEN NEW.status = 'completed' THEN NEW.price_cents ELSE 0 END;
BEGIN
  UPDATE customers SET
    appointment_count = appointment_count + (TG_OP = 'INSERT')::int,
    completed_count = completed_count + (NEW.status = 'completed')::int - coalesce((was = 'completed')::int, 0),
    cancelled_count = cancelled_count + (NEW.status = 'cancelled')::int - coalesce((was = 'cancelled')::int, 0),
    no_show_count = no_show_count + (NEW.status = 'no_show')::int - coalesce((was = 'no_show')::int, 0),
    total_revenue_cents = total_revenue_cents + is_cents - was_cents,
    average_booking_value_cents = CASE
      WHEN completed_count + (NEW.status = 'completed')::int - coalesce((was = 'completed')::int, 0) = 0 THEN 0
      ELSE round((total_revenue_cents + is_cents - was_cents)::numeric
        / (completed_count + (NEW.status = 'completed')::int - coalesce((was = 'completed')::int, 0)))::int END,
    last_appointment_at = CASE WHEN NEW.status = 'completed'
      THEN greatest(coalesce(last_appointment_at, NEW.starts_at), NEW.starts_at) ELSE last_appointment_at END
  WHERE company_id = NEW.company_id AND id = NEW.customer_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_appointment_inserted AFTER INSERT ON appointments FOR EACH ROW EXECUTE FUNCTION count_appointment();
CREATE TRIGGER count_appointment_changed AFTER UPDATE OF status, price_cents ON appointments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status OR OLD.price_cents IS DISTINCT FROM NEW.price_cents)
  EXECUTE FUNCTION count_appointment();

CREATE FUNCTION count_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.customer_id IS NOT NULL THEN
    UPDATE customers SET call_count = call_count - 1 WHERE company_id = OLD.company_id AND id = OLD.customer_id;
  END IF;
  IF NEW.customer_id IS NOT NULL THEN
    UPDATE customers SET call_count = call_count + 1,
      last_contact_at = greatest(coalesce(last_contact_at, NEW.started_at), NEW.started_at)
    WHERE company_id = NEW.company_id AND id = NEW.customer_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER count_call_inserted AFTER INSERT ON calls FOR EACH ROW EXECUTE FUNCTION count_call();
CREATE TRIGGER count_call_linked AFTER UPDATE OF customer_id ON calls FOR EACH ROW
  WHEN (OLD.customer_id IS DISTINCT FROM NEW.customer_id) EXECUTE FUNCTION count_call();

-- What a search for a person looks through: lower case, accents and umlaut spellings folded ("Müller" = "Mueller" = "muller").
CREATE FUNCTION fold_text(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT public.unaccent('public.unaccent', replace(replace(replace(replace(lower(value), 'ae', 'a'), 'oe', 'o'), 'ue', 'u'), 'ß', 'ss'))
$$;
CREATE FUNCTION write_search_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.search_text := fold_text(concat_ws(' ', NEW.first_name, NEW.last_name, NEW.first_name, NEW.email));
  RETURN NEW;
END $$;
CREATE TRIGGER write_search_text BEFORE INSERT OR UPDATE OF first_name, last_name, email ON customers
  FOR EACH ROW EXECUTE FUNCTION write_search_text();
