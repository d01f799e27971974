/** A day's payments against the other side's statement: for who pays. */
import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { addDays, dayOf, type Day } from '../../../../../functions/core/pure/time'
import { api, type Output } from '../../../../client/api'
import { go, routes } from '../../../../client/routes'
import { useAsked } from '../../../../client/use-asked'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { longDateText, momentText } from '../../../../messages/dates'
import { Button, Card, Column, Fact, Icon, Note, role, Skeleton, Words } from '../../../../ui'
import { texts } from '../../messages'
import { useYuan } from '../../model/words'

type Compared = Output<'refunds', 'differences'>
type Difference = Compared['differences'][number]

const KINDS = ['unsettled', 'onlyTheirs', 'onlyOurs', 'other', 'twice', 'otherDay'] as const
const kindOf = (code: string) => KINDS.find((kind) => kind === code) ?? 'unknown'

const One = ({ of: { orderId, kind, ours, theirs, caseId } }: { readonly of: Difference }) => {
  const t = useText(texts)
  const yuan = useYuan()
  return (
    <View id={`difference-${orderId}`} className="wb-difference" {...role('listitem')}>
      <Words as="b danger">{t(`diff.${kindOf(kind)}`)}</Words>
      <Words as="s">{t('diff.order', { id: orderId })}</Words>
      <Fact label={t('diff.ours')}>{ours === null ? t('diff.nothing') : yuan(ours)}</Fact>
      <Fact label={t('diff.theirs')}>
        {theirs.length === 0 ? t('diff.nothing') : theirs.map((amount) => yuan(amount)).join(' + ')}
      </Fact>
      {caseId !== null && (
        <Button
          id={`difference-case-${orderId}`}
          kind="text"
          onPress={() => void go(routes.officeRefund(caseId))}
        >
          {t('diff.case')}
        </Button>
      )}
    </View>
  )
}

const Shown = ({ of: { comparedAt, differences, more } }: { readonly of: Compared }) => {
  const t = useText(texts)
  const language = useLanguage()
  if (comparedAt === null) return <Words as="s">{t('diff.notYet')}</Words>
  const time = momentText(comparedAt, language)
  if (differences.length === 0) return <Words as="ok">{t('diff.equal', { time })}</Words>
  return (
    <>
      <Words as="danger">{t('diff.found', { time, n: differences.length + more })}</Words>
      <View {...role('list')} aria-label={t('diff.list')}>
        {differences.map((one) => (
          <One key={`${one.orderId} ${one.kind}`} of={one} />
        ))}
      </View>
    </>
  )
}

const OfDay = ({ hallId, day }: { readonly hallId: string; readonly day: Day }) => {
  const t = useText(texts)
  const { data, failure, again } = useAsked(
    useCallback(() => api.refunds.differences({ hallId, day }), [hallId, day]),
  )
  if (failure !== undefined)
    return (
      <>
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{t('diff.failed')}</View>
        </Note>
        <Button id="diff-again" kind="ghost" onPress={again}>
          {t('again')}
        </Button>
      </>
    )
  return data === undefined ? <Skeleton cards={1} lines={2} /> : <Shown of={data} />
}

export const DifferencesCard = ({ hallId }: { readonly hallId: string }) => {
  const t = useText(texts)
  const language = useLanguage()
  const yesterday = addDays(dayOf(useNow()), -1)
  const [chosen, setChosen] = useState<Day>()
  const day = chosen ?? yesterday
  return (
    <Card>
      <Column gap={12}>
        <Words as="b" level={2}>
          {t('diff.title')}
        </Words>
        <Words as="s">{t('diff.lead')}</Words>
        <View className="sb-row g4">
          <Button
            id="diff-previous"
            kind="text"
            label={t('diff.previous')}
            onPress={() => setChosen(addDays(day, -1))}
          >
            <Icon name="back" />
          </Button>
          <View id="diff-day" className="grow sb-center sb-num" role="status" aria-live="polite">
            {longDateText(day, language)}
          </View>
          <Button
            id="diff-next"
            kind="text"
            label={t('diff.next')}
            disabled={day >= yesterday}
            onPress={() => setChosen(addDays(day, 1))}
          >
            <Icon name="next" />
          </Button>
        </View>
        <View id="differences" className="sb-col g8">
          <OfDay key={day} hallId={hallId} day={day} />
        </View>
      </Column>
    </Card>
  )
}
