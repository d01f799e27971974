/** Words that several waitlist pages say: how a wait stands, and what comes next. */
import type { Ballot, Wait } from '../../../client/waits'
import { useLanguage, useText } from '../../../messages'
import { longDateText, rangeText } from '../../../messages/dates'
import type { Tone } from '../../../ui'
import { texts } from '../messages'
import type { Outlook } from '../model/outlook'

export const useNextText = () => {
  const t = useText(texts)
  return ({ place }: Wait, outlook: Outlook): string =>
    outlook === 'waiting' ? t('next.waiting', { n: place ?? 1 }) : t(`next.${outlook}`)
}

/** 11月24日 周二 9:30–10:00 */
export const useWhen = () => {
  const language = useLanguage()
  return ({ day, start, end }: Pick<Wait, 'day' | 'start' | 'end'>): string =>
    `${longDateText(day, language)} ${rangeText(start, end)}`
}

const TONES: Readonly<Record<Outlook, Tone>> = {
  entered: 'warn',
  waiting: 'warn',
  offered: 'gold',
  booked: 'ok',
  declined: 'quiet',
  expired: 'quiet',
  left: 'quiet',
  over: 'quiet',
}
export const toneOf = (outlook: Outlook): Tone => TONES[outlook]

const BALLOT_TONES: Readonly<Record<Ballot['state'], Tone>> = {
  open: 'ok',
  closed: 'warn',
  listed: 'warn',
  drawn: 'gold',
}
export const ballotTone = (state: Ballot['state']): Tone => BALLOT_TONES[state]
