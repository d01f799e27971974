/** Asking for what is missing: once, with the whole list; looked over before it goes out. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { rowOn } from '../../../../../functions/core/pure/law'
import { say } from '../../../../../functions/core/pure/text'
import { dayOf } from '../../../../../functions/core/pure/time'
import { CORRECTION_DAYS } from '../../../../../functions/refunds/data/figures'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useNow } from '../../../../client/use-now'
import { useLanguage, useText } from '../../../../messages'
import { Button, Note, Row, role, Words } from '../../../../ui'
import { CheckRow } from '../../../../ui/check'
import { applies } from '../../../../ui/material-model'
import { texts } from '../../messages'
import {
  codeOf,
  EMPTY,
  hasRoom,
  pointProblems,
  pointsOf,
  withFree,
  type CorrectionDraft,
  type Point,
} from '../../model/corrections'
import { lawOf } from '../../model/kinds'
import type { RefundCase } from '../../model/steps'
import { SaidField, StepSheet, type StepProps } from './step-sheet'

interface Editing {
  readonly draft: CorrectionDraft
  readonly tried: boolean
  readonly onChange: (draft: CorrectionDraft) => void
}

/** Materials of the kind that the office does not have itself. */
const askable = ({ kind, receivedOn, values }: RefundCase) =>
  lawOf(kind, receivedOn).materials.filter((need) => !need.onFile && applies(need, values))

const Chosen = ({ of: one, draft, tried, onChange }: Editing & { readonly of: RefundCase }) => {
  const t = useText(texts)
  const language = useLanguage()
  const toggle = (code: string, name: string): void => {
    const { [code]: had, ...others } = draft.chosen
    onChange({
      ...draft,
      chosen: had === undefined ? { ...others, [code]: t('correct.please', { name }) } : others,
    })
  }
  return (
    <View className="sb-col g8" {...role('group')} aria-label={t('correct.materials')}>
      <Words as="b" level={3}>
        {t('correct.materials')}
      </Words>
      {askable(one).map(({ code, name: words }) => {
        const name = say(words, language)
        const said = draft.chosen[code]
        return (
          <View key={code} className="sb-col g8">
            <CheckRow
              id={`correct-${code}`}
              label={name}
              on={said !== undefined}
              disabled={said === undefined && !hasRoom(draft)}
              onChange={() => toggle(code, name)}
            >
              {name}
            </CheckRow>
            {said !== undefined && (
              <SaidField
                id={`correct-said-${code}`}
                label={t('correct.what')}
                said={said}
                tried={tried}
                needed={t('correct.saidNeeded')}
                onInput={(next) => onChange({ ...draft, chosen: { ...draft.chosen, [code]: next } })}
              />
            )}
          </View>
        )
      })}
    </View>
  )
}

const Free = ({ draft, tried, onChange }: Editing) => {
  const t = useText(texts)
  return (
    <View className="sb-col g8" {...role('group')} aria-label={t('correct.free')}>
      <Words as="b" level={3}>
        {t('correct.free')}
      </Words>
      {draft.free.map((line, at) => (
        <View key={line.n} className="wb-free">
          <View className="grow">
            <SaidField
              id={`correct-said-${codeOf(line)}`}
              label={t('correct.line', { n: at + 1 })}
              said={line.said}
              tried={tried && line.said.trim() !== ''}
              onInput={(said) =>
                onChange({
                  ...draft,
                  free: draft.free.map((one) => (one.n === line.n ? { ...one, said } : one)),
                })
              }
            />
          </View>
          <Button
            id={`correct-remove-${line.n}`}
            kind="text"
            icon="trash"
            label={t('correct.remove', { n: at + 1 })}
            onPress={() => onChange({ ...draft, free: draft.free.filter(({ n }) => n !== line.n) })}
          />
        </View>
      ))}
      <Button
        id="correct-add"
        kind="ghost"
        icon="plus"
        disabled={!hasRoom(draft)}
        onPress={() => onChange(withFree(draft))}
      >
        {t('correct.add')}
      </Button>
    </View>
  )
}

const Points = ({ points }: { readonly points: readonly Point[] }) => {
  const t = useText(texts)
  return (
    <View id="correct-points" className="sb-why" {...role('list')} aria-label={t('askCorrection')}>
      {points.map(({ code, said }) => (
        <View key={code} className="sb-why-one" {...role('listitem')}>
          {said}
        </View>
      ))}
    </View>
  )
}

export const CorrectionSheet = ({
  of: one,
  onDone,
  onLook,
  onClose,
}: StepProps & { readonly of: RefundCase }) => {
  const t = useText(texts)
  const [draft, setDraft] = useState(EMPTY)
  const [tried, setTried] = useState(false)
  const [looking, setLooking] = useState(false)
  const today = dayOf(useNow())
  const ask = useAction((list: Point[], key) => api.refunds.askCorrection({ id: one.id, list }, { key }))
  const points = pointsOf(
    draft,
    askable(one).map(({ code }) => code),
  )
  const days = rowOn(CORRECTION_DAYS, today, 'time of corrections').value
  const look = (): void => {
    setTried(true)
    if (points.length > 0 && Object.keys(pointProblems(points)).length === 0) setLooking(true)
  }
  const send = async (): Promise<void> => {
    if (await ask.run([...points])) onDone()
  }
  const editing = { draft, tried, onChange: setDraft }
  return (
    <StepSheet
      id="correct"
      title={looking ? t('correct.check', { n: points.length }) : t('correct.title')}
      yes={t(looking ? 'correct.yes' : 'correct.next')}
      busy={ask.busy}
      error={ask.error}
      back={looking ? { text: t('correct.back'), onPress: () => setLooking(false) } : undefined}
      onYes={looking ? () => void send() : look}
      onLook={onLook}
      onClose={onClose}
    >
      <Note tone="warn" icon="warn">
        <View id="correct-once">{t('correct.once')}</View>
      </Note>
      {looking ? (
        <Points points={points} />
      ) : (
        <>
          <Chosen of={one} {...editing} />
          <Free {...editing} />
          {tried && points.length === 0 && (
            <Row>
              <View id="correct-problem" className="sb-s sb-danger" {...role('alert')}>
                {t('correct.needed')}
              </View>
            </Row>
          )}
        </>
      )}
      <Words as="s">{t('correct.clock', { n: days })}</Words>
    </StepSheet>
  )
}
