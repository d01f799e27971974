/** Sign in: one tap inside WeChat; on the web a demonstration person or a scanned code. Then back to where one came from. */
import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { accountTexts } from '../../../messages/account'
import { Badge, Button, Card, Column, Note, Row, Screen, Words } from '../../../ui'
import { arrive } from './arrive'
import { People } from './people'
import { Scan } from './scan'

const Wechat = ({ from }: { readonly from: string | undefined }) => {
  const t = useText(accountTexts)
  const signIn = useAction(async (_: Record<string, never>, key) => {
    const { code } = await Taro.login()
    return api.accounts.signIn({ code }, { key })
  })
  const enter = (): void => {
    void signIn.run({}).then((session) => session && void arrive(session, from))
  }
  return (
    <Card>
      <Column gap={12}>
        <Button id="wechat" loading={signIn.busy} onPress={enter}>
          {t('wechat')}
        </Button>
        <Words as="s">{t('wechatNote')}</Words>
        {signIn.error && (
          <Note tone="danger" icon="warn">
            {signIn.error.message}
          </Note>
        )}
      </Column>
    </Card>
  )
}

export default function SignIn() {
  const t = useText(accountTexts)
  const { from } = useRouter().params
  const [enter] = useState(
    () => (session: { readonly token: string; readonly expiresAt?: number }) => void arrive(session, from),
  )
  return (
    <Screen id="sign-in-page" title={t('signInTitle')}>
      <Row start>
        <Badge icon="shield" />
        <Words as="h" level={2}>
          {t('signInLead')}
        </Words>
      </Row>
      {process.env.TARO_ENV === 'weapp' ? (
        <Wechat from={from} />
      ) : (
        <>
          <People onSession={enter} />
          <Scan onSession={enter} />
        </>
      )}
    </Screen>
  )
}
