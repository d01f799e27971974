/** What a page of policies may be opened with; anything malformed is dropped, never trusted. */

const POLICY_ID = /^po_[0-9a-z]{26}$/
const VERSION = /^[1-9]\d{0,3}$/

export const readPolicyId = (raw: string | undefined): string | undefined =>
  raw !== undefined && POLICY_ID.test(raw) ? raw : undefined
export const readVersion = (raw: string | undefined): number | undefined =>
  raw !== undefined && VERSION.test(raw) ? Number(raw) : undefined
