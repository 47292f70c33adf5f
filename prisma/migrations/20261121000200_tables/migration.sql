-- Every table, type, key and index that prisma/schema declares. What Prisma cannot say follows in the next migrations.

-- CreateEnum
CREATE TYPE "appointment_source" AS ENUM ('phone', 'web', 'calcom', 'portal', 'api', 'app', 'import', 'mcp');

-- CreateEnum
CREATE TYPE "booking_type" AS ENUM ('simple', 'composite', 'recurring');

-- CreateEnum
CREATE TYPE "appointment_status" AS ENUM ('pending', 'confirmed', 'in_progress', 'completed', 'cancelled', 'no_show');

-- CreateEnum
CREATE TYPE "calcom_sync_status" AS ENUM ('not_linked', 'pending', 'synced', 'failed', 'drift');

-- CreateEnum
CREATE TYPE "modification_type" AS ENUM ('created', 'rescheduled', 'cancelled', 'status_changed', 'reassigned', 'violation', 'restored');

-- CreateEnum
CREATE TYPE "callback_status" AS ENUM ('open', 'in_progress', 'done', 'failed');

-- CreateEnum
CREATE TYPE "callback_priority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "review_visibility" AS ENUM ('public', 'private');

-- CreateEnum
CREATE TYPE "working_hour_owner" AS ENUM ('branch', 'staff');

-- CreateEnum
CREATE TYPE "exception_owner" AS ENUM ('company', 'branch', 'staff', 'resource');

-- CreateEnum
CREATE TYPE "exception_kind" AS ENUM ('closed', 'special_hours', 'vacation', 'sick', 'training', 'blocked');

-- CreateEnum
CREATE TYPE "busy_source" AS ENUM ('calcom', 'ics');

-- CreateEnum
CREATE TYPE "drift_status" AS ENUM ('synced', 'drift', 'resolved', 'manual_review');

-- CreateEnum
CREATE TYPE "calcom_member_role" AS ENUM ('member', 'admin', 'owner');

-- CreateEnum
CREATE TYPE "call_direction" AS ENUM ('inbound', 'outbound', 'web');

-- CreateEnum
CREATE TYPE "call_status" AS ENUM ('registered', 'not_connected', 'ongoing', 'ended', 'error');

-- CreateEnum
CREATE TYPE "sentiment" AS ENUM ('positive', 'neutral', 'negative', 'unknown');

-- CreateEnum
CREATE TYPE "call_outcome" AS ENUM ('booked', 'rescheduled', 'cancelled', 'info', 'callback', 'voicemail', 'abandoned', 'transferred', 'spam', 'unknown');

-- CreateEnum
CREATE TYPE "call_consent" AS ENUM ('audio', 'transcript_only', 'none', 'unasked');

-- CreateEnum
CREATE TYPE "service_location" AS ENUM ('on_site', 'phone', 'video', 'at_customer');

-- CreateEnum
CREATE TYPE "resource_type" AS ENUM ('room', 'equipment', 'vehicle', 'other');

-- CreateEnum
CREATE TYPE "segment_staff_mode" AS ENUM ('same', 'any', 'specific');

-- CreateEnum
CREATE TYPE "loyalty_tier" AS ENUM ('bronze', 'silver', 'gold', 'platinum');

-- CreateEnum
CREATE TYPE "note_type" AS ENUM ('general', 'complaint', 'feedback', 'medical');

-- CreateEnum
CREATE TYPE "note_visibility" AS ENUM ('staff', 'management', 'all');

-- CreateEnum
CREATE TYPE "data_request_type" AS ENUM ('export', 'erasure', 'rectification', 'restriction');

-- CreateEnum
CREATE TYPE "session_kind" AS ENUM ('portal', 'api');

-- CreateEnum
CREATE TYPE "verification_purpose" AS ENUM ('password_reset', 'email_verification', 'magic_link');

-- CreateEnum
CREATE TYPE "integration_provider" AS ENUM ('calcom', 'retell', 'stripe', 'twilio', 'resend', 'smtp', 'telegram', 'google_translate', 'deepl', 'sentry', 'calendar_ics', 'webhook');

-- CreateEnum
CREATE TYPE "integration_status" AS ENUM ('connected', 'degraded', 'error', 'disabled');

-- CreateEnum
CREATE TYPE "notification_channel" AS ENUM ('email', 'sms', 'whatsapp', 'telegram', 'in_app', 'push');

-- CreateEnum
CREATE TYPE "notification_status" AS ENUM ('pending', 'scheduled', 'sending', 'sent', 'delivered', 'failed', 'cancelled', 'suppressed');

-- CreateEnum
CREATE TYPE "policy_scope" AS ENUM ('company', 'branch', 'service', 'staff');

-- CreateEnum
CREATE TYPE "policy_type" AS ENUM ('cancellation', 'reschedule', 'recurring', 'booking', 'no_show', 'deposit');

-- CreateEnum
CREATE TYPE "tenant_status" AS ENUM ('trial', 'active', 'past_due', 'suspended', 'cancelled');

-- CreateEnum
CREATE TYPE "company_status" AS ENUM ('trial', 'active', 'suspended', 'closed');

-- CreateEnum
CREATE TYPE "webhook_source" AS ENUM ('retell', 'calcom', 'stripe', 'twilio', 'resend', 'telegram');

-- CreateEnum
CREATE TYPE "webhook_status" AS ENUM ('received', 'processed', 'duplicate', 'rejected', 'failed');

