/** Language, appearance, large type, and ending sessions. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { CLIENT_VERSION } from '../../../client/call'
import { prefer, preferences } from '../../../client/preferences'
import { signOutHere } from '../../../client/session'
import { useAction } from '../../../client/use-action'
import { useHasSession, useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { texts } from '../messages'
import {
  Button,
  Card,
  Column,
  ConfirmSheet,
  Note,
  Row,
  Screen,
  Section,
  Segmented,
  Toast,
  Toggle,
  Words,
} from '../../../ui'

const Appearance = () => {
  const t = useText(texts)
  const { language, themeChoice, large } = useStore(preferences)
  return (
    <>
      <Section>{t('language.choose')}</Section>
      <Segmented
        id="language"
        label={t('language.choose')}
        value={language}
        onChange={(value) => prefer({ language: value })}
        choices={[
          { value: 'zh-CN', text: t('language.chinese') },
          { value: 'en', text: t('language.english') },
        ]}
      />
      <Section>{t('appearance')}</Section>
      <Segmented
        id="theme"
        label={t('appearance')}
        value={themeChoice}
        onChange={(value) => prefer({ themeChoice: value })}
        choices={[
          { value: 'system', text: t('system') },
          { value: 'light', text: t('light') },
          { value: 'dark', text: t('dark') },
        ]}
      />
      <Card>
        <Column gap={12}>
          <Row>
            <Column grow>
              <Words as="b">{t('large')}</Words>
              <Words as="s">{t('largeNote')}</Words>
            </Column>
            <Toggle id="large" label={t('large')} on={large} onChange={(on) => prefer({ large: on })} />
          </Row>
          <Words as="h">{t('sample')}</Words>
        </Column>
      </Card>
    </>
  )
}

/** The ways to sign out. Inside WeChat there is none on this phone: WeChat signs its user in at each call. */
const SignOut = ({ onHere, onAll }: { readonly onHere: () => void; readonly onAll: () => void }) => {
  const t = useText(texts)
  const hasSession = useHasSession()
  return (
    <>
      <Section>{t('sessions')}</Section>
      {hasSession ? (
        <Button id="sign-out" kind="ghost" icon="out" onPress={onHere}>
          {t('signOutHere')}
        </Button>
      ) : (
        <Note icon="info">
          <View id="signed-in-by-wechat">{t('wechatKnown')}</View>
        </Note>
      )}
      <Button id="sign-out-all" kind="danger" onPress={onAll}>
        {t(hasSession ? 'signOutAll' : 'signOutBrowsers')}
      </Button>
    </>
  )
}

const Sessions = () => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const [toast, setToast] = useState<string>()
  const signedIn = useSignedIn()
  const hasSession = useHasSession()
  const everywhere = useAction((_: Record<string, never>, key) => api.accounts.signOutEverywhere({}, { key }))
  const leave = (): void => {
    if (hasSession) signOutHere()
    setAsking(false)
    setToast(t(hasSession ? 'signedOut' : 'browsersOut'))
  }
  return (
    <>
      {signedIn && <SignOut onHere={leave} onAll={() => setAsking(true)} />}
      <ConfirmSheet
        id="sign-out-sheet"
        open={asking}
        title={t(hasSession ? 'signOutAllAsk' : 'signOutBrowsersAsk')}
        confirm={t(hasSession ? 'signOutAllConfirm' : 'signOutBrowsers')}
        busy={everywhere.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void everywhere.run({}).then((done) => done && leave())}
      >
        <Words>{t(hasSession ? 'signOutAllWords' : 'signOutBrowsersWords')}</Words>
        {everywhere.error && (
          <Note tone="danger" icon="warn">
            {everywhere.error.message}
          </Note>
        )}
      </ConfirmSheet>
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

export default function Settings() {
  const t = useText(texts)
  return (
    <Screen id="settings-page" title={t('settingsTitle')}>
      <Appearance />
      <Sessions />
      <Words as="s center">{t('version', { v: CLIENT_VERSION })}</Words>
    </Screen>
  )
}
