-- A salon that has been busy for years, with 20 staff and 12 services; the session's settings bench.company_id,
-- bench.phone_number, bench.customers, bench.appointments and bench.calls say how large it is. Five years of half-full days
-- are 100,000 appointments. Everything follows from row numbers, so every run is alike.

CREATE FUNCTION pg_temp.company() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.company_id')::uuid $$;
CREATE FUNCTION pg_temp.size(name text) RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_setting('bench.' || name)::int $$;
CREATE FUNCTION pg_temp.dice(VARIADIC seed int[]) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT (hashtextextended(seed::text, 7) & 2147483647)::int $$;
CREATE FUNCTION pg_temp.pick(names text[], n int) RETURNS text LANGUAGE sql IMMUTABLE AS
  $$ SELECT names[1 + n % array_length(names, 1)] $$;

INSERT INTO tenants (id, name, slug, status) VALUES (pg_temp.company(), 'Großer Salon', 'grosser-salon', 'active');
INSERT INTO companies (id, tenant_id, name, slug, industry, status, settings, phone)
  VALUES (pg_temp.company(), pg_temp.company(), 'Großer Salon', 'grosser-salon', 'hair_salon', 'active',
    '{"slotIntervalMinutes": 15, "minNoticeMinutes": 60, "maxHorizonDays": 90}', current_setting('bench.phone_number'));
INSERT INTO branches (id, company_id, name, slug, is_default) VALUES (pg_temp.company(), pg_temp.company(), 'Zentrum', 'zentrum', true);
INSERT INTO phone_numbers (id, company_id, e164, branch_id, provider)
  VALUES (gen_random_uuid(), pg_temp.company(), current_setting('bench.phone_number'), pg_temp.company(), 'retell');

INSERT INTO services (id, company_id, name, duration_minutes, buffer_after_minutes, price_cents, position)
  SELECT gen_random_uuid(), pg_temp.company(), name, minutes, buffer, minutes * 110, row_number() OVER ()
  FROM (VALUES ('Damenhaarschnitt', 45, 5), ('Herrenhaarschnitt', 30, 0), ('Kinderhaarschnitt', 25, 0), ('Waschen & Föhnen', 30, 0),
    ('Färben', 55, 5), ('Strähnen', 55, 5), ('Balayage', 55, 5), ('Bartpflege', 20, 0), ('Hochsteckfrisur', 50, 10),
    ('Augenbrauen', 15, 0), ('Beratung', 15, 0), ('Dauerwelle', 55, 5)) AS offered (name, minutes, buffer);
INSERT INTO branch_services (id, company_id, branch_id, service_id)
  SELECT gen_random_uuid(), company_id, pg_temp.company(), id FROM services WHERE company_id = pg_temp.company();

INSERT INTO staff (id, company_id, home_branch_id, name)
  SELECT gen_random_uuid(), pg_temp.company(), pg_temp.company(), pg_temp.pick('{Anna,Ben,Clara,David,Elif,Felix,Greta,Hasan,Ines,Jan,Kira,Leo,Mia,Noah,Olga,Paul,Rosa,Sami,Tom,Uta}', n)
    || ' ' || pg_temp.pick('{Arnold,Bauer,Celik,Dietz,Engel}', n) FROM generate_series(0, 19) n;
INSERT INTO staff_branches (id, company_id, staff_id, branch_id)
  SELECT gen_random_uuid(), company_id, id, home_branch_id FROM staff WHERE company_id = pg_temp.company();

CREATE TEMP TABLE numbered_staff AS
  SELECT id, (row_number() OVER (ORDER BY name))::int - 1 AS n FROM staff WHERE company_id = pg_temp.company();
CREATE TEMP TABLE numbered_services AS
  SELECT *, position - 1 AS n FROM services WHERE company_id = pg_temp.company();
INSERT INTO staff_services (id, company_id, staff_id, service_id)
  SELECT gen_random_uuid(), pg_temp.company(), who.id, what.id FROM numbered_staff who, numbered_services what WHERE (who.n + what.n) % 4 <> 0;

INSERT INTO working_hours (id, company_id, owner_type, branch_id, day_of_week, start_time, end_time)
  SELECT gen_random_uuid(), pg_temp.company(), 'branch', pg_temp.company(), day, '08:00', '20:00' FROM generate_series(1, 6) day;
INSERT INTO working_hours (id, company_id, owner_type, staff_id, day_of_week, start_time, end_time, break_start, break_end)
  SELECT gen_random_uuid(), pg_temp.company(), 'staff', id, day, '09:00', '18:00', '13:00', '14:00' FROM numbered_staff, generate_series(1, 6) day;

CREATE TEMP TABLE numbered_customers AS SELECT gen_random_uuid() AS id, n FROM generate_series(0, pg_temp.size('customers') - 1) n;
INSERT INTO customers (id, company_id, first_name, last_name, email, created_at)
  SELECT id, pg_temp.company(), pg_temp.pick('{Maria,Jonas,Leyla,Peter,Sofia,Anton,Nina,Karl,Emma,Yusuf,Lena,Otto,Hanna}', n),
    pg_temp.pick('{Schäfer,Müller,Yılmaz,Weber,Wagner,Becker,Hoffmann,Schulz,Koch,Richter,Klein,Wolf,Neumann,Schwarz,Zimmermann,Braun,Krüger}', n / 13)
      || pg_temp.pick('{"","-Lang","-Kurz","-Berg"}', n / 221),
    CASE WHEN n % 3 = 0 THEN format('kunde%s@example.com', n) END, now() - interval '1 hour' * pg_temp.dice(n) / 50000
  FROM numbered_customers;
