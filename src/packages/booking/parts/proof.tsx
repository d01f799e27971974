/** A proof of the booking, for whoever asks: a code that anybody can verify, without a name on it. */
import { useState } from 'react'
import { groupedCode } from '../../../../functions/core/pure/verification-code'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, Card, Column, Note, Qr, Words } from '../../../ui'

/** What the verifying page reads out of the QR code. */
const qrText = (code: string): string => `shuibang:verify:${code}`

export const Proof = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const [code, setCode] = useState<string>()
  const ask = useAction((appointment: string, key) => api.appointments.proof({ id: appointment }, { key }))
  if (code === undefined)
    return (
      <>
        <Button
          id="proof"
          kind="text"
          icon="check"
          loading={ask.busy}
          onPress={() => void ask.run(id).then((done) => done && setCode(done.code))}
        >
          {t('ticket.proof')}
        </Button>
        {ask.error && (
          <Note tone="danger" icon="warn">
            {ask.error.message}
          </Note>
        )}
      </>
    )
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('ticket.proofTitle')}
        </Words>
        <Qr id="proof-qr" text={qrText(code)} label={t('ticket.proofQr', { code })} />
        <Words as="b center">{groupedCode(code)}</Words>
        <Words as="s">{t('ticket.proofLead')}</Words>
        <Button id="proof-try" kind="ghost" onPress={() => void go(routes.verify(code))}>
          {t('ticket.proofTry')}
        </Button>
      </Column>
    </Card>
  )
}
