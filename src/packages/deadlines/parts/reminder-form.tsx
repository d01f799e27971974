/** When one is reminded of a taxpayer's deadlines: kept as soon as it is ticked. */
import { OFFSETS, type Offset } from '../../../../functions/deadlines/rules/plan'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Card, Note, Section, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { texts } from '../messages'
import type { Taxpayer } from '../model/rows'
import { Tick } from './tick'

const REMINDERS = ['deadline'] as const

export const ReminderForm = ({
  taxpayer,
  onSaved,
}: {
  readonly taxpayer: Taxpayer
  readonly onSaved: (taxpayer: Taxpayer) => void
}) => {
  const t = useText(texts)
  const { reminders, taxpayerId } = taxpayer
  const { run, busy, error } = useAction((offsets: readonly Offset[], key: string) =>
    api.deadlines.reminders(
      { offsets: [...offsets], ...(taxpayerId === null ? {} : { taxpayerId }) },
      { key },
    ),
  )
  const choose = async (offset: Offset, on: boolean): Promise<void> => {
    const wanted = OFFSETS.filter((one) => (one === offset ? on : reminders.includes(one)))
    const done = await run(wanted)
    if (done) onSaved(done.taxpayer)
  }
  return (
    <>
      <Section>{t('set.remind')}</Section>
      <Card flush id="reminders">
        {OFFSETS.map((offset) => (
          <Tick
            key={offset}
            id={`remind-${offset}`}
            label={t(`set.offset.${offset}`)}
            on={reminders.includes(offset)}
            disabled={busy}
            onChange={(on) => void choose(offset, on)}
          />
        ))}
      </Card>
      {error && (
        <Note tone="danger" icon="warn">
          {error.message}
        </Note>
      )}
      {reminders.length > 0 && <RemindMe templates={REMINDERS} label={t('set.wechat')} />}
      <Words as="s">{t('set.remindNote')}</Words>
    </>
  )
}
