-- The log by who acted: a person or a key, each with all entries in their order.
CREATE INDEX activity_logs_company_id_acting_occurred_at_sequence_idx
  ON activity_logs (company_id, (coalesce(actor ->> 'userId', actor ->> 'apiKeyId')), occurred_at, sequence)
  WHERE coalesce(actor ->> 'userId', actor ->> 'apiKeyId') IS NOT NULL;
