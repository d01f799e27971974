/** A rule of this service's own. */
import { text } from '../../core/pure/text'

export const UPLOADS_A_DAY = {
  value: 60,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  basis: text('本服务的规则', 'A rule of this service'),
  unconfirmed: true,
} as const
