/** Signing a browser in with the phone: a code of two minutes, asked after every two seconds. */
import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { api, type Output } from '../../../client/api'
import { serverNow } from '../../../client/server-time'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Button, Card, Column, Countdown, Note, Qr, Words } from '../../../ui'

type Started = Output<'accounts', 'qrStart'>
type Session = Extract<Output<'accounts', 'qrFinish'>, { state: 'in' }>['session']

const ASK_EVERY_MS = 2000

/** Asks until an answer other than "waiting"; a lost answer is asked for again. */
const useAsking = (
  started: Started | undefined,
  onEnd: (answer: Output<'accounts', 'qrFinish'> | { state: 'over' }) => void,
): void => {
  useEffect(() => {
    if (!started) return undefined
    let timer: number | undefined
    let stopped = false
    const again = (): void => {
      if (!stopped) timer = setTimeout(ask, ASK_EVERY_MS)
    }
    const ask = (): void => {
      if (serverNow() >= started.expiresAt) {
        onEnd({ state: 'over' })
        return
      }
      api.accounts.qrFinish({ ticket: started.ticket, secret: started.secret }).then((answer) => {
        if (stopped) return
        if (answer.state === 'waiting') again()
        else onEnd(answer)
      }, again)
    }
    again()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
    // A new code is a new asking; `onEnd` is stable for the life of the page.
  }, [started, onEnd])
}

export const Scan = ({ onSession }: { readonly onSession: (session: Session) => void }) => {
  const t = useText(texts)
  const [started, setStarted] = useState<Started>()
  const [ended, setEnded] = useState<'over' | 'refused'>()
  const start = useAction((_: Record<string, never>, key) => api.accounts.qrStart({}, { key }))
  const begin = (): void => {
    setEnded(undefined)
    void start.run({}).then(setStarted)
  }
  const [finish] = useState(() => (answer: Output<'accounts', 'qrFinish'> | { state: 'over' }) => {
    setStarted(undefined)
    if (answer.state === 'in') onSession(answer.session)
    else if (answer.state !== 'waiting') setEnded(answer.state)
  })
  useAsking(started, finish)
  return (
    <Card>
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('scan')}
        </Words>
        <Words as="s">{t('scanNote')}</Words>
        {started && (
          <Column gap={8}>
            <Qr id="sign-in-qr" text={started.qr} label={t('scanLabel')} />
            <View className="sb-center">
              <Countdown until={started.expiresAt} say={(left) => t('scanLeft', { left })} />
            </View>
          </Column>
        )}
        {ended && (
          <Note tone="warn" icon="warn">
            {t(ended === 'over' ? 'scanOver' : 'scanRefused')}
          </Note>
        )}
        {start.error && (
          <Note tone="danger" icon="warn">
            {start.error.message}
          </Note>
        )}
        {!started && (
          <Button id="scan-start" kind="ghost" icon="qr" loading={start.busy} onPress={begin}>
            {t(ended ? 'scanAgain' : 'scanStart')}
          </Button>
        )}
      </Column>
    </Card>
  )
}
