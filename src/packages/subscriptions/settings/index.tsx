/** What I want to be told, how and when. Every change is saved at once. */
import { useState } from 'react'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { useStore } from 'zustand'
import { prefer, preferences } from '../../../client/preferences'
import { useSignedIn } from '../../../client/use-signed-in'
import { useText } from '../../../messages'
import { Await, Note, Screen, Section, Segmented, SignedOut, Toast, Words } from '../../../ui'
import { texts } from '../messages'
import { wantedOf } from '../model/wanted'
import { Channels } from '../parts/channels'
import { Cap, Digest, Quiet } from '../parts/times'
import { Topics } from '../parts/topics'
import { useChoices } from '../parts/use-choices'
import { Wechat } from '../parts/wechat'

/** Choices are kept with the language of the call that saves them. */
const TextLanguage = ({ onChange }: { readonly onChange: () => void }) => {
  const t = useText(texts)
  const { language } = useStore(preferences)
  return (
    <>
      <Section>{t('language')}</Section>
      <Segmented
        id="language"
        label={t('language')}
        value={language}
        onChange={(value) => {
          prefer({ language: value })
          onChange()
        }}
        choices={[
          { value: 'zh-CN', text: t('language.chinese') },
          { value: 'en', text: t('language.english') },
        ]}
      />
      <Words as="s">{t('languageNote')}</Words>
    </>
  )
}

const Settings = () => {
  const t = useText(texts)
  const { asked, wanted, change, busy, error } = useChoices()
  const [toast, setToast] = useState<string>()
  usePullDownRefresh(() => {
    void asked.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <>
      <Words as="s">{t('lead')}</Words>
      <Await query={asked}>
        {(choices) => {
          const shown = wanted ?? wantedOf(choices)
          const part = { wanted: shown, onChange: (some: Partial<typeof shown>) => change(choices, some) }
          return (
            <>
              {error && (
                <Note tone="danger" icon="warn">
                  {error.message}
                </Note>
              )}
              <Channels
                choices={choices}
                {...part}
                onContact={(said) => {
                  setToast(said)
                  void asked.refetch()
                }}
              />
              <Wechat />
              <Topics {...part} muted={choices.muted.length} />
              <Quiet {...part} />
              <Cap {...part} />
              <Digest {...part} />
              <TextLanguage onChange={() => change(choices, {})} />
              <Words id="saved" as="s center" live>
                {busy ? t('saving') : ''}
              </Words>
            </>
          )
        }}
      </Await>
      <Toast text={toast} onDone={() => setToast(undefined)} />
    </>
  )
}

export default function SubscriptionsPage() {
  const t = useText(texts)
  return (
    <Screen id="subscriptions-page" title={t('title')}>
      {useSignedIn() ? <Settings /> : <SignedOut title={t('signIn')} />}
    </Screen>
  )
}
