/** On the phone: let a browser in as me, or refuse it, having seen its place and device. */
import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useQuery } from '../../../client/use-query'
import { useSignedIn } from '../../../client/use-signed-in'
import { useLanguage, useText } from '../../../messages'
import { texts } from '../messages'
import { common } from '../../../messages/common'
import { momentText } from '../../../messages/dates'
import { Await, Button, Card, Column, Empty, Fact, Note, Screen, SignedOut, Words } from '../../../ui'
import { ticketIn } from './ticket'

const Ask = ({ ticket }: { readonly ticket: string }) => {
  const t = useText(texts)
  const words = useText(common)
  const language = useLanguage()
  const [answer, setAnswer] = useState<'allowed' | 'refused'>()
  const look = useQuery(`my:qr:${ticket}`, () => api.accounts.qrLook({ ticket }))
  const decide = useAction((accept: boolean, key) => api.accounts.qrConfirm({ ticket, accept }, { key }))
  const choose = (accept: boolean): void => {
    void decide.run(accept).then((done) => done && setAnswer(accept ? 'allowed' : 'refused'))
  }
  if (answer) {
    return (
      <>
        <Note tone={answer === 'allowed' ? 'ok' : 'warn'} icon={answer === 'allowed' ? 'check' : 'info'}>
          {t(answer)}
        </Note>
        <Button id="go-home" kind="ghost" onPress={() => void go(routes.home)}>
          {words('home')}
        </Button>
      </>
    )
  }
  return (
    <Await query={look}>
      {(seen) => (
        <>
          <Card>
            <Column gap={12}>
              <Words as="h" level={2}>
                {t('confirmLead')}
              </Words>
              <Fact label={t('device')}>{seen.device}</Fact>
              <Fact label={t('place')}>{seen.address}</Fact>
              <Fact label={t('started')}>{momentText(seen.startedAt, language)}</Fact>
            </Column>
          </Card>
          <Note tone="warn" icon="warn">
            {t('confirmWarn')}
          </Note>
          {decide.error && (
            <Note tone="danger" icon="warn">
              {decide.error.message}
            </Note>
          )}
          <Button id="allow" loading={decide.busy} onPress={() => choose(true)}>
            {t('allow')}
          </Button>
          <Button id="refuse" kind="danger" disabled={decide.busy} onPress={() => choose(false)}>
            {t('refuse')}
          </Button>
        </>
      )}
    </Await>
  )
}

export default function ConfirmSignIn() {
  const t = useText(texts)
  const words = useText(common)
  const params = useRouter().params
  const signedIn = useSignedIn()
  const [ticket, setTicket] = useState(ticketIn(params['ticket'] ?? params['scene'] ?? ''))
  const scan = (): void => {
    Taro.scanCode({ onlyFromCamera: false }).then(
      ({ result }) => setTicket(ticketIn(result)),
      () => undefined,
    )
  }
  return (
    <Screen id="confirm-sign-in" title={t('confirmTitle')}>
      {ticket === '' ? (
        <Empty
          icon="qr"
          title={t('noTicket')}
          {...(process.env.TARO_ENV === 'weapp'
            ? { action: t('scanCode'), onAction: scan }
            : { action: words('home'), onAction: () => void go(routes.home) })}
        />
      ) : signedIn ? (
        <Ask ticket={ticket} />
      ) : (
        <SignedOut title={t('signInLead')} />
      )}
    </Screen>
  )
}
