/** What a traveller can do with a form: cancel it, or name another account. */
import { useState } from 'react'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, ConfirmSheet, Note, Words } from '../../../ui'
import { texts } from '../messages'
import type { FormFull } from '../model/answers'
import { FormPaper } from './paper'

export const FormWays = ({
  it,
  onFix,
  onCancelled,
}: {
  readonly it: FormFull
  readonly onFix: () => void
  readonly onCancelled: () => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const cancel = useAction((formId: string, key) => api.refunds.cancelDeparture({ formId }, { key }))
  const yes = async (): Promise<void> => {
    if (!(await cancel.run(it.id))) return
    setAsking(false)
    onCancelled()
  }
  return (
    <>
      {it.moves.includes('fixAccount') && (
        <Button id="fix-account" onPress={onFix}>
          {t('fix.title')}
        </Button>
      )}
      <FormPaper id={it.id} />
      {it.moves.includes('cancel') && (
        <Button id="cancel-form" kind="danger" onPress={() => setAsking(true)}>
          {t('cancel.do')}
        </Button>
      )}
      <ConfirmSheet
        id="cancel"
        open={asking}
        title={t('cancel.title')}
        confirm={t('cancel.do')}
        keep={t('cancel.keep')}
        busy={cancel.busy}
        onConfirm={() => void yes()}
        onClose={() => setAsking(false)}
      >
        <Words>{t('cancel.lead')}</Words>
        {cancel.error && (
          <Note tone="danger" icon="warn">
            <Words live>{cancel.error.message}</Words>
          </Note>
        )}
      </ConfirmSheet>
    </>
  )
}
