/** A number at a hall in a few words, in both languages. */
import type { Output } from '../../client/api'
import { catalogue, type Translate } from '..'
import { texts as en } from './en'
import { texts as zh } from './zh-CN'

export const texts = catalogue(zh, en)

export type QueueTicket = Output<'queue', 'get'>['ticket']
export type Estimate = NonNullable<QueueTicket['waiting']>['estimate']
type Words = Translate<(typeof texts)['zh-CN']>

/** How long, as a range; unknown rather than invented. */
export const waitText = (t: Words, estimate: Estimate): string => {
  if (!estimate.known) return t('wait.unknown')
  const { from, to } = estimate
  if (to === 0) return t('wait.none')
  return from === to ? t('wait.about', { n: to }) : t('wait.range', { from, to })
}

/** How it stands with a number, in one line. */
export const lineText = (t: Words, { state, window, waiting }: QueueTicket): string => {
  const ahead = waiting?.ahead
  switch (state) {
    case 'waiting':
      if (ahead === undefined) return t('state.waiting')
      return ahead === 0 ? t('line.next') : t('line.ahead', { n: ahead })
    case 'passed':
      if (ahead === undefined) return t('state.passed')
      return ahead === 0 ? t('line.passedNext') : t('line.passed', { n: ahead })
    case 'called':
      return window === undefined ? t('line.calledSomewhere') : t('line.called', { window })
    case 'serving':
      return window === undefined ? t('state.serving') : t('line.serving', { window })
    case 'done':
    case 'noShow':
    case 'left':
    case 'closed':
      return t(`state.${state}`)
  }
}
