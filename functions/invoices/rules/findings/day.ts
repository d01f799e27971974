/** Is its day a day, past, and one that can be verified? */
import type { Finding } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { isDay, type Day } from '../../../core/pure/time'
import * as law from '../../data/conditions'
import { freshnessOn, verifiableFrom, windowOn } from '../verification'
import { dayWords, judge, quoted } from './judge'

const windowFinding = (issuedOn: Day, today: Day): Finding => {
  const { rule, basis, unconfirmed } = windowOn(today)
  const from = dayWords(verifiableFrom(today))
  const ok = issuedOn >= verifiableFrom(today)
  return {
    code: law.WITHIN_WINDOW,
    rule,
    basis,
    unconfirmed,
    ok,
    found: text(`可查验 ${from.zh}及以后开具的`, `Those issued from ${from.en} on can be verified`),
    ...(!ok && { warning: true }),
  }
}

const freshFinding = (issuedOn: Day, today: Day): readonly Finding[] => {
  if (issuedOn !== today) return []
  const { rule, basis, unconfirmed } = freshnessOn(today)
  const found = text(
    '今天开具，可能还查不到，请过一会儿再查验',
    'Issued today: it may not be found yet, so verify it a little later',
  )
  return [{ code: law.FRESH, rule, basis, unconfirmed, ok: false, warning: true, found }]
}

/** Not judged further while it is no day, nor when it is yet to come. */
export const dayFindings = (issuedOn: string, today: Day): readonly Finding[] => {
  if (!isDay(issuedOn)) {
    const found =
      issuedOn === ''
        ? text('没有日期', 'No date')
        : text(`没有 ${quoted(issuedOn)} 这一天`, `There is no day ${quoted(issuedOn)}`)
    return [judge(law.dayReal, false, found)]
  }
  const words = dayWords(issuedOn)
  const real = judge(law.dayReal, true, words)
  if (issuedOn > today) {
    const now = dayWords(today)
    return [
      real,
      judge(
        law.notFuture,
        false,
        text(`${words.zh}，今天是 ${now.zh}`, `${words.en}, and today is ${now.en}`),
      ),
    ]
  }
  return [
    real,
    judge(law.notFuture, true, words),
    windowFinding(issuedOn, today),
    ...freshFinding(issuedOn, today),
  ]
}
