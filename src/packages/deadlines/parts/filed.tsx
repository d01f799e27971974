/** Saying that something was filed, and taking it back. What was filed online is a fact. */
import { dayOf } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { datedText, momentText } from '../../../messages/dates'
import { Button, Column, Note, Words } from '../../../ui'
import { RemindMe } from '../../../ui/remind-me'
import { texts } from '../messages'
import type { Row } from '../model/rows'

/** After one is filed, of the next. */
const REMINDERS = ['deadline'] as const

export const Filed = ({ row, onDone }: { readonly row: Row; readonly onDone: (row: Row) => void }) => {
  const t = useText(texts)
  const language = useLanguage()
  const today = dayOf(useNow())
  const { run, busy, error } = useAction((filed: boolean, key: string) =>
    api.deadlines.markFiled(
      { id: row.id, filed, ...(row.taxpayerId === null ? {} : { taxpayerId: row.taxpayerId }) },
      { key },
    ),
  )
  const mark = async (filed: boolean): Promise<void> => {
    const done = await run(filed)
    if (done) onDone(done.deadline)
  }
  const failed = error && (
    <Note tone="danger" icon="warn">
      {error.message}
    </Note>
  )
  if (row.filedAt === null && today < row.opens)
    return <Words as="s center">{t('one.notYet', { day: datedText(row.opens, language) })}</Words>
  if (row.filedAt === null)
    return (
      <Column gap={8}>
        {failed}
        <Button id="mark-filed" icon="check" block loading={busy} onPress={() => void mark(true)}>
          {t('one.mark')}
        </Button>
        <Words as="s center">{t('one.markNote')}</Words>
      </Column>
    )
  const time = momentText(row.filedAt, language)
  const online = row.filedBy === 'online'
  return (
    <Column gap={8}>
      <Note tone="ok" icon="check">
        <Words live>{t(online ? 'one.filedOnlineAt' : 'one.filedAt', { time })}</Words>
      </Note>
      <RemindMe templates={REMINDERS} label={t('set.wechat')} />
      {failed}
      {!online && (
        <Button id="unmark-filed" kind="text" loading={busy} onPress={() => void mark(false)}>
          {t('one.undo')}
        </Button>
      )}
    </Column>
  )
}
