/** Reasons as the server tells them, as findings that a screen lists. Pure. */
import type { Finding } from '../../../../functions/core/pure/law'
import { text } from '../../../../functions/core/pure/text'
import type { ShownReason } from './answers'

/** They come in the reader's language. */
const said = (words: string) => text(words, words)

export const findingsOf = (reasons: readonly ShownReason[]): readonly Finding[] =>
  reasons.map(({ code, ok, warning, rule, found, basis, unconfirmed }) => ({
    code,
    ok,
    rule: said(rule),
    found: said(found),
    basis: said(basis),
    unconfirmed,
    ...(warning && { warning }),
  }))

/** What the person herself can do about a reason: be verified at a window, or look at the limits that she set. */
export type Remedy = 'verify' | 'limits'
const REMEDIES: Readonly<Record<string, Remedy>> = { realName: 'verify', stopped: 'limits', ownCap: 'limits' }

/** Each once, of what stands in the way. */
export const remediesOf = (reasons: readonly ShownReason[]): readonly Remedy[] => [
  ...new Set(reasons.flatMap(({ code, ok }) => (ok ? [] : (REMEDIES[code] ?? [])))),
]

/** The invoice's standing is what a check can settle. */
export const isUnchecked = (reasons: readonly ShownReason[]): boolean =>
  reasons.some(({ code, status }) => code === 'state' && status === 'unknown')
