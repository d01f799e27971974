/** Another account of one's own, after the bank sent the refund back. */
import { useState } from 'react'
import { TRAVELLER_ACCOUNT } from '../../../../functions/refunds/rules/fields'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Field, Fields, Note, Words } from '../../../ui'
import { texts } from '../messages'

interface Wish {
  readonly formId: string
  readonly bank: string
  readonly number: string
}

export const FixAccount = ({
  id,
  onDone,
  onLeave,
}: {
  readonly id: string
  readonly onDone: () => void
  readonly onLeave: () => void
}) => {
  const t = useText(texts)
  const [bank, setBank] = useState('')
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState(false)
  const fix = useAction((wish: Wish, key) => api.refunds.fixDepartureAccount(wish, { key }))
  const number = typed.replace(/\s/g, '')
  const [bankOk, numberOk] = [bank.trim().length >= 2, TRAVELLER_ACCOUNT.test(number)]
  const send = async (): Promise<void> => {
    setTried(true)
    if (bankOk && numberOk && (await fix.run({ formId: id, bank, number }))) onDone()
  }
  return (
    <>
      <Words as="h" level={2}>
        {t('fix.title')}
      </Words>
      <Words>{t('fix.lead')}</Words>
      <Fields>
        <Field
          id="bank"
          label={t('fix.bank')}
          value={bank}
          maxlength={60}
          error={tried && !bankOk ? t('fix.bankBad') : undefined}
          onInput={setBank}
        />
        <Field
          id="number"
          label={t('fix.number')}
          value={typed}
          maxlength={40}
          hint={t('fix.numberHint')}
          error={tried && !numberOk ? t('fix.bad') : undefined}
          onInput={setTyped}
        />
      </Fields>
      {fix.error && (
        <Note tone="danger" icon="warn">
          <Words live>{fix.error.message}</Words>
        </Note>
      )}
      <Button id="fix-yes" loading={fix.busy} onPress={() => void send()}>
        {t('fix.do')}
      </Button>
      <Button id="fix-no" kind="ghost" onPress={onLeave}>
        {t('cancel')}
      </Button>
    </>
  )
}
