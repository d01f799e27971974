/** Sets the seats of one time or of a whole day, with the reason; what is already taken cannot be taken away. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Quota } from '../../../../../functions/appointments/rules/fields'
import { api } from '../../../../client/api'
import { isRecord } from '../../../../client/storage'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { texts } from '../../messages'
import { timeText } from '../../../../messages/dates'
import { useProblemText } from '../../../../messages/text-problem'
import { Button, Column, Field, Note, Sheet } from '../../../../ui'
import { capacityOf, checkCapacity, formOf, takenOf, type CapacityForm } from '../model/capacity'
import type { OfficeSlot } from './slots'

interface Target {
  readonly hallId: string
  readonly day: string
  /** Undefined: every slot of the day. */
  readonly slot: OfficeSlot | undefined
  readonly slots: readonly OfficeSlot[]
}

const QUOTAS = ['online', 'walkIn', 'priority'] as const

/** Of a refusal for seats already taken: where, and how many. */
const useTakenText = () => {
  const t = useText(texts)
  return (data: unknown): string | undefined => {
    const taken: unknown = isRecord(data) ? data['taken'] : undefined
    if (!isRecord(data) || typeof data['start'] !== 'number' || !isRecord(taken)) return undefined
    const seats = (quota: keyof Quota): number => Number(taken[quota])
    return t('capacity.takenRefused', {
      time: timeText(data['start']),
      online: seats('online'),
      walkIn: seats('walkIn'),
      priority: seats('priority'),
    })
  }
}

export const CapacitySheet = ({
  target,
  onDone,
  onClose,
}: {
  readonly target: Target
  readonly onDone: () => void
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const takenText = useTakenText()
  const { hallId, day, slot, slots } = target
  const concerned = (slot ? [slot] : slots).filter(({ state }) => state === 'open' || state === 'full')
  const taken = takenOf(concerned)
  const [form, setForm] = useState<CapacityForm>(() =>
    formOf((slot ?? slots[0])?.capacity ?? { online: 0, walkIn: 0, priority: 0 }),
  )
  const [tried, setTried] = useState(false)
  const problems = checkCapacity(form, taken)
  const save = useAction((capacity: Quota, key) =>
    api.appointments.setCapacity(
      { hallId, day, start: slot?.start, capacity, reason: form.reason.trim() },
      { key },
    ),
  )

  const problemText = useProblemText()
  const problem = (quota: keyof Quota): string | undefined => {
    const found = problems[quota]
    if (found === undefined) return undefined
    return found === 'taken'
      ? t('capacity.problem.taken', { n: taken[quota] })
      : t(`capacity.problem.${found}`)
  }
  // Numbers are checked as one types; an empty reason only once one has tried.
  const reasonWords = problemText(problems.reason, { tried, own: { required: t('capacity.problem.reason') } })
  const send = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(problems).length > 0) return
    if (await save.run(capacityOf(form))) onDone()
  }
  return (
    <Sheet
      id="capacity"
      open
      title={
        slot
          ? `${t('capacity.title')} ${t('capacity.slot', { from: timeText(slot.start), to: timeText(slot.end) })}`
          : `${t('capacity.title')} · ${t('capacity.day')}`
      }
      onClose={onClose}
    >
      <Column gap={16}>
        {QUOTAS.map((quota) => (
          <Field
            key={quota}
            id={`capacity-${quota}`}
            label={t(`capacity.${quota}`)}
            type="number"
            maxlength={3}
            value={form[quota]}
            hint={t('capacity.taken', { n: taken[quota] })}
            error={problem(quota)}
            onInput={(value) => setForm({ ...form, [quota]: value })}
          />
        ))}
        <Field
          id="capacity-reason"
          label={t('capacity.reason')}
          value={form.reason}
          placeholder={t('capacity.reasonHint')}
          error={reasonWords}
          onInput={(reason) => setForm({ ...form, reason })}
        />
        {save.error && (
          <Note tone="danger" icon="warn">
            <View role="alert">
              {save.error.message}
              {takenText(save.error.data) && <View>{takenText(save.error.data)}</View>}
            </View>
          </Note>
        )}
      </Column>
      <View className="sb-pair">
        <Button id="capacity-no" kind="ghost" onPress={onClose}>
          {t('capacity.no')}
        </Button>
        <Button id="capacity-yes" loading={save.busy} onPress={() => void send()}>
          {t('capacity.save')}
        </Button>
      </View>
    </Sheet>
  )
}