-- CreateTable
CREATE TABLE "recurring_appointment_patterns" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "rrule" TEXT NOT NULL,
    "customer_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID,
    "branch_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "until" DATE,
    "occurrence_count" INTEGER,
    "skipped_dates" DATE[] DEFAULT ARRAY[]::DATE[],
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'active',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recurring_appointment_patterns_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointments" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "call_id" UUID,
    "pattern_id" UUID,
    "class_session_id" UUID,
    "source" "appointment_source" NOT NULL,
    "booking_type" "booking_type" NOT NULL DEFAULT 'simple',
    "status" "appointment_status" NOT NULL DEFAULT 'confirmed',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "price_cents" INTEGER NOT NULL,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "notes" TEXT,
    "internal_notes" TEXT,
    "calcom_booking_uid" TEXT,
    "calcom_sync_status" "calcom_sync_status" NOT NULL DEFAULT 'not_linked',
    "calcom_sync_error" TEXT,
    "calcom_synced_version" INTEGER,
    "move_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "idempotency_key" TEXT,
    "confirmed_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "cancellation_reason" TEXT,
    "deposit_cents" INTEGER,
    "deposit_paid_at" TIMESTAMPTZ(3),
    "video_url" TEXT,
    "explanation" JSONB,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_segments" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "service_id" UUID,
    "name" TEXT NOT NULL,
    "staff_id" UUID,
    "resource_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "occupies_staff" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_segments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_modifications" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "type" "modification_type" NOT NULL,
    "old_values" JSONB,
    "new_values" JSONB,
    "reason" TEXT,
    "policy_result" JSONB,
    "fee_cents" INTEGER NOT NULL DEFAULT 0,
    "actor" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_modifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment_modification_stats" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "modification_count" INTEGER NOT NULL DEFAULT 0,
    "cancellation_count" INTEGER NOT NULL DEFAULT 0,
    "reschedule_count" INTEGER NOT NULL DEFAULT 0,
    "violation_count" INTEGER NOT NULL DEFAULT 0,
    "no_show_count" INTEGER NOT NULL DEFAULT 0,
    "last_modification_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "appointment_modification_stats_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback_requests" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "customer_id" UUID,
    "call_id" UUID,
    "name" TEXT,
    "phone" TEXT,
    "reason" TEXT NOT NULL,
    "preferred_times" TEXT,
    "priority" "callback_priority" NOT NULL DEFAULT 'normal',
    "assigned_to_user_id" UUID,
    "status" "callback_status" NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "resolution" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "callback_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "callback_escalations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "callback_id" UUID NOT NULL,
    "level" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "notified_at" TIMESTAMPTZ(3),
    "recipient" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "callback_escalations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waitlist_entries" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "branch_id" UUID,
    "service_ids" UUID[],
    "staff_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "windows" JSONB NOT NULL DEFAULT '[]',
    "min_notice_minutes" INTEGER NOT NULL DEFAULT 120,
    "channel" TEXT NOT NULL DEFAULT 'sms',
    "until" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "waitlist_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "manual_bookings" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "call_id" UUID,
    "said" JSONB NOT NULL,
    "failure_reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "handled_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "manual_bookings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "appointment_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID,
    "rating" INTEGER NOT NULL,
    "comment" TEXT,
    "visibility" "review_visibility" NOT NULL DEFAULT 'private',
    "reply" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_logs" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "sequence" BIGINT NOT NULL,
    "log_name" TEXT NOT NULL DEFAULT 'default',
    "action" TEXT NOT NULL,
    "subject_type" TEXT,
    "subject_id" UUID,
    "actor" JSONB NOT NULL,
    "old_values" JSONB,
    "new_values" JSONB,
    "salt" TEXT,
    "values_digest" TEXT,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "canonical" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_logs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "company_id" UUID NOT NULL,
    "sequence" BIGINT NOT NULL DEFAULT 0,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("company_id")
);