INSERT INTO customer_phones (id, company_id, customer_id, e164, raw, is_primary)
  SELECT gen_random_uuid(), pg_temp.company(), id, '+4915' || 550000000 + n, '+4915' || 550000000 + n, true FROM numbered_customers;

-- Eight hours a day for each of the staff, about half of them taken; the coming weeks fill up towards today.
CREATE TEMP TABLE drawn AS
  SELECT gen_random_uuid() AS id, who.id AS staff_id, what.id AS service_id, whose.id AS customer_id, what.price_cents,
    begins.at AS starts_at, begins.at + interval '1 minute' * what.duration_minutes AS ends_at, what.buffer_after_minutes,
    (CASE WHEN fate.n < 6 THEN 'cancelled' WHEN begins.at > now() THEN 'confirmed' WHEN fate.n < 10 THEN 'no_show' ELSE 'completed' END)::appointment_status AS status,
    fate.n AS fate
  FROM generate_series(90, -pg_temp.size('appointments') / 54, -1) day
  CROSS JOIN LATERAL (SELECT ((current_date + day) AT TIME ZONE 'Europe/Berlin') AS midnight) local
  CROSS JOIN numbered_staff who
  CROSS JOIN unnest('{9,10,11,12,14,15,16,17}'::int[]) hour
  CROSS JOIN LATERAL (SELECT ((current_date + day)::timestamp + interval '1 hour' * hour) AT TIME ZONE 'Europe/Berlin' AS at) begins
  CROSS JOIN LATERAL (SELECT pg_temp.dice(day, who.n, hour) AS n, pg_temp.dice(day, who.n, hour, 1) % 100 AS n100) chance
  CROSS JOIN LATERAL (SELECT pg_temp.dice(day, who.n, hour, 2) % 100 AS n) fate
  JOIN numbered_services what ON what.n = (SELECT CASE WHEN (who.n + wanted) % 4 = 0 THEN (wanted + 1) % 12 ELSE wanted END FROM (SELECT chance.n % 12 AS wanted) draw)
  JOIN numbered_customers whose ON whose.n = chance.n % pg_temp.size('customers')
  WHERE extract(dow FROM current_date + day) BETWEEN 1 AND 5 AND chance.n100 < CASE WHEN day > 0 THEN 70 - day / 2 ELSE 49 END
  ORDER BY day DESC LIMIT pg_temp.size('appointments');

INSERT INTO appointments (id, company_id, branch_id, customer_id, service_id, staff_id, source, status, starts_at, ends_at, blocked_from, blocked_until,
    price_cents, created_at, confirmed_at, cancelled_at, completed_at)
  SELECT id, pg_temp.company(), pg_temp.company(), customer_id, service_id, staff_id,
    (CASE WHEN fate % 3 = 0 THEN 'portal' ELSE 'phone' END)::appointment_source, status, starts_at, ends_at, starts_at,
    ends_at + interval '1 minute' * buffer_after_minutes, price_cents, booked.at, booked.at,
    CASE WHEN status = 'cancelled' THEN least(starts_at - interval '30 hours', now()) END, CASE WHEN status = 'completed' THEN ends_at END
  FROM drawn CROSS JOIN LATERAL (SELECT least(starts_at, now()) - interval '1 day' * (1 + fate % 30) AS at) booked;
INSERT INTO staff_occupancies (company_id, staff_id, appointment_id, blocked_from, blocked_until)
  SELECT pg_temp.company(), staff_id, id, starts_at, ends_at + interval '1 minute' * buffer_after_minutes
  FROM drawn WHERE status IN ('confirmed', 'completed');

INSERT INTO calls (id, company_id, retell_call_id, customer_id, branch_id, direction, status, from_number, to_number, started_at, ended_at,
    duration_sec, transcript, summary, sentiment, outcome, is_appointment_made)
  SELECT gen_random_uuid(), pg_temp.company(), 'call_bench_' || nth, whose.id, pg_temp.company(), 'inbound', 'ended', '+4915' || 550000000 + whose.n,
    current_setting('bench.phone_number'), begins.at, begins.at + interval '95 seconds', 95,
    repeat(E'Agent: Guten Tag, was kann ich für Sie tun?\nUser: Ich hätte gern einen Termin zum Schneiden.\n', 6),
    'Die Anruferin wollte einen Termin.', (CASE WHEN nth % 9 = 0 THEN 'negative' ELSE 'positive' END)::sentiment,
    (CASE WHEN nth % 2 = 0 THEN 'booked' ELSE 'info' END)::call_outcome, nth % 2 = 0
  FROM generate_series(1, pg_temp.size('calls')) nth JOIN numbered_customers whose ON whose.n = pg_temp.dice(nth) % pg_temp.size('customers')
  CROSS JOIN LATERAL (SELECT now() - interval '52 minutes' * nth AS at) begins;

DROP TABLE drawn, numbered_staff, numbered_services, numbered_customers;
