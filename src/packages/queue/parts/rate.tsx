/** Rating a visit, whatever came of it: one to five, reasons if one likes; then thanks, and what was given. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { RATING_REASONS, STARS, type RatingReason } from '../../../../functions/queue/rules/fields'
import { api } from '../../../client/api'
import { numbersChanged, type QueueTicket } from '../../../client/own-numbers'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, classes, Column, Note, press, role, Words } from '../../../ui'
import { CheckChips } from '../../../ui/chips'
import { texts } from '../messages'

const LEVELS = [1, 2, 3, 4, 5] as const satisfies readonly number[]
type Level = (typeof LEVELS)[number]
const levelOf = (stars: number): Level =>
  LEVELS.find((level) => level === stars) ?? (stars < STARS.least ? STARS.least : STARS.most)

const Stars = ({
  value,
  onChange,
}: {
  readonly value: Level | undefined
  readonly onChange: (level: Level) => void
}) => {
  const t = useText(texts)
  return (
    <Column gap={8}>
      <View id="stars" className="q-stars" {...role('radiogroup')} aria-label={t('rate.stars')}>
        {LEVELS.map((level) => (
          <View
            key={level}
            id={`star-${level}`}
            className={classes('q-star', value !== undefined && level <= value && 'on')}
            {...press({
              role: 'radio',
              chosen: level === value,
              label: t('rate.star', { n: level, word: t(`rate.${level}`) }),
              onPress: () => onChange(level),
            })}
          >
            ★
          </View>
        ))}
      </View>
      {value !== undefined && (
        <Words as="b center" live>
          {t(`rate.${value}`)}
        </Words>
      )}
    </Column>
  )
}

const Given = ({ stars }: { readonly stars: number }) => {
  const t = useText(texts)
  const level = levelOf(stars)
  return (
    <Note tone="ok" icon="check">
      <View id="rated" role="status" aria-live="polite">
        <Words as="b">{t('rate.thanks')}</Words>
        <Words>{t('rate.given', { n: level, word: t(`rate.${level}`) })}</Words>
      </View>
    </Note>
  )
}

const Form = ({ it, onRated }: { readonly it: QueueTicket; readonly onRated: (it: QueueTicket) => void }) => {
  const t = useText(texts)
  const [level, setLevel] = useState<Level>()
  const [reasons, setReasons] = useState<readonly RatingReason[]>([])
  const rate = useAction((input: { id: string; stars: number; reasons: RatingReason[] }, key) =>
    api.queue.rate(input, { key }),
  )
  const send = async (stars: Level): Promise<void> => {
    const done = await rate.run({ id: it.id, stars, reasons: [...reasons] })
    if (done) onRated(done.ticket)
    numbersChanged()
  }
  return (
    <Card id="rate">
      <Column gap={12}>
        <Column gap={4}>
          <Words as="h" level={2}>
            {t(it.servingAt === undefined ? 'rate.titleOther' : 'rate.title')}
          </Words>
          <Words as="s">{t('rate.lead')}</Words>
        </Column>
        <Stars value={level} onChange={setLevel} />
        {level !== undefined && (
          <>
            <Words as="s">{t('rate.reasons')}</Words>
            <CheckChips<RatingReason>
              id="reasons"
              label={t('rate.reasons')}
              values={reasons}
              onChange={setReasons}
              choices={RATING_REASONS.map((value) => ({ value, text: t(`rate.${value}`) }))}
            />
            {rate.error && (
              <View id="rate-problem" className="sb-danger" role="alert">
                {rate.error.message}
              </View>
            )}
            <Button id="rate-send" block loading={rate.busy} onPress={() => void send(level)}>
              {t('rate.send')}
            </Button>
          </>
        )}
      </Column>
    </Card>
  )
}

export const Rate = ({
  it,
  onRated,
}: {
  readonly it: QueueTicket
  readonly onRated: (it: QueueTicket) => void
}) => {
  if (it.stars !== undefined) return <Given stars={it.stars} />
  return it.canRate ? <Form it={it} onRated={onRated} /> : null
}