-- CreateTable
CREATE TABLE "working_hours" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "owner_type" "working_hour_owner" NOT NULL,
    "branch_id" UUID,
    "staff_id" UUID,
    "day_of_week" SMALLINT NOT NULL,
    "start_time" TEXT NOT NULL,
    "end_time" TEXT NOT NULL,
    "break_start" TEXT,
    "break_end" TEXT,
    "is_available" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE,
    "valid_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "working_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schedule_exceptions" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "owner_type" "exception_owner" NOT NULL,
    "branch_id" UUID,
    "staff_id" UUID,
    "resource_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" "exception_kind" NOT NULL,
    "hours" JSONB,
    "reason" TEXT,
    "approved_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "schedule_exceptions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holidays" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "date" DATE NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_observed" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "holidays_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "busy_times" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "source" "busy_source" NOT NULL,
    "external_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "busy_times_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_sessions" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "capacity" INTEGER NOT NULL,
    "places_taken" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot_holds" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "call_id" UUID,
    "offers" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "slot_holds_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_occupancies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "company_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "segment" INTEGER,
    "appointment_id" UUID,
    "class_session_id" UUID,
    "hold_id" UUID,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_occupancies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_occupancies" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "company_id" UUID NOT NULL,
    "resource_id" UUID NOT NULL,
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "appointment_id" UUID,
    "class_session_id" UUID,
    "hold_id" UUID,
    "blocked_from" TIMESTAMPTZ(3) NOT NULL,
    "blocked_until" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resource_occupancies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_places" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "company_id" UUID NOT NULL,
    "class_session_id" UUID NOT NULL,
    "places" INTEGER NOT NULL,
    "appointment_id" UUID,
    "hold_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "class_places_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calcom_event_maps" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "appointment_id" UUID,
    "segment_position" INTEGER NOT NULL DEFAULT 0,
    "calcom_booking_uid" TEXT,
    "calcom_booking_id" BIGINT,
    "calcom_event_type_id" INTEGER,
    "drift_status" "drift_status" NOT NULL DEFAULT 'synced',
    "drift_detected_at" TIMESTAMPTZ(3),
    "drift_kind" TEXT,
    "platform_state" JSONB,
    "calcom_state" JSONB,
    "resolved_at" TIMESTAMPTZ(3),
    "resolution" JSONB,
    "last_compared_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calcom_event_maps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_event_type_mappings" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "length_minutes" INTEGER NOT NULL,
    "calcom_team_id" INTEGER,
    "calcom_event_type_id" INTEGER NOT NULL,
    "service_id" UUID NOT NULL,
    "staff_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_synced_at" TIMESTAMPTZ(3),
    "remote_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_event_type_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calcom_team_members" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "calcom_user_id" INTEGER NOT NULL,
    "staff_id" UUID NOT NULL,
    "role" "calcom_member_role" NOT NULL DEFAULT 'member',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calcom_team_members_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retell_agents" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "retell_agent_id" TEXT NOT NULL,
    "retell_llm_id" TEXT,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'de-DE',
    "voice_id" TEXT,
    "prompt" TEXT,
    "tools" JSONB NOT NULL DEFAULT '[]',
    "version" INTEGER NOT NULL DEFAULT 0,
    "variant_group" TEXT,
    "traffic_share" INTEGER NOT NULL DEFAULT 100,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "last_synced_at" TIMESTAMPTZ(3),
    "config_hash" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "retell_agents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agent_versions" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "agent_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "prompt" TEXT NOT NULL,
    "tools" JSONB NOT NULL,
    "settings" JSONB NOT NULL,
    "config_hash" TEXT NOT NULL,
    "created_by_user_id" UUID,
    "published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "agent_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "phone_numbers" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "branch_id" UUID NOT NULL,
    "agent_id" UUID,
    "provider" TEXT NOT NULL,
    "label" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "retell_phone_number_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phone_numbers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent_scripts" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "active_from" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consent_scripts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calls" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "retell_call_id" TEXT,
    "taken_by_user_id" UUID,
    "staff_id" UUID,
    "conversation_id" TEXT,
    "customer_id" UUID,
    "branch_id" UUID NOT NULL,
    "phone_number_id" UUID,
    "agent_id" UUID,
    "agent_version" INTEGER,
    "direction" "call_direction" NOT NULL,
    "status" "call_status" NOT NULL,
    "from_number" TEXT,
    "to_number" TEXT,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "duration_sec" INTEGER,
    "disconnection_reason" TEXT,
    "transcript" TEXT,
    "transcript_turns" JSONB,
    "recording_url" TEXT,
    "summary" TEXT,
    "summary_translations" JSONB NOT NULL DEFAULT '{}',
    "sentiment" "sentiment" NOT NULL DEFAULT 'unknown',
    "intent" TEXT,
    "topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_successful" BOOLEAN,
    "is_appointment_made" BOOLEAN NOT NULL DEFAULT false,
    "extracted_data" JSONB NOT NULL DEFAULT '{}',
    "customer_data_collected_at" TIMESTAMPTZ(3),
    "analysis" JSONB,
    "cost_cents" INTEGER NOT NULL DEFAULT 0,
    "provider_cost" DECIMAL(12,6),
    "latency_ms" JSONB,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_user_id" UUID,
    "review_note" TEXT,
    "outcome" "call_outcome" NOT NULL DEFAULT 'unknown',
    "consent" "call_consent" NOT NULL DEFAULT 'unasked',
    "consent_script_version" INTEGER,
    "consent_at" TIMESTAMPTZ(3),
    "consent_words" TEXT,
    "identity_level" SMALLINT NOT NULL DEFAULT 0,
    "verification_code_hash" TEXT,
    "verification_sent_at" TIMESTAMPTZ(3),
    "verification_tries" INTEGER NOT NULL DEFAULT 0,
    "last_event_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calls_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "call_function_invocations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "call_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "arguments" JSONB NOT NULL,
    "arguments_hash" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "is_success" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "duration_ms" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "call_function_invocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "services" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "category" TEXT,
    "duration_minutes" INTEGER NOT NULL,
    "buffer_before_minutes" INTEGER NOT NULL DEFAULT 0,
    "buffer_after_minutes" INTEGER NOT NULL DEFAULT 0,
    "price_cents" INTEGER NOT NULL,
    "tax_rate_bps" INTEGER NOT NULL DEFAULT 1900,
    "colour" TEXT NOT NULL DEFAULT '#0f766e',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_online_bookable" BOOLEAN NOT NULL DEFAULT true,
    "is_phone_bookable" BOOLEAN NOT NULL DEFAULT true,
    "requires_deposit_cents" INTEGER,
    "min_notice_minutes" INTEGER,
    "max_horizon_days" INTEGER,
    "max_per_day" INTEGER,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "location" "service_location" NOT NULL DEFAULT 'on_site',
    "staff_requirements" JSONB NOT NULL DEFAULT '[]',
    "is_composite" BOOLEAN NOT NULL DEFAULT false,
    "synonyms" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "position" INTEGER NOT NULL DEFAULT 0,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_segments" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "gap_after_min_minutes" INTEGER NOT NULL DEFAULT 0,
    "gap_after_max_minutes" INTEGER NOT NULL DEFAULT 0,
    "segment_service_id" UUID,
    "staff_mode" "segment_staff_mode" NOT NULL DEFAULT 'same',
    "staff_id" UUID,
    "is_staff_free" BOOLEAN NOT NULL DEFAULT false,
    "resource_type" "resource_type",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_segments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branch_services" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "price_cents" INTEGER,
    "duration_minutes" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "branch_services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_groups" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resource_groups_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resources" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "resource_group_id" UUID,
    "type" "resource_type" NOT NULL,
    "name" TEXT NOT NULL,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "claims" BIGINT NOT NULL DEFAULT 0,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_resources" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "resource_id" UUID,
    "resource_group_id" UUID,
    "resource_type" "resource_type",
    "quantity" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_resources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_stages" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "colour" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "rule" JSONB NOT NULL DEFAULT '{}',
    "is_terminal" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journey_stages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journey_transitions" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "from_stage_id" UUID,
    "to_stage_id" UUID NOT NULL,
    "reason" TEXT,
    "is_manual" BOOLEAN NOT NULL DEFAULT false,
    "actor" JSONB NOT NULL,
    "days_in_stage" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "journey_transitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customers" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "preferred_branch_id" UUID,
    "preferred_staff_id" UUID,
    "salutation" TEXT,
    "title" TEXT,
    "first_name" TEXT NOT NULL,
    "last_name" TEXT NOT NULL,
    "email" TEXT,
    "birthdate" DATE,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country" TEXT,
    "language" TEXT NOT NULL DEFAULT 'de',
    "notes" TEXT,
    "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "journey_stage_id" UUID,
    "journey_status_updated_at" TIMESTAMPTZ(3),
    "engagement_score" INTEGER NOT NULL DEFAULT 0,
    "churn_risk" DECIMAL(4,3),
    "loyalty_points" INTEGER NOT NULL DEFAULT 0,
    "loyalty_tier" "loyalty_tier" NOT NULL DEFAULT 'bronze',
    "total_revenue_cents" BIGINT NOT NULL DEFAULT 0,
    "average_booking_value_cents" INTEGER NOT NULL DEFAULT 0,
    "appointment_count" INTEGER NOT NULL DEFAULT 0,
    "completed_count" INTEGER NOT NULL DEFAULT 0,
    "cancelled_count" INTEGER NOT NULL DEFAULT 0,
    "no_show_count" INTEGER NOT NULL DEFAULT 0,
    "call_count" INTEGER NOT NULL DEFAULT 0,
    "last_contact_at" TIMESTAMPTZ(3),
    "last_appointment_at" TIMESTAMPTZ(3),
    "next_appointment_at" TIMESTAMPTZ(3),
    "stripe_customer_id" TEXT,
    "gdpr_consent_at" TIMESTAMPTZ(3),
    "marketing_consent_at" TIMESTAMPTZ(3),
    "privacy_consent_at" TIMESTAMPTZ(3),
    "sms_opt_in" BOOLEAN NOT NULL DEFAULT true,
    "whatsapp_opt_in" BOOLEAN NOT NULL DEFAULT false,
    "do_not_call" BOOLEAN NOT NULL DEFAULT false,
    "deletion_requested_at" TIMESTAMPTZ(3),
    "anonymized_at" TIMESTAMPTZ(3),
    "merged_into_id" UUID,
    "search_text" TEXT NOT NULL DEFAULT '',
    "name_phonetics" TEXT NOT NULL DEFAULT '',
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_phones" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "raw" TEXT NOT NULL,
    "label" TEXT,
    "is_primary" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_phones_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_notes" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "subject" TEXT,
    "content" TEXT NOT NULL,
    "type" "note_type" NOT NULL DEFAULT 'general',
    "is_pinned" BOOLEAN NOT NULL DEFAULT false,
    "visibility" "note_visibility" NOT NULL DEFAULT 'staff',
    "created_by_user_id" UUID,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_relationships" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "lifetime_value_cents" BIGINT NOT NULL DEFAULT 0,
    "first_contact_at" TIMESTAMPTZ(3),
    "last_contact_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "customer_relationships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consents" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "is_granted" BOOLEAN NOT NULL,
    "source" TEXT NOT NULL,
    "text_version" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_requests" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "customer_id" UUID NOT NULL,
    "type" "data_request_type" NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),
    "file_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "data_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "timezone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "avatar_url" TEXT,
    "is_platform_admin" BOOLEAN NOT NULL DEFAULT false,
    "totp_secret_encrypted" TEXT,
    "totp_enabled_at" TIMESTAMPTZ(3),
    "last_login_at" TIMESTAMPTZ(3),
    "failed_login_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),
    "telegram_chat_id" TEXT,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "roles" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "permissions" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_permissions" (
    "id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "permission_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_permissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role_id" UUID NOT NULL,
    "branch_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "staff_id" UUID,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "active_company_id" UUID,
    "kind" "session_kind" NOT NULL DEFAULT 'portal',
    "token_hash" TEXT NOT NULL,
    "device_label" TEXT,
    "user_agent" TEXT,
    "ip" TEXT,
    "is_remembered" BOOLEAN NOT NULL DEFAULT false,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portal_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recovery_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_credentials" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "name" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "passkey_credentials_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "role_id" UUID NOT NULL,
    "branch_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "token_hash" TEXT NOT NULL,
    "invited_by_user_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_tokens" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "purpose" "verification_purpose" NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_attempts" (
    "id" UUID NOT NULL,
    "email" CITEXT NOT NULL,
    "ip" TEXT,
    "succeeded" BOOLEAN NOT NULL,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "login_attempts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "rotated_from_id" UUID,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_preferences" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "user_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_preferences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "integrations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "provider" "integration_provider" NOT NULL,
    "status" "integration_status" NOT NULL DEFAULT 'disabled',
    "credentials_encrypted" TEXT,
    "config" JSONB NOT NULL DEFAULT '{}',
    "last_checked_at" TIMESTAMPTZ(3),
    "last_success_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "error_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "integrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_event_mappings" (
    "id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "default_channel" "notification_channel" NOT NULL,
    "requires_customer" BOOLEAN NOT NULL DEFAULT true,
    "can_be_disabled" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_event_mappings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_providers" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "channel" "notification_channel" NOT NULL,
    "name" TEXT NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "limits" JSONB NOT NULL DEFAULT '{}',
    "health" TEXT NOT NULL DEFAULT 'ok',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_providers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_configurations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "configurable_type" "policy_scope" NOT NULL,
    "configurable_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "channel" "notification_channel" NOT NULL,
    "fallback_channel" "notification_channel",
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "retry_count" INTEGER,
    "retry_delay_minutes" INTEGER,
    "template_override_id" UUID,
    "metadata" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_configurations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_templates" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channel" "notification_channel" NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT,
    "body" TEXT NOT NULL,
    "variables" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_templates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_queue" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "event_type" TEXT NOT NULL,
    "channel" "notification_channel" NOT NULL,
    "recipient" TEXT NOT NULL,
    "customer_id" UUID,
    "appointment_id" UUID,
    "template_id" UUID,
    "language" TEXT NOT NULL DEFAULT 'de',
    "subject" TEXT,
    "body" TEXT,
    "html" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',
    "status" "notification_status" NOT NULL DEFAULT 'pending',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "scheduled_for" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "failed_at" TIMESTAMPTZ(3),
    "retry_count" INTEGER NOT NULL DEFAULT 0,
    "max_retries" INTEGER NOT NULL DEFAULT 3,
    "error" TEXT,
    "provider_message_id" TEXT,
    "cost_cents" INTEGER NOT NULL DEFAULT 0,
    "dedupe_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notification_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_events" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_keys" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "response_status" INTEGER,
    "response" JSONB,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit_buckets" (
    "bucket" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_buckets_pkey" PRIMARY KEY ("bucket")
);

