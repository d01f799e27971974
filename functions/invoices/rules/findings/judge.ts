/** How findings of invoices are made and worded. */
import { yearlyDateText } from '../../../core/pure/date-text'
import type { Finding } from '../../../core/pure/law'
import { text, type Text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import type { Condition } from '../../data/conditions'

/** A condition and how it was found. */
export const judge = (
  { code, rule, basis, unconfirmed, advisory }: Condition,
  ok: boolean,
  found: Text,
): Finding => ({ code, rule, basis, unconfirmed, ok, found, ...(!ok && advisory && { warning: true }) })

/** `12345` → `“12345”`, shortened: what was scanned may be anything. */
export const quoted = (value: string): string => `“${value.length > 24 ? `${value.slice(0, 24)}…` : value}”`

export const dayWords = (day: Day): Text => text(yearlyDateText(day, 'zh-CN'), yearlyDateText(day, 'en'))
