/**
 * Holds for a delivery `d` that has been tried, or that is the oldest untried one of its endpoint and resource:
 * first attempts arrive in order, retries hold nothing back.
 */
export const GOES_FIRST = `(d.attempts_made > 0 or not exists (
  select 1 from deliveries o
  where o.merchant_id = d.merchant_id and o.mode = d.mode
    and o.webhook_endpoint_id = d.webhook_endpoint_id and o.resource_id = d.resource_id
    and o.attempts_made = 0 and o.due_at is not null and o.event_id < d.event_id))`