-- CreateTable
CREATE TABLE "policy_configurations" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "configurable_type" "policy_scope" NOT NULL,
    "configurable_id" UUID NOT NULL,
    "policy_type" "policy_type" NOT NULL,
    "config" JSONB NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "overrides_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "policy_configurations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "home_branch_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "colour" TEXT NOT NULL DEFAULT '#0f766e',
    "avatar_url" TEXT,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "skills" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "bio" TEXT,
    "is_bookable" BOOLEAN NOT NULL DEFAULT true,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "calcom_user_id" INTEGER,
    "max_hours_per_day" DECIMAL(4,2),
    "max_hours_per_week" DECIMAL(5,2),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_branches" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "branch_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_branches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_services" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "service_id" UUID NOT NULL,
    "duration_minutes" INTEGER,
    "price_cents" INTEGER,
    "proficiency" INTEGER NOT NULL DEFAULT 3,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_services_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tenants" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "status" "tenant_status" NOT NULL DEFAULT 'trial',
    "trial_ends_at" TIMESTAMPTZ(3),
    "limits" JSONB NOT NULL DEFAULT '{}',
    "feature_flags" JSONB NOT NULL DEFAULT '{}',
    "custom_domain" TEXT,
    "branding" JSONB NOT NULL DEFAULT '{}',
    "api_secret_encrypted" TEXT,
    "webhook_secret_encrypted" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tenants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "companies" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "timezone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "locale" TEXT NOT NULL DEFAULT 'de',
    "country" TEXT NOT NULL DEFAULT 'DE',
    "state" TEXT,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "email" TEXT,
    "phone" TEXT,
    "website" TEXT,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "vat_id" TEXT,
    "tax_number" TEXT,
    "status" "company_status" NOT NULL DEFAULT 'trial',
    "balance_cents" INTEGER NOT NULL DEFAULT 0,
    "low_balance_threshold_cents" INTEGER NOT NULL DEFAULT 1000,
    "auto_topup" JSONB,
    "commission_rate_bps" INTEGER NOT NULL DEFAULT 0,
    "ip_allowlist" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "settings" JSONB NOT NULL DEFAULT '{}',
    "calcom_api_key_encrypted" TEXT,
    "calcom_webhook_secret_encrypted" TEXT,
    "calcom_webhook_token" TEXT,
    "retell_api_key_encrypted" TEXT,
    "webhook_signing_secret_encrypted" TEXT,
    "calendar_ics_url_encrypted" TEXT,
    "calcom_team_id" INTEGER,
    "calcom_team_slug" TEXT,
    "stripe_account_id" TEXT,
    "created_by_user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "companies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "branches" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "street" TEXT,
    "postal_code" TEXT,
    "city" TEXT,
    "country" TEXT,
    "state" TEXT,
    "municipality" TEXT,
    "fallback_phone" TEXT,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "phone" TEXT,
    "email" TEXT,
    "timezone" TEXT NOT NULL DEFAULT 'Europe/Berlin',
    "service_radius_km" INTEGER,
    "transport_info" TEXT,
    "access_notes" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "branches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "system_settings" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "scope" TEXT NOT NULL DEFAULT 'platform',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "system_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_events" (
    "id" UUID NOT NULL,
    "source" "webhook_source" NOT NULL,
    "event_type" TEXT NOT NULL,
    "handler" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_logs" (
    "id" UUID NOT NULL,
    "company_id" UUID,
    "source" "webhook_source" NOT NULL,
    "external_id" TEXT,
    "event_type" TEXT,
    "payload" JSONB,
    "payload_encrypted" TEXT,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "is_signature_valid" BOOLEAN NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "processed_at" TIMESTAMPTZ(3),
    "response_status" INTEGER NOT NULL,
    "status" "webhook_status" NOT NULL DEFAULT 'received',
    "error_message" TEXT,
    "retry_count" INTEGER NOT NULL DEFAULT 0,
    "duplicate_of_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhook_logs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound_webhooks" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "events" TEXT[],
    "secret_encrypted" TEXT NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbound_webhooks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbound_webhook_deliveries" (
    "id" UUID NOT NULL,
    "company_id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "event_name" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "response_status" INTEGER,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "delivered_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbound_webhook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "recurring_appointment_patterns_company_id_id_key" ON "recurring_appointment_patterns"("company_id", "id");

