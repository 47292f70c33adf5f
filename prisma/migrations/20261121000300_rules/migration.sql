-- What must never be wrong, said to the database: ranges, amounts, wall times, and uniqueness that holds only for some rows.

ALTER TABLE appointments
  ADD CONSTRAINT appointments_time CHECK (ends_at > starts_at AND blocked_from <= starts_at AND blocked_until >= ends_at),
  ADD CONSTRAINT appointments_price CHECK (price_cents >= 0),
  ADD CONSTRAINT appointments_version CHECK (version >= 1 AND move_count >= 0);
ALTER TABLE appointment_segments ADD CONSTRAINT appointment_segments_time CHECK (ends_at > starts_at);
ALTER TABLE class_sessions
  ADD CONSTRAINT class_sessions_time CHECK (ends_at > starts_at),
  ADD CONSTRAINT class_sessions_places CHECK (capacity > 0 AND places_taken BETWEEN 0 AND capacity);
ALTER TABLE busy_times ADD CONSTRAINT busy_times_time CHECK (ends_at > starts_at);
ALTER TABLE schedule_exceptions
  ADD CONSTRAINT schedule_exceptions_time CHECK (ends_at > starts_at),
  ADD CONSTRAINT schedule_exceptions_owner CHECK (CASE owner_type
    WHEN 'company' THEN num_nonnulls(branch_id, staff_id, resource_id) = 0
    WHEN 'branch' THEN branch_id IS NOT NULL AND num_nonnulls(staff_id, resource_id) = 0
    WHEN 'staff' THEN staff_id IS NOT NULL AND resource_id IS NULL
    ELSE resource_id IS NOT NULL AND staff_id IS NULL END);

-- Wall times are HH:MM; only an end may be 24:00.
ALTER TABLE working_hours
  ADD CONSTRAINT working_hours_day CHECK (day_of_week BETWEEN 0 AND 6),
  ADD CONSTRAINT working_hours_times CHECK (
    start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND end_time ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$' AND end_time > start_time),
  ADD CONSTRAINT working_hours_break CHECK (
    (break_start IS NULL AND break_end IS NULL)
    OR (break_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND break_end ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        AND break_start >= start_time AND break_end > break_start AND break_end <= end_time)),
  ADD CONSTRAINT working_hours_owner CHECK (
    (owner_type = 'branch' AND branch_id IS NOT NULL AND staff_id IS NULL) OR (owner_type = 'staff' AND staff_id IS NOT NULL)),
  ADD CONSTRAINT working_hours_validity CHECK (valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from);

ALTER TABLE services
  ADD CONSTRAINT services_duration CHECK (duration_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT services_buffers CHECK (buffer_before_minutes BETWEEN 0 AND 480 AND buffer_after_minutes BETWEEN 0 AND 480),
  ADD CONSTRAINT services_price CHECK (price_cents >= 0 AND tax_rate_bps BETWEEN 0 AND 10000),
  ADD CONSTRAINT services_capacity CHECK (capacity > 0);
ALTER TABLE service_segments
  ADD CONSTRAINT service_segments_duration CHECK (duration_minutes BETWEEN 1 AND 1440),
  ADD CONSTRAINT service_segments_gap CHECK (gap_after_min_minutes >= 0 AND gap_after_max_minutes >= gap_after_min_minutes);
ALTER TABLE branch_services
  ADD CONSTRAINT branch_services_values CHECK (coalesce(price_cents, 0) >= 0 AND coalesce(duration_minutes, 1) BETWEEN 1 AND 1440);
ALTER TABLE staff_services
  ADD CONSTRAINT staff_services_values CHECK (
    coalesce(price_cents, 0) >= 0 AND coalesce(duration_minutes, 1) BETWEEN 1 AND 1440 AND proficiency BETWEEN 1 AND 5);
ALTER TABLE resources ADD CONSTRAINT resources_capacity CHECK (capacity > 0);
ALTER TABLE service_resources
  ADD CONSTRAINT service_resources_what CHECK (num_nonnulls(resource_id, resource_group_id, resource_type) = 1 AND quantity > 0);
ALTER TABLE reviews ADD CONSTRAINT reviews_rating CHECK (rating BETWEEN 1 AND 5);
ALTER TABLE calls
  ADD CONSTRAINT calls_identity_level CHECK (identity_level BETWEEN 0 AND 2),
  ADD CONSTRAINT calls_duration CHECK (duration_sec IS NULL OR duration_sec >= 0),
  ADD CONSTRAINT calls_origin CHECK (retell_call_id IS NOT NULL OR taken_by_user_id IS NOT NULL);
ALTER TABLE customer_phones ADD CONSTRAINT customer_phones_e164 CHECK (e164 ~ '^\+[1-9][0-9]{5,14}$');
ALTER TABLE phone_numbers ADD CONSTRAINT phone_numbers_e164 CHECK (e164 ~ '^\+[1-9][0-9]{5,14}$');
ALTER TABLE customers
  ADD CONSTRAINT customers_score CHECK (engagement_score BETWEEN 0 AND 1000),
  ADD CONSTRAINT customers_counts CHECK (appointment_count >= 0 AND completed_count >= 0 AND cancelled_count >= 0 AND no_show_count >= 0);
ALTER TABLE notification_queue ADD CONSTRAINT notification_queue_tries CHECK (retry_count BETWEEN 0 AND max_retries + 1);

-- Uniqueness that holds for some rows only.
CREATE UNIQUE INDEX roles_built_in_key ON roles (key) WHERE company_id IS NULL;
CREATE UNIQUE INDEX roles_company_key ON roles (company_id, key) WHERE company_id IS NOT NULL;
CREATE UNIQUE INDEX branches_default ON branches (company_id) WHERE is_default AND deleted_at IS NULL;
CREATE UNIQUE INDEX customer_phones_primary ON customer_phones (company_id, customer_id) WHERE is_primary;
CREATE UNIQUE INDEX calls_retell ON calls (retell_call_id) WHERE retell_call_id IS NOT NULL;
CREATE UNIQUE INDEX webhook_logs_delivery ON webhook_logs (source, external_id)
  WHERE external_id IS NOT NULL AND status IN ('received', 'processed', 'failed');

-- Work that waits: small indexes, however many rows are done.
CREATE INDEX outbox_events_waiting ON outbox_events (created_at, id) WHERE published_at IS NULL;
CREATE INDEX notification_queue_waiting ON notification_queue (company_id, scheduled_for) WHERE status IN ('pending', 'scheduled', 'sending');
CREATE INDEX notification_queue_failed ON notification_queue (company_id, failed_at) WHERE status = 'failed';
CREATE INDEX appointments_unsynced ON appointments (company_id, updated_at) WHERE calcom_sync_status IN ('pending', 'failed');
CREATE INDEX calls_ongoing ON calls (company_id, started_at) WHERE status IN ('registered', 'ongoing');
CREATE INDEX portal_sessions_active ON portal_sessions (user_id) WHERE revoked_at IS NULL;
