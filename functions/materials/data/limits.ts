/** How long what no case names is kept. A rule of this service's own. */
import { text } from '../../core/pure/text'
import { DAY_MS } from '../../core/pure/time'

export const UNUSED_KEPT = {
  value: 400 * DAY_MS,
  effectiveFrom: '2026-01-01',
  effectiveTo: null,
  basis: text('本服务的规则', 'A rule of this service'),
  unconfirmed: true,
} as const