-- CreateIndex
CREATE INDEX "appointments_company_id_starts_at_id_idx" ON "appointments"("company_id", "starts_at", "id");

-- CreateIndex
CREATE INDEX "appointments_company_id_branch_id_starts_at_idx" ON "appointments"("company_id", "branch_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_company_id_staff_id_starts_at_idx" ON "appointments"("company_id", "staff_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_company_id_customer_id_starts_at_idx" ON "appointments"("company_id", "customer_id", "starts_at");

-- CreateIndex
CREATE INDEX "appointments_company_id_call_id_idx" ON "appointments"("company_id", "call_id");

-- CreateIndex
CREATE INDEX "appointments_company_id_created_at_id_idx" ON "appointments"("company_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_company_id_id_key" ON "appointments"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointments_company_id_idempotency_key_key" ON "appointments"("company_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_segments_company_id_id_key" ON "appointment_segments"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_segments_company_id_appointment_id_position_key" ON "appointment_segments"("company_id", "appointment_id", "position");

-- CreateIndex
CREATE INDEX "appointment_modifications_company_id_appointment_id_occurre_idx" ON "appointment_modifications"("company_id", "appointment_id", "occurred_at");

-- CreateIndex
CREATE INDEX "appointment_modifications_company_id_occurred_at_idx" ON "appointment_modifications"("company_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_modifications_company_id_id_key" ON "appointment_modifications"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_modification_stats_company_id_id_key" ON "appointment_modification_stats"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_modification_stats_company_id_customer_id_month_key" ON "appointment_modification_stats"("company_id", "customer_id", "month");

-- CreateIndex
CREATE INDEX "callback_requests_company_id_status_due_at_idx" ON "callback_requests"("company_id", "status", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "callback_requests_company_id_id_key" ON "callback_requests"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "callback_escalations_company_id_id_key" ON "callback_escalations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "waitlist_entries_company_id_id_key" ON "waitlist_entries"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "manual_bookings_company_id_id_key" ON "manual_bookings"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_company_id_id_key" ON "reviews"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "reviews_company_id_appointment_id_key" ON "reviews"("company_id", "appointment_id");

-- CreateIndex
CREATE INDEX "activity_logs_company_id_occurred_at_idx" ON "activity_logs"("company_id", "occurred_at");

-- CreateIndex
CREATE INDEX "activity_logs_company_id_subject_type_subject_id_idx" ON "activity_logs"("company_id", "subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "activity_logs_company_id_sequence_key" ON "activity_logs"("company_id", "sequence");

-- CreateIndex
CREATE INDEX "working_hours_company_id_staff_id_idx" ON "working_hours"("company_id", "staff_id");

-- CreateIndex
CREATE INDEX "working_hours_company_id_branch_id_idx" ON "working_hours"("company_id", "branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "working_hours_company_id_id_key" ON "working_hours"("company_id", "id");

-- CreateIndex
CREATE INDEX "schedule_exceptions_company_id_starts_at_ends_at_idx" ON "schedule_exceptions"("company_id", "starts_at", "ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "schedule_exceptions_company_id_id_key" ON "schedule_exceptions"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "holidays_company_id_id_key" ON "holidays"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "holidays_company_id_date_key_key" ON "holidays"("company_id", "date", "key");

-- CreateIndex
CREATE INDEX "busy_times_company_id_staff_id_ends_at_starts_at_idx" ON "busy_times"("company_id", "staff_id", "ends_at", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "busy_times_company_id_id_key" ON "busy_times"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "busy_times_company_id_staff_id_source_external_id_key" ON "busy_times"("company_id", "staff_id", "source", "external_id");

-- CreateIndex
CREATE INDEX "class_sessions_company_id_starts_at_idx" ON "class_sessions"("company_id", "starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "class_sessions_company_id_id_key" ON "class_sessions"("company_id", "id");

-- CreateIndex
CREATE INDEX "slot_holds_company_id_expires_at_idx" ON "slot_holds"("company_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "slot_holds_company_id_id_key" ON "slot_holds"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "slot_holds_company_id_call_id_key" ON "slot_holds"("company_id", "call_id");

-- CreateIndex
CREATE INDEX "staff_occupancies_company_id_staff_id_blocked_until_blocked_idx" ON "staff_occupancies"("company_id", "staff_id", "blocked_until", "blocked_from");

-- CreateIndex
CREATE UNIQUE INDEX "staff_occupancies_company_id_id_key" ON "staff_occupancies"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_occupancies_company_id_id_key" ON "resource_occupancies"("company_id", "id");

-- CreateIndex
CREATE INDEX "class_places_company_id_class_session_id_idx" ON "class_places"("company_id", "class_session_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_places_company_id_id_key" ON "class_places"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calcom_event_maps_company_id_id_key" ON "calcom_event_maps"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calcom_event_maps_company_id_calcom_booking_uid_key" ON "calcom_event_maps"("company_id", "calcom_booking_uid");

-- CreateIndex
CREATE UNIQUE INDEX "calcom_event_maps_company_id_appointment_id_segment_positio_key" ON "calcom_event_maps"("company_id", "appointment_id", "segment_position");

-- CreateIndex
CREATE INDEX "team_event_type_mappings_company_id_service_id_staff_id_idx" ON "team_event_type_mappings"("company_id", "service_id", "staff_id");

-- CreateIndex
CREATE INDEX "team_event_type_mappings_calcom_event_type_id_idx" ON "team_event_type_mappings"("calcom_event_type_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_event_type_mappings_company_id_id_key" ON "team_event_type_mappings"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calcom_team_members_company_id_id_key" ON "calcom_team_members"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calcom_team_members_company_id_calcom_user_id_key" ON "calcom_team_members"("company_id", "calcom_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "retell_agents_company_id_id_key" ON "retell_agents"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "retell_agents_company_id_retell_agent_id_key" ON "retell_agents"("company_id", "retell_agent_id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_versions_company_id_id_key" ON "agent_versions"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "agent_versions_company_id_agent_id_version_key" ON "agent_versions"("company_id", "agent_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "phone_numbers_e164_key" ON "phone_numbers"("e164");

-- CreateIndex
CREATE UNIQUE INDEX "phone_numbers_company_id_id_key" ON "phone_numbers"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_scripts_company_id_id_key" ON "consent_scripts"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "consent_scripts_company_id_version_language_key" ON "consent_scripts"("company_id", "version", "language");

-- CreateIndex
CREATE INDEX "calls_company_id_started_at_id_idx" ON "calls"("company_id", "started_at", "id");

-- CreateIndex
CREATE INDEX "calls_company_id_customer_id_started_at_idx" ON "calls"("company_id", "customer_id", "started_at");

-- CreateIndex
CREATE UNIQUE INDEX "calls_company_id_id_key" ON "calls"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "calls_company_id_retell_call_id_key" ON "calls"("company_id", "retell_call_id");

-- CreateIndex
CREATE INDEX "call_function_invocations_replay" ON "call_function_invocations"("company_id", "call_id", "name", "arguments_hash");

-- CreateIndex
CREATE INDEX "call_function_invocations_company_id_call_id_occurred_at_idx" ON "call_function_invocations"("company_id", "call_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "call_function_invocations_company_id_id_key" ON "call_function_invocations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "services_company_id_id_key" ON "services"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_segments_company_id_id_key" ON "service_segments"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_segments_company_id_service_id_position_key" ON "service_segments"("company_id", "service_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "branch_services_company_id_id_key" ON "branch_services"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "branch_services_company_id_branch_id_service_id_key" ON "branch_services"("company_id", "branch_id", "service_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_groups_company_id_id_key" ON "resource_groups"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "resources_company_id_id_key" ON "resources"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "service_resources_company_id_id_key" ON "service_resources"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "journey_stages_company_id_id_key" ON "journey_stages"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "journey_stages_company_id_key_key" ON "journey_stages"("company_id", "key");

-- CreateIndex
CREATE INDEX "journey_transitions_company_id_customer_id_created_at_idx" ON "journey_transitions"("company_id", "customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "journey_transitions_company_id_id_key" ON "journey_transitions"("company_id", "id");

-- CreateIndex
CREATE INDEX "customers_company_id_last_name_first_name_id_idx" ON "customers"("company_id", "last_name", "first_name", "id");

-- CreateIndex
CREATE INDEX "customers_company_id_created_at_id_idx" ON "customers"("company_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "customers_search_text_trgm" ON "customers" USING GIN ("search_text" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "customers_company_id_id_key" ON "customers"("company_id", "id");

-- CreateIndex
CREATE INDEX "customer_phones_company_id_e164_idx" ON "customer_phones"("company_id", "e164");

-- CreateIndex
CREATE UNIQUE INDEX "customer_phones_company_id_id_key" ON "customer_phones"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_phones_company_id_customer_id_e164_key" ON "customer_phones"("company_id", "customer_id", "e164");

-- CreateIndex
CREATE INDEX "customer_notes_company_id_customer_id_created_at_idx" ON "customer_notes"("company_id", "customer_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "customer_notes_company_id_id_key" ON "customer_notes"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_relationships_company_id_id_key" ON "customer_relationships"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_relationships_company_id_customer_id_key" ON "customer_relationships"("company_id", "customer_id");

-- CreateIndex
CREATE INDEX "consents_company_id_customer_id_purpose_created_at_idx" ON "consents"("company_id", "customer_id", "purpose", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "consents_company_id_id_key" ON "consents"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "data_requests_company_id_id_key" ON "data_requests"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "permissions_key_key" ON "permissions"("key");

-- CreateIndex
CREATE UNIQUE INDEX "role_permissions_role_id_permission_id_key" ON "role_permissions"("role_id", "permission_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_company_id_id_key" ON "memberships"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_company_id_user_id_key" ON "memberships"("company_id", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_sessions_token_hash_key" ON "portal_sessions"("token_hash");

-- CreateIndex
CREATE INDEX "portal_sessions_user_id_revoked_at_idx" ON "portal_sessions"("user_id", "revoked_at");

-- CreateIndex
CREATE INDEX "recovery_codes_user_id_idx" ON "recovery_codes"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credentials_credential_id_key" ON "passkey_credentials"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_credentials_user_id_idx" ON "passkey_credentials"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_company_id_id_key" ON "invitations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_tokens_token_hash_key" ON "verification_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "verification_tokens_user_id_purpose_idx" ON "verification_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "login_attempts_email_created_at_idx" ON "login_attempts"("email", "created_at");

-- CreateIndex
CREATE INDEX "login_attempts_ip_created_at_idx" ON "login_attempts"("ip", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_company_id_id_key" ON "api_keys"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "user_preferences_user_id_company_id_key_key" ON "user_preferences"("user_id", "company_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "integrations_company_id_id_key" ON "integrations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "integrations_company_id_provider_key" ON "integrations"("company_id", "provider");

-- CreateIndex
CREATE UNIQUE INDEX "notification_event_mappings_event_type_key" ON "notification_event_mappings"("event_type");

-- CreateIndex
CREATE UNIQUE INDEX "notification_configurations_company_id_id_key" ON "notification_configurations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_configurations_company_id_configurable_type_co_key" ON "notification_configurations"("company_id", "configurable_type", "configurable_id", "event_type", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "notification_templates_company_id_id_key" ON "notification_templates"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_templates_company_id_event_type_channel_langua_key" ON "notification_templates"("company_id", "event_type", "channel", "language");

-- CreateIndex
CREATE INDEX "notification_queue_company_id_created_at_id_idx" ON "notification_queue"("company_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "notification_queue_company_id_appointment_id_idx" ON "notification_queue"("company_id", "appointment_id");

-- CreateIndex
CREATE INDEX "notification_queue_provider_message_id_idx" ON "notification_queue"("provider_message_id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_queue_company_id_id_key" ON "notification_queue"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "notification_queue_company_id_dedupe_key_key" ON "notification_queue"("company_id", "dedupe_key");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_company_id_id_key" ON "idempotency_keys"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "idempotency_keys_company_id_scope_key_key" ON "idempotency_keys"("company_id", "scope", "key");

-- CreateIndex
CREATE INDEX "rate_limit_buckets_expires_at_idx" ON "rate_limit_buckets"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "policy_configurations_company_id_id_key" ON "policy_configurations"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_configurations_company_id_configurable_type_configur_key" ON "policy_configurations"("company_id", "configurable_type", "configurable_id", "policy_type");

-- CreateIndex
CREATE UNIQUE INDEX "staff_company_id_id_key" ON "staff"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_branches_company_id_id_key" ON "staff_branches"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_branches_company_id_staff_id_branch_id_key" ON "staff_branches"("company_id", "staff_id", "branch_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_services_company_id_id_key" ON "staff_services"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_services_company_id_staff_id_service_id_key" ON "staff_services"("company_id", "staff_id", "service_id");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_slug_key" ON "tenants"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "tenants_custom_domain_key" ON "tenants"("custom_domain");

-- CreateIndex
CREATE UNIQUE INDEX "companies_slug_key" ON "companies"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "companies_calcom_webhook_token_key" ON "companies"("calcom_webhook_token");

-- CreateIndex
CREATE UNIQUE INDEX "companies_tenant_id_id_key" ON "companies"("tenant_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "branches_company_id_id_key" ON "branches"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "branches_company_id_slug_key" ON "branches"("company_id", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "system_settings_scope_key_key" ON "system_settings"("scope", "key");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_events_source_event_type_key" ON "webhook_events"("source", "event_type");

-- CreateIndex
CREATE INDEX "webhook_logs_company_id_received_at_idx" ON "webhook_logs"("company_id", "received_at");

-- CreateIndex
CREATE INDEX "webhook_logs_received_at_idx" ON "webhook_logs"("received_at");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_webhooks_company_id_id_key" ON "outbound_webhooks"("company_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "outbound_webhook_deliveries_company_id_id_key" ON "outbound_webhook_deliveries"("company_id", "id");

-- CreateIndex
CREATE INDEX "user_preferences_company_id_idx" ON "user_preferences"("company_id");

-- CreateIndex
CREATE INDEX "notification_providers_company_id_idx" ON "notification_providers"("company_id");

-- CreateIndex
CREATE INDEX "outbox_events_company_id_created_at_idx" ON "outbox_events"("company_id", "created_at");

-- AddForeignKey
ALTER TABLE "recurring_appointment_patterns" ADD CONSTRAINT "recurring_appointment_patterns_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_appointment_patterns" ADD CONSTRAINT "recurring_appointment_patterns_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_appointment_patterns" ADD CONSTRAINT "recurring_appointment_patterns_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_appointment_patterns" ADD CONSTRAINT "recurring_appointment_patterns_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurring_appointment_patterns" ADD CONSTRAINT "recurring_appointment_patterns_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_call_id_fkey" FOREIGN KEY ("company_id", "call_id") REFERENCES "calls"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_pattern_id_fkey" FOREIGN KEY ("company_id", "pattern_id") REFERENCES "recurring_appointment_patterns"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_company_id_class_session_id_fkey" FOREIGN KEY ("company_id", "class_session_id") REFERENCES "class_sessions"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_segments" ADD CONSTRAINT "appointment_segments_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_segments" ADD CONSTRAINT "appointment_segments_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_segments" ADD CONSTRAINT "appointment_segments_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_segments" ADD CONSTRAINT "appointment_segments_company_id_resource_id_fkey" FOREIGN KEY ("company_id", "resource_id") REFERENCES "resources"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_modifications" ADD CONSTRAINT "appointment_modifications_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_modifications" ADD CONSTRAINT "appointment_modifications_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_modifications" ADD CONSTRAINT "appointment_modifications_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_modification_stats" ADD CONSTRAINT "appointment_modification_stats_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment_modification_stats" ADD CONSTRAINT "appointment_modification_stats_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_requests" ADD CONSTRAINT "callback_requests_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_requests" ADD CONSTRAINT "callback_requests_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_requests" ADD CONSTRAINT "callback_requests_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_requests" ADD CONSTRAINT "callback_requests_company_id_call_id_fkey" FOREIGN KEY ("company_id", "call_id") REFERENCES "calls"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_escalations" ADD CONSTRAINT "callback_escalations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "callback_escalations" ADD CONSTRAINT "callback_escalations_company_id_callback_id_fkey" FOREIGN KEY ("company_id", "callback_id") REFERENCES "callback_requests"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waitlist_entries" ADD CONSTRAINT "waitlist_entries_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manual_bookings" ADD CONSTRAINT "manual_bookings_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "manual_bookings" ADD CONSTRAINT "manual_bookings_company_id_call_id_fkey" FOREIGN KEY ("company_id", "call_id") REFERENCES "calls"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity_logs" ADD CONSTRAINT "activity_logs_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "working_hours" ADD CONSTRAINT "working_hours_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "schedule_exceptions" ADD CONSTRAINT "schedule_exceptions_company_id_resource_id_fkey" FOREIGN KEY ("company_id", "resource_id") REFERENCES "resources"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "holidays" ADD CONSTRAINT "holidays_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "busy_times" ADD CONSTRAINT "busy_times_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_sessions" ADD CONSTRAINT "class_sessions_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_holds" ADD CONSTRAINT "slot_holds_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot_holds" ADD CONSTRAINT "slot_holds_company_id_call_id_fkey" FOREIGN KEY ("company_id", "call_id") REFERENCES "calls"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_occupancies" ADD CONSTRAINT "staff_occupancies_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_occupancies" ADD CONSTRAINT "staff_occupancies_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_occupancies" ADD CONSTRAINT "staff_occupancies_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_occupancies" ADD CONSTRAINT "staff_occupancies_company_id_class_session_id_fkey" FOREIGN KEY ("company_id", "class_session_id") REFERENCES "class_sessions"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_occupancies" ADD CONSTRAINT "staff_occupancies_company_id_hold_id_fkey" FOREIGN KEY ("company_id", "hold_id") REFERENCES "slot_holds"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_occupancies" ADD CONSTRAINT "resource_occupancies_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_occupancies" ADD CONSTRAINT "resource_occupancies_company_id_resource_id_fkey" FOREIGN KEY ("company_id", "resource_id") REFERENCES "resources"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_occupancies" ADD CONSTRAINT "resource_occupancies_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_occupancies" ADD CONSTRAINT "resource_occupancies_company_id_class_session_id_fkey" FOREIGN KEY ("company_id", "class_session_id") REFERENCES "class_sessions"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_occupancies" ADD CONSTRAINT "resource_occupancies_company_id_hold_id_fkey" FOREIGN KEY ("company_id", "hold_id") REFERENCES "slot_holds"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_places" ADD CONSTRAINT "class_places_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_places" ADD CONSTRAINT "class_places_company_id_class_session_id_fkey" FOREIGN KEY ("company_id", "class_session_id") REFERENCES "class_sessions"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_places" ADD CONSTRAINT "class_places_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_places" ADD CONSTRAINT "class_places_company_id_hold_id_fkey" FOREIGN KEY ("company_id", "hold_id") REFERENCES "slot_holds"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calcom_event_maps" ADD CONSTRAINT "calcom_event_maps_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calcom_event_maps" ADD CONSTRAINT "calcom_event_maps_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_event_type_mappings" ADD CONSTRAINT "team_event_type_mappings_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_event_type_mappings" ADD CONSTRAINT "team_event_type_mappings_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_event_type_mappings" ADD CONSTRAINT "team_event_type_mappings_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calcom_team_members" ADD CONSTRAINT "calcom_team_members_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calcom_team_members" ADD CONSTRAINT "calcom_team_members_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retell_agents" ADD CONSTRAINT "retell_agents_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_versions" ADD CONSTRAINT "agent_versions_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agent_versions" ADD CONSTRAINT "agent_versions_company_id_agent_id_fkey" FOREIGN KEY ("company_id", "agent_id") REFERENCES "retell_agents"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone_numbers" ADD CONSTRAINT "phone_numbers_company_id_agent_id_fkey" FOREIGN KEY ("company_id", "agent_id") REFERENCES "retell_agents"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent_scripts" ADD CONSTRAINT "consent_scripts_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_phone_number_id_fkey" FOREIGN KEY ("company_id", "phone_number_id") REFERENCES "phone_numbers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calls" ADD CONSTRAINT "calls_company_id_agent_id_fkey" FOREIGN KEY ("company_id", "agent_id") REFERENCES "retell_agents"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_function_invocations" ADD CONSTRAINT "call_function_invocations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "call_function_invocations" ADD CONSTRAINT "call_function_invocations_company_id_call_id_fkey" FOREIGN KEY ("company_id", "call_id") REFERENCES "calls"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "services" ADD CONSTRAINT "services_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_segments" ADD CONSTRAINT "service_segments_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_segments" ADD CONSTRAINT "service_segments_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_segments" ADD CONSTRAINT "service_segments_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_services" ADD CONSTRAINT "branch_services_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_services" ADD CONSTRAINT "branch_services_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branch_services" ADD CONSTRAINT "branch_services_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_groups" ADD CONSTRAINT "resource_groups_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_groups" ADD CONSTRAINT "resource_groups_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resources" ADD CONSTRAINT "resources_company_id_resource_group_id_fkey" FOREIGN KEY ("company_id", "resource_group_id") REFERENCES "resource_groups"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_resources" ADD CONSTRAINT "service_resources_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_resources" ADD CONSTRAINT "service_resources_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_resources" ADD CONSTRAINT "service_resources_company_id_resource_id_fkey" FOREIGN KEY ("company_id", "resource_id") REFERENCES "resources"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_resources" ADD CONSTRAINT "service_resources_company_id_resource_group_id_fkey" FOREIGN KEY ("company_id", "resource_group_id") REFERENCES "resource_groups"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_stages" ADD CONSTRAINT "journey_stages_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_transitions" ADD CONSTRAINT "journey_transitions_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_transitions" ADD CONSTRAINT "journey_transitions_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journey_transitions" ADD CONSTRAINT "journey_transitions_company_id_to_stage_id_fkey" FOREIGN KEY ("company_id", "to_stage_id") REFERENCES "journey_stages"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_preferred_branch_id_fkey" FOREIGN KEY ("company_id", "preferred_branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_preferred_staff_id_fkey" FOREIGN KEY ("company_id", "preferred_staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customers" ADD CONSTRAINT "customers_company_id_journey_stage_id_fkey" FOREIGN KEY ("company_id", "journey_stage_id") REFERENCES "journey_stages"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_phones" ADD CONSTRAINT "customer_phones_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_notes" ADD CONSTRAINT "customer_notes_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_relationships" ADD CONSTRAINT "customer_relationships_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "customer_relationships" ADD CONSTRAINT "customer_relationships_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consents" ADD CONSTRAINT "consents_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_requests" ADD CONSTRAINT "data_requests_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "roles" ADD CONSTRAINT "roles_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_permissions" ADD CONSTRAINT "role_permissions_permission_id_fkey" FOREIGN KEY ("permission_id") REFERENCES "permissions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_sessions" ADD CONSTRAINT "portal_sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_credentials" ADD CONSTRAINT "passkey_credentials_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "roles"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_tokens" ADD CONSTRAINT "verification_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_preferences" ADD CONSTRAINT "user_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "integrations" ADD CONSTRAINT "integrations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_providers" ADD CONSTRAINT "notification_providers_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_configurations" ADD CONSTRAINT "notification_configurations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_templates" ADD CONSTRAINT "notification_templates_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_queue" ADD CONSTRAINT "notification_queue_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_queue" ADD CONSTRAINT "notification_queue_company_id_customer_id_fkey" FOREIGN KEY ("company_id", "customer_id") REFERENCES "customers"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_queue" ADD CONSTRAINT "notification_queue_company_id_appointment_id_fkey" FOREIGN KEY ("company_id", "appointment_id") REFERENCES "appointments"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbox_events" ADD CONSTRAINT "outbox_events_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "idempotency_keys" ADD CONSTRAINT "idempotency_keys_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_configurations" ADD CONSTRAINT "policy_configurations_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_company_id_home_branch_id_fkey" FOREIGN KEY ("company_id", "home_branch_id") REFERENCES "branches"("company_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_branches" ADD CONSTRAINT "staff_branches_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_branches" ADD CONSTRAINT "staff_branches_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_branches" ADD CONSTRAINT "staff_branches_company_id_branch_id_fkey" FOREIGN KEY ("company_id", "branch_id") REFERENCES "branches"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_services" ADD CONSTRAINT "staff_services_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_services" ADD CONSTRAINT "staff_services_company_id_staff_id_fkey" FOREIGN KEY ("company_id", "staff_id") REFERENCES "staff"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_services" ADD CONSTRAINT "staff_services_company_id_service_id_fkey" FOREIGN KEY ("company_id", "service_id") REFERENCES "services"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "companies" ADD CONSTRAINT "companies_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "branches" ADD CONSTRAINT "branches_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_logs" ADD CONSTRAINT "webhook_logs_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_webhooks" ADD CONSTRAINT "outbound_webhooks_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_webhook_deliveries" ADD CONSTRAINT "outbound_webhook_deliveries_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "companies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outbound_webhook_deliveries" ADD CONSTRAINT "outbound_webhook_deliveries_company_id_webhook_id_fkey" FOREIGN KEY ("company_id", "webhook_id") REFERENCES "outbound_webhooks"("company_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

