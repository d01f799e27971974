/** What WeChat's question was answered, as the ledger keeps it. Only added to; what is left is the sum. */
import type { TemplateName } from '../../pure/delivery/templates'
import type { Tx } from '../store/transaction'
import { consentEvents, consentIdOf, consents, type ConsentEventKind } from './collections-consent'

/** `wx.requestSubscribeMessage`, by template. */
export const CONSENT_ANSWERS = ['accept', 'acceptWithAudio', 'reject', 'ban', 'filter'] as const
export type ConsentAnswer = (typeof CONSENT_ANSWERS)[number]

export interface Answered {
  readonly template: TemplateName
  readonly answer: ConsentAnswer
}

const KINDS: Readonly<Record<ConsentAnswer, ConsentEventKind>> = {
  accept: 'granted',
  acceptWithAudio: 'granted',
  reject: 'rejected',
  ban: 'banned',
  filter: 'filtered',
}

/**
 * One accept is one message, and they add up; the rest changes nothing. Each template once a call.
 * @returns what is left of each of these templates
 */
export const recordAnswers = async (
  tx: Tx,
  accountId: string,
  answers: readonly Answered[],
): Promise<readonly { readonly template: TemplateName; readonly remaining: number }[]> => {
  const left: { template: TemplateName; remaining: number }[] = []
  for (const { template, answer } of answers) {
    const id = consentIdOf(accountId, template)
    const before = (await tx.get(consents, id))?.remaining ?? 0
    const kind = KINDS[answer]
    const change = kind === 'granted' ? 1 : 0
    const remaining = before + change
    if (change !== 0) tx.put(consents, id, { v: 1, accountId, template, remaining, changedAt: tx.now })
    tx.insert(consentEvents, tx.id('ce'), { v: 1, accountId, template, kind, change, at: tx.now })
    left.push({ template, remaining })
  }
  return left
}
