/** A refusal in words: what the rule is, where it comes from, and a button for every way out of it. */
import { View } from '@tarojs/components'
import { go, goSignIn, here, replace, routes } from '../../../client/routes'
import { useMe } from '../../../client/use-me'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { longDateText, momentText, rangeText, timeText } from '../../../messages/dates'
import { Button, Column, ExternalLink, Icon, Row, Words } from '../../../ui'
import type { NearSlot } from '../model/answers'
import { countedBy, countsTaxpayers, isLimit } from '../model/limits'
import type { Refusal, WayOut } from '../model/refusal'
import type { Trip } from '../model/trip'
import { NearTime } from './near-time'
import { useHalls, useMine } from './queries'
import { Rule } from './rules'

interface Told {
  readonly refusal: Refusal
  /** What was wanted when it was refused. */
  readonly trip: Trip & { readonly taxpayerId?: string | undefined }
  readonly onSlot: (slot: NearSlot) => void
  /** Tries the same again, or chooses afresh. */
  readonly onAgain: () => void
  /** Asks for the same in another taxpayer's name, where limits count anew. */
  readonly onTaxpayer?: (id: string) => void
}

const NearButton = ({
  slot,
  trip,
  onSlot,
}: {
  readonly slot: NearSlot
  readonly trip: Trip
  readonly onSlot: Told['onSlot']
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const halls = useHalls()
  const elsewhere =
    slot.hallId === trip.hallId ? undefined : halls.data?.halls.find(({ id }) => id === slot.hallId)?.name
  const when =
    slot.day === trip.day
      ? timeText(slot.start)
      : `${longDateText(slot.day, language)} ${timeText(slot.start)}`
  return (
    <NearTime
      id={`near-${slot.hallId}-${slot.day}-${slot.start}`}
      when={when}
      note={t('slot.left', { n: slot.left })}
      place={elsewhere}
      onPress={() => onSlot(slot)}
    />
  )
}

/** The appointments that use the limit up: each a door to its ticket, where it can be cancelled. */
const Counted = ({ code, trip }: { readonly code: string; readonly trip: Told['trip'] }) => {
  const language = useLanguage()
  const t = useText(texts)
  const mine = useMine('upcoming')
  const counted = countedBy(code, trip, mine.data?.items ?? [])
  if (counted.length === 0) return null
  return (
    <Column gap={8}>
      <Words as="s">{t('refusal.counted')}</Words>
      {counted.map((it) => (
        <Button
          key={it.id}
          id={`counted-${it.id}`}
          kind="ghost"
          onPress={() => void go(routes.ticket(it.id))}
        >
          {`${longDateText(it.day, language)} ${rangeText(it.start, it.end)} · ${it.matterName}`}
        </Button>
      ))}
    </Column>
  )
}

/** The others one acts for: limits count each taxpayer by itself. */
const Others = ({
  refused,
  onTaxpayer,
}: {
  readonly refused: string | undefined
  readonly onTaxpayer: (id: string) => void
}) => {
  const t = useText(texts)
  const all = useMe().data?.taxpayers ?? []
  const asked = refused ?? all.find(({ isDefault }) => isDefault)?.id
  const others = all.filter(({ id }) => id !== asked)
  if (others.length === 0) return null
  return (
    <Column gap={8}>
      <Words as="s">{t('refusal.others')}</Words>
      <View className="bk-ways">
        {others.map(({ id, name }) => (
          <View key={id} className="bk-way">
            <Button id={`instead-${id}`} kind="ghost" block onPress={() => onTaxpayer(id)}>
              {name}
            </Button>
          </View>
        ))}
      </View>
    </Column>
  )
}

type PlainWay = Exclude<WayOut, { readonly kind: 'slot' | 'online' }>
const isPlain = (way: WayOut): way is PlainWay => way.kind !== 'slot' && way.kind !== 'online'

const PlainButton = ({
  way,
  trip,
  onAgain,
}: {
  readonly way: PlainWay
  readonly trip: Trip
  readonly onAgain: () => void
}) => {
  const t = useText(texts)
  const { hallId, matter, day, start } = trip
  const act: Readonly<Record<PlainWay['kind'], () => unknown>> = {
    mine: () => go(routes.mine()),
    wait: () => go(routes.joinLine({ hallId, matter, day, start })),
    waits: () => go(routes.waits),
    credit: () => go(routes.credit),
    otherDay: onAgain,
    fresh: onAgain,
    again: onAgain,
    otherHall: () => replace(routes.halls({ matter })),
    otherMatter: () => replace(routes.matters({ hallId })),
    addTaxpayer: () => go(routes.taxpayer(here())),
    signIn: goSignIn,
  }
  return (
    <View className="bk-way">
      <Button id={`way-${way.kind}`} kind="ghost" block onPress={() => void act[way.kind]()}>
        {t(`refusal.way.${way.kind}`)}
      </Button>
    </View>
  )
}

export const RefusalCard = ({ refusal, trip, onSlot, onAgain, onTaxpayer }: Told) => {
  const t = useText(texts)
  const language = useLanguage()
  const near = refusal.ways.flatMap((way) => (way.kind === 'slot' ? [way.slot] : []))
  const online = refusal.ways.find((way) => way.kind === 'online')
  return (
    <View id="refusal" className="sb-card" role="alert">
      <Column gap={12}>
        <Row start gap={8} top>
          <View className="sb-danger">
            <Icon name="warn" />
          </View>
          <Words as="b">{refusal.message}</Words>
        </Row>
        {refusal.rule && <Rule rule={refusal.rule} />}
        {refusal.count && <Words as="s">{t('refusal.used', refusal.count)}</Words>}
        {refusal.until !== undefined && (
          <Words as="b">{t('refusal.until', { time: momentText(refusal.until, language) })}</Words>
        )}
        {isLimit(refusal.code) && <Counted code={refusal.code} trip={trip} />}
        {onTaxpayer && countsTaxpayers(refusal.code) && (
          <Others refused={trip.taxpayerId} onTaxpayer={onTaxpayer} />
        )}
        {near.length > 0 && (
          <Column gap={8}>
            <Words as="s">{t('refusal.nearest')}</Words>
            <View className="bk-near">
              {near.map((slot) => (
                <NearButton
                  key={`${slot.hallId}${slot.day}${slot.start}`}
                  slot={slot}
                  trip={trip}
                  onSlot={onSlot}
                />
              ))}
            </View>
          </Column>
        )}
        {online?.kind === 'online' && (
          <>
            <Words>{online.way}</Words>
            <ExternalLink id="online-go" url={online.url}>
              {t('refusal.online')}
            </ExternalLink>
          </>
        )}
        <View className="bk-ways">
          {refusal.ways.filter(isPlain).map((way) => (
            <PlainButton key={way.kind} way={way} trip={trip} onAgain={onAgain} />
          ))}
        </View>
        {refusal.code === 'INTERNAL' && refusal.traceId && (
          <Words as="s">{t('refusal.trace', { id: refusal.traceId })}</Words>
        )}
      </Column>
    </View>
  )
}
