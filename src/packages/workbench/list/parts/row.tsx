/** One piece of work: what, whose, how much, how long there is, who has it, and what one can do about it here. */
import { View } from '@tarojs/components'
import { isDuty } from '../../../../../functions/core/pure/duties'
import { dayOf } from '../../../../../functions/core/pure/time'
import { go } from '../../../../client/routes'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { dateText } from '../../../../messages/dates'
import { Button, classes, press, Tag, Words } from '../../../../ui'
import { CheckMark } from '../../../../ui/check'
import { useLeftText } from '../../../../ui/what-now'
import { texts } from '../../messages'
import { canAct, isPayable, timeLeft, type Item } from '../../model/items'
import { addressOf } from '../../model/opens'
import { useItemWords, useYuan } from '../../model/words'

/** Three days and less are soon. */
const SOON = 3

const Due = ({ item }: { readonly item: Item }) => {
  const t = useText(texts)
  const language = useLanguage()
  const today = dayOf(useNow())
  const { due, outer, waits } = item
  const time = timeLeft({ due, outer, runs: waits === 'officer' }, today)
  const left = useLeftText()({ title: '', who: '', next: '', ...time })
  const { target, outer: last, daysLeft, late } = time
  const days =
    target !== undefined && last !== undefined && target !== last
      ? `${t('targetIs', { day: dateText(target, language) })} · ${t('outerIs', { day: dateText(last, language) })}`
      : (target ?? last) === undefined
        ? t('dueUnknown')
        : t('dueIs', { day: dateText(target ?? last ?? '', language) })
  const tone = late ? 'danger' : daysLeft !== undefined && daysLeft <= SOON ? 'warn' : 'quiet'
  return (
    <View className="wb-due">
      <View className={classes('sb-s sb-num', late && 'sb-danger')}>{days}</View>
      {left !== undefined && <Tag tone={tone}>{left}</Tag>}
    </View>
  )
}

const useWho = () => {
  const t = useText(texts)
  return ({ waits, duty, assignee, holder }: Item): string => {
    if (waits !== 'officer') return t(`waits.${waits}`)
    const step = isDuty(duty) ? t(`step.${duty}`) : t('waits.officer')
    const who = assignee === 'other' ? t('who.other', { mark: holder }) : t(`who.${assignee}`)
    return `${step} · ${who}`
  }
}

export interface RowActs {
  readonly busy: boolean
  readonly locked: boolean
  /** May free what another has, and hand it over. */
  readonly supervisor: boolean
  readonly onTake: () => void
  readonly onLetGo: () => void
  readonly onHandOver: () => void
}

const Acts = ({
  item,
  what,
  acts,
}: {
  readonly item: Item
  readonly what: string
  readonly acts: RowActs
}) => {
  const t = useText(texts)
  const { id, waits, assignee } = item
  const { locked, busy, supervisor } = acts
  if (locked || waits !== 'officer') return null
  const has = assignee === 'me' || (assignee === 'other' && supervisor)
  return (
    <View className="wb-acts">
      {assignee === 'nobody' && canAct(item) && (
        <Button
          id={`take-${id}`}
          kind="text"
          label={t('takeIt', { what })}
          disabled={busy}
          onPress={acts.onTake}
        >
          {t('take')}
        </Button>
      )}
      {has && (
        <>
          <Button
            id={`let-go-${id}`}
            kind="text"
            label={t('letGoIt', { what })}
            disabled={busy}
            onPress={acts.onLetGo}
          >
            {t(assignee === 'me' ? 'letGo' : 'free')}
          </Button>
          <Button
            id={`hand-over-${id}`}
            kind="text"
            label={t('handOverIt', { what })}
            disabled={busy}
            onPress={acts.onHandOver}
          >
            {t('handOver')}
          </Button>
        </>
      )}
    </View>
  )
}

const Mine = ({ item }: { readonly item: Item }) => {
  const t = useText(texts)
  if (item.waits !== 'officer') return null
  return canAct(item) ? <Tag tone="ok">{t('yours')}</Tag> : <Tag tone="quiet">{t('notYours')}</Tag>
}

export const WorkRow = ({
  item,
  picked,
  onPick,
  acts,
}: {
  readonly item: Item
  readonly picked: boolean
  readonly onPick: (on: boolean) => void
  readonly acts: RowActs
}) => {
  const t = useText(texts)
  const yuan = useYuan()
  const whoText = useWho()
  const { kind, state } = useItemWords()(item)
  const { id, taxpayerName: name, fen, escalated } = item
  const what = `${kind} ${name}`
  const address = addressOf(item)
  const pickable = isPayable(item) && !acts.locked
  const open =
    address === undefined
      ? {}
      : press({ role: 'link', label: t('openCase', { kind, name }), onPress: () => void go(address) })
  return (
    <View id={`work-${id}`} className={classes('wb-row', pickable && 'pickable')}>
      {pickable && (
        <View className="wb-pick">
          <CheckMark id={`pick-${id}`} label={t('pick', { what })} on={picked} onChange={onPick} />
        </View>
      )}
      <View className="wb-what" id={`open-${id}`} {...open}>
        <View className="wb-kind">{kind}</View>
        <View className="wb-name">{name}</View>
        <View className="wb-tags">
          <Tag>{state}</Tag>
          {escalated && <Tag tone="danger">{t('escalated')}</Tag>}
          <Mine item={item} />
        </View>
      </View>
      <View className="wb-sum sb-num">{fen === null ? '' : yuan(fen)}</View>
      <Due item={item} />
      <View className="wb-who">
        <Words as="s">{whoText(item)}</Words>
      </View>
      <Acts item={item} what={what} acts={acts} />
    </View>
  )
}
