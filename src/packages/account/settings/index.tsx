/** Language, appearance, large type, and ending sessions. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { api } from '../../../client/api'
import { CLIENT_VERSION } from '../../../client/call'
import { prefer, preferences } from '../../../client/preferences'
import { signOutHere } from '../../../client/session'
import { useAction } from '../../../client/use-action'
import { useSignedIn } from '../../../client/use-me'
import { useText } from '../../../messages'
import { accountTexts } from '../../../messages/account'
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
  const t = useText(accountTexts)
  const { language, themeChoice, large } = useStore(preferences)
  return (
    <>
      <Section>{t('language')}</Section>
      <Segmented
        id="language"
        label={t('language')}
        value={language}
        onChange={(value) => prefer({ language: value })}
        choices={[
          { value: 'zh-CN', text: '简体中文' },
          { value: 'en', text: 'English' },
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

const Sessions = () => {
  const t = useText(accountTexts)
  const [asking, setAsking] = useState(false)
  const [toast, setToast] = useState<string>()
  const signedIn = useSignedIn()
  const everywhere = useAction((_: Record<string, never>, key) => api.accounts.signOutEverywhere({}, { key }))
  const leave = (): void => {
    signOutHere()
    setAsking(false)
    setToast(t('signedOut'))
  }
  return (
    <>
      {signedIn && (
        <>
          <Section>{t('sessions')}</Section>
          <Button id="sign-out" kind="ghost" icon="out" onPress={leave}>
            {t('signOutHere')}
          </Button>
          <Button id="sign-out-all" kind="danger" onPress={() => setAsking(true)}>
            {t('signOutAll')}
          </Button>
        </>
      )}
      <ConfirmSheet
        id="sign-out-sheet"
        open={asking}
        title={t('signOutAllAsk')}
        confirm={t('signOutAllConfirm')}
        busy={everywhere.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void everywhere.run({}).then((done) => done && leave())}
      >
        <Words>{t('signOutAllWords')}</Words>
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
  const t = useText(accountTexts)
  return (
    <Screen id="settings-page" title={t('settingsTitle')}>
      <Appearance />
      <Sessions />
      <Words as="s center">{t('version', { v: CLIENT_VERSION })}</Words>
    </Screen>
  )
}
