/** Hands a case over to a colleague of the hall, with the reason. From the list and from the case itself. */
import { useCallback, useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useAsked } from '../../../../client/use-asked'
import { useLanguage, useText } from '../../../../messages'
import { momentText } from '../../../../messages/dates'
import { useProblemText } from '../../../../messages/text-problem'
import { fieldProblem } from '../../../../../functions/core/pure/typed-text'
import { Button, classes, Field, Note, press, role, Sheet, Skeleton, Words } from '../../../../ui'
import { texts } from '../../messages'

/** As the contract takes it. */
const REASON = { min: 2, max: 200, says: true }

interface HandOverWish {
  readonly id: string
  readonly hallId: string
  /** What it is, in words. */
  readonly what: string
  readonly onDone: () => void
  readonly onClose: () => void
}

const Colleagues = ({
  hallId,
  chosen,
  onChoose,
}: {
  readonly hallId: string
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const { data, failure, again } = useAsked(useCallback(() => api.workbench.colleagues({ hallId }), [hallId]))
  if (failure !== undefined)
    return (
      <>
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{t('hand.failed')}</View>
        </Note>
        <Button id="colleagues-again" kind="ghost" onPress={again}>
          {t('again')}
        </Button>
      </>
    )
  if (data === undefined) return <Skeleton cards={1} lines={2} />
  if (data.items.length === 0)
    return (
      <Note icon="people">
        <View id="colleagues-none">{t('hand.none')}</View>
      </Note>
    )
  return (
    <View className="sb-choices" {...role('radiogroup')} aria-label={t('hand.to')}>
      {data.items.map(({ id, name, lastAt }) => (
        <View
          key={id}
          id={`colleague-${id}`}
          className={classes('sb-choice', chosen === id && 'on')}
          {...press({ role: 'radio', chosen: chosen === id, label: name, onPress: () => onChoose(id) })}
        >
          <View className="sb-choice-mark" aria-hidden="true" />
          <View className="grow">
            <Words as="b num">{name}</Words>
            <Words as="s">{t('hand.lastAt', { time: momentText(lastAt, language) })}</Words>
          </View>
        </View>
      ))}
    </View>
  )
}

export const HandOverSheet = ({ id, hallId, what, onDone, onClose }: HandOverWish) => {
  const t = useText(texts)
  const [to, setTo] = useState<string>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const problemText = useProblemText()
  const problem = fieldProblem(reason, REASON)
  const hand = useAction((input: { readonly to: string; readonly reason: string }, key) =>
    api.workbench.handOver({ id, ...input }, { key }),
  )
  const send = async (): Promise<void> => {
    setTried(true)
    if (to === undefined || problem) return
    if (await hand.run({ to, reason: reason.trim() })) onDone()
  }
  return (
    <Sheet id="hand-over" open title={t('hand.title')} onClose={onClose}>
      <Words as="s">{what}</Words>
      <Colleagues hallId={hallId} chosen={to} onChoose={setTo} />
      {tried && to === undefined && (
        <View id="hand-over-to-problem" className="sb-s sb-danger" {...role('alert')}>
          {t('hand.toNeeded')}
        </View>
      )}
      <Field
        id="hand-over-reason"
        label={t('hand.reason')}
        value={reason}
        placeholder={t('hand.reasonHint')}
        error={problemText(problem, { tried, own: { required: t('hand.reasonNeeded') } })}
        onInput={setReason}
      />
      {hand.error && (
        <Note tone="danger" icon="warn">
          <View {...role('alert')}>{hand.error.message}</View>
        </Note>
      )}
      <View className="sb-pair">
        <Button id="hand-over-no" kind="ghost" onPress={onClose}>
          {t('cancel')}
        </Button>
        <Button id="hand-over-yes" loading={hand.busy} onPress={() => void send()}>
          {t('hand.yes')}
        </Button>
      </View>
    </Sheet>
  )
}
