/** Sign in: one tap inside WeChat; on the web a demonstration person or a scanned code. Then back to where one came from. */
import { useState } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import { api } from '../../../client/api'
import { returnTo } from '../../../client/routes'
import type { NewSession } from '../../../client/session'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { texts } from '../messages'
import { Badge, Button, Card, Column, Note, Row, Screen, Words } from '../../../ui'
import { arrive, safeReturn } from './arrive'
import { People } from './people'
import { Scan } from './scan'

/** WeChat has signed its user in already: nothing to do but to go on. */
const Known = ({ from }: { readonly from: string | undefined }) => {
  const t = useText(texts)
  return (
    <Card>
      <Column gap={12}>
        <Words>{t('wechatKnown')}</Words>
        <Button id="wechat" onPress={() => void returnTo(safeReturn(from))}>
          {t('wechatGoOn')}
        </Button>
      </Column>
    </Card>
  )
}

/** Where WeChat does not say who calls, as when a page is shown without the whole mini-program. */
const Wechat = ({ from }: { readonly from: string | undefined }) => {
  const t = useText(texts)
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
  const t = useText(texts)
  const { from } = useRouter().params
  const [enter] = useState(
    () =>
      (session: NewSession): void =>
        void arrive(session, from),
  )
  const known = useSignedIn()
  return (
    <Screen id="sign-in-page" title={t('signInTitle')}>
      <Row start>
        <Badge icon="shield" />
        <Words as="h" level={2}>
          {t('signInLead')}
        </Words>
      </Row>
      {process.env.TARO_ENV === 'weapp' ? (
        known ? (
          <Known from={from} />
        ) : (
          <Wechat from={from} />
        )
      ) : (
        <>
          <People onSession={enter} />
          <Scan onSession={enter} />
        </>
      )}
    </Screen>
  )
}
