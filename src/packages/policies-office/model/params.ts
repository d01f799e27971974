/** What a page of the office may be opened with; anything malformed is dropped, never trusted. */

const POLICY_ID = /^po_[0-9a-z]{26}$/

export const readPolicyId = (raw: string | undefined): string | undefined =>
  raw !== undefined && POLICY_ID.test(raw) ? raw : undefined
