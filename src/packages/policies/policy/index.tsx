/** A policy: whether it still holds, what it says and for whom, why I am told, its versions. Open to anybody. */
import { useState } from 'react'
import Taro, { usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { dayOf } from '../../../../functions/core/pure/time'
import { go, here, routes } from '../../../client/routes'
import { copyText } from '../../../client/save'
import { useNow } from '../../../client/use-now'
import { useLanguage, useText } from '../../../messages'
import { common } from '../../../messages/common'
import { Await, Button, Empty, Screen, ShareButton, Skeleton, Toast } from '../../../ui'
import { PolicyText } from '../../../ui/policy-text'
import { texts } from '../messages'
import type { PolicyFull } from '../model/answers'
import { readPolicyId, readVersion } from '../model/params'
import { usePolicy } from '../parts/queries'
import { Standing } from '../parts/standing'
import { Versions } from '../parts/versions'
import { Why } from '../parts/why'

/** In WeChat a card goes into a chat; a browser has addresses. */
const Share = () => {
  const t = useText(texts)
  const words = useText(common)
  const [said, setSaid] = useState<string>()
  const copy = async (): Promise<void> => {
    const { location } = globalThis as { readonly location?: { readonly href: string } }
    if (await copyText(location?.href ?? here())) setSaid(words('copied'))
  }
  if (process.env.TARO_ENV === 'weapp') return <ShareButton id="share">{t('policy.share')}</ShareButton>
  return (
    <>
      <Button id="copy-address" kind="ghost" icon="share" block onPress={() => void copy()}>
        {t('policy.copy')}
      </Button>
      <Toast text={said} onDone={() => setSaid(undefined)} />
    </>
  )
}

const Shown = ({ of, asked }: { readonly of: PolicyFull; readonly asked: number | undefined }) => {
  const language = useLanguage()
  const today = dayOf(useNow())
  const version = asked ?? of.policy.version
  const withdrawn = of.state === 'withdrawn'
  return (
    <>
      <Standing of={of} version={version} />
      <PolicyText
        of={of.text}
        language={language}
        today={today}
        withdrawn={withdrawn}
        old={version !== of.policy.version}
      />
      <Why id={of.policy.id} ended={withdrawn} />
      <Versions of={of} version={version} />
      <Share />
    </>
  )
}

const Gone = () => {
  const t = useText(texts)
  return (
    <Empty
      icon="search"
      title={t('policy.gone')}
      action={t('policy.toList')}
      onAction={() => void go(routes.policies)}
    >
      {t('policy.goneNote')}
    </Empty>
  )
}

export default function PolicyPage() {
  const t = useText(texts)
  const { id: raw, version: rawVersion } = useRouter().params
  const id = readPolicyId(raw)
  const version = readVersion(rawVersion)
  const found = usePolicy(id, version)
  useShareAppMessage(() => ({
    title: found.data?.policy.title ?? t('share'),
    path: id === undefined ? routes.policies : routes.policy(id),
  }))
  usePullDownRefresh(() => {
    void found.refetch().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <Screen id="policy" title={t('policy.title')}>
      {id === undefined || found.error?.code === 'NOT_FOUND' ? (
        <Gone />
      ) : (
        <Await query={found} skeleton={<Skeleton cards={3} />}>
          {(of) => <Shown of={of} asked={version} />}
        </Await>
      )}
    </Screen>
  )
}
