/** What a draw’s row says in words: which period or day, how many entries, what comes next and when, and what is late. */
import { dayOf } from '../../../../functions/core/pure/time'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { datedText, momentText } from '../../../messages/dates'
import { Tag, Words } from '../../../ui'
import { numberText } from '../../../ui/numbers'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { drawTone, useYuan } from './words'

/** A day that was opened stands there for half a day before it begins. */
export const useBefore = ({ kind, state, from }: DrawRow): boolean => {
  const now = useNow()
  return kind === 'instant' && state === 'open' && now < from
}

/** Entries came, and the pool could not pay a prize. */
const isNoMoney = ({ kind, state, count }: DrawRow): boolean =>
  kind === 'periodic' && state === 'empty' && count > 0

const DAY_STATES = ['opening', 'open', 'freezing', 'empty', 'published'] as const

export const useStateText = () => {
  const t = useText(texts)
  return (row: Pick<DrawRow, 'kind' | 'state'>): string => {
    const ofDay = row.kind === 'instant' && DAY_STATES.find((one) => one === row.state)
    return ofDay ? t(`dayState.${ofDay}`) : t(`state.${row.state}`)
  }
}

export const StateTag = ({ row }: { readonly row: DrawRow }) => {
  const t = useText(texts)
  const stateText = useStateText()
  const before = useBefore(row)
  if (row.late !== null) return <Tag tone="danger">{t('late.tag')}</Tag>
  if (before) return <Tag tone="quiet">{t('dayState.before')}</Tag>
  if (isNoMoney(row)) return <Tag tone="quiet">{t('state.noMoney')}</Tag>
  return <Tag tone={drawTone(row.state)}>{stateText(row)}</Tag>
}

/** The day, or from when to when. */
export const useWhenText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ kind, from, to }: DrawRow): string =>
    kind === 'instant'
      ? datedText(dayOf(from), language)
      : t('draws.period', { from: momentText(from, language), to: momentText(to, language) })
}

/** Invoices of which amounts; undefined where the draw is for all alike. */
export const useBandText = () => {
  const t = useText(texts)
  const yuan = useYuan()
  return ({ band }: DrawRow): string | undefined => {
    if (band === null) return undefined
    const from = yuan(band.from)
    return band.below === null ? t('band.from', { from }) : t('band.range', { from, below: yuan(band.below) })
  }
}

export const useCountText = () => {
  const t = useText(texts)
  return ({ state, count, more }: DrawRow): string => {
    const n = numberText(count)
    if (state === 'open') return t(more ? 'count.soFarMore' : 'count.soFar', { n })
    return t('count.listed', { n })
  }
}

const useLateText = () => {
  const t = useText(texts)
  return ({ kind }: DrawRow, late: NonNullable<DrawRow['late']>): string =>
    kind === 'instant' && (late === 'close' || late === 'freeze') ? t(`lateDay.${late}`) : t(`late.${late}`)
}

const useOverText = () => {
  const t = useText(texts)
  return (row: DrawRow): string => {
    if (isNoMoney(row)) return t('over.noMoney')
    const empty = row.state === 'empty'
    if (row.kind === 'instant') return t(empty ? 'over.dayEmpty' : 'over.dayPublished')
    return t(empty ? 'over.empty' : 'over.published')
  }
}

const useNextText = () => {
  const t = useText(texts)
  const language = useLanguage()
  return ({ kind, nextAt, from }: DrawRow, next: NonNullable<DrawRow['next']>, before: boolean): string => {
    const time = nextAt === null ? '' : momentText(nextAt, language)
    if (before) return t('nextDay.before', { time: momentText(from, language) })
    if (kind === 'instant' && (next === 'open' || next === 'close' || next === 'freeze'))
      return t(`nextDay.${next}`, { time })
    return nextAt === null ? t(`next.${next}`) : t(`nextAt.${next}`, { time })
  }
}

export const NextLine = ({ row }: { readonly row: DrawRow }) => {
  const [late, over, next] = [useLateText(), useOverText(), useNextText()]
  const before = useBefore(row)
  if (row.late !== null) return <Words as="danger">{late(row, row.late)}</Words>
  if (row.next === null) return <Words as="s">{over(row)}</Words>
  return <Words as="s num">{next(row, row.next, before)}</Words>
}
