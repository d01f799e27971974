/** A policy of the office: what can be done about it now, how far it is told, and how its readers see it. */
import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import { go, routes } from '../../../client/routes'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import {
  Await,
  Button,
  Card,
  Column,
  Note,
  role,
  Row,
  Screen,
  Skeleton,
  Tag,
  Words,
  type Tone,
} from '../../../ui'
import { texts } from '../messages'
import type { OfficePolicy } from '../model/answers'
import { readPolicyId } from '../model/params'
import { Gone, OfOffice } from '../parts/page'
import { Preview } from '../parts/preview'
import { ProgressCard } from '../parts/progress'
import { Publish, TestSend } from '../parts/publish'
import { usePolicy } from '../parts/queries'
import { Withdraw } from '../parts/withdraw'
import '../office.css'

type Done = 'saved' | 'published' | 'withdrawn'

const TONES: Readonly<Record<OfficePolicy['state'], Tone>> = {
  draft: 'warn',
  published: 'ok',
  withdrawn: 'danger',
}

const About = ({ policy }: { readonly policy: OfficePolicy }) => {
  const t = useText(texts)
  const language = useLanguage()
  const { state, savedBy, changedAt, publishedAt, version, drafting, draftWhy } = policy
  const why = draftWhy && (language === 'en' && draftWhy.en !== '' ? draftWhy.en : draftWhy.zh)
  return (
    <Card id="about" next={drafting}>
      <Column gap={8}>
        <Row top gap={8}>
          <Words as="h" level={2}>
            {policy.title}
          </Words>
          <Tag tone={TONES[state]}>{t(`state.${state}`)}</Tag>
        </Row>
        {version > 0 && publishedAt !== null && (
          <Words as="s num">
            {t('policy.publishedAt', { n: version, time: momentText(publishedAt, language) })}
          </Words>
        )}
        {drafting && version > 0 && <Words as="warn">{t('policy.correction')}</Words>}
        {drafting && why && <Words as="s">{t('policy.correctionWhat', { why })}</Words>}
        {drafting && (
          <Words as="s num">{t(`policy.saved.${savedBy}`, { time: momentText(changedAt, language) })}</Words>
        )}
      </Column>
    </Card>
  )
}

const Told = ({ done }: { readonly done: Done }) => {
  const t = useText(texts)
  return (
    <Note tone="ok" icon="check">
      <View id="done" {...role('status')} aria-live="polite">
        {t(`policy.done.${done}`)}
      </View>
    </Note>
  )
}

/** What is published stays, and can be corrected or taken back. */
const Published = ({
  policy,
  onWithdrawn,
}: {
  readonly policy: OfficePolicy
  readonly onWithdrawn: () => void
}) => {
  const t = useText(texts)
  const { id, hallId, state, drafting, current } = policy
  return (
    <>
      {current && <ProgressCard id={id} hallId={hallId} audience={current.audience} />}
      <Button id="public" kind="ghost" icon="globe" block onPress={() => void go(routes.policy(id))}>
        {t('policy.public')}
      </Button>
      {state === 'withdrawn' && <Words as="s">{t('policy.ended')}</Words>}
      {state === 'published' && (
        <View className={drafting ? '' : 'sb-pair'}>
          <Withdraw policy={policy} onWithdrawn={onWithdrawn} />
          {!drafting && (
            <Button
              id="correct"
              kind="ghost"
              icon="edit"
              block
              onPress={() => void go(routes.editPolicy({ id }))}
            >
              {t('policy.correct')}
            </Button>
          )}
        </View>
      )}
    </>
  )
}

const Shown = ({
  policy,
  done,
  onDone,
  onLook,
}: {
  readonly policy: OfficePolicy
  readonly done: Done | undefined
  readonly onDone: (done: Done) => void
  readonly onLook: () => void
}) => {
  const t = useText(texts)
  const { id, draft, current, version } = policy
  const text = draft ?? current
  return (
    <>
      {done && <Told done={done} />}
      <About policy={policy} />
      {draft && (
        <>
          <Publish
            key={policy.changedAt}
            policy={policy}
            text={draft}
            onPublished={() => onDone('published')}
            onChanged={onLook}
          />
          <Button id="edit" kind="ghost" icon="edit" block onPress={() => void go(routes.editPolicy({ id }))}>
            {t('policy.edit')}
          </Button>
          <TestSend id={id} />
        </>
      )}
      {version > 0 && <Published policy={policy} onWithdrawn={() => onDone('withdrawn')} />}
      {text && <Preview text={text} draft={draft !== null} />}
    </>
  )
}

export default function OfficePolicyPage() {
  const t = useText(texts)
  const { id: raw, done: asked } = useRouter().params
  const id = readPolicyId(raw)
  const found = usePolicy(id)
  const [done, setDone] = useState<Done | undefined>(asked === 'saved' ? 'saved' : undefined)
  return (
    <Screen id="office-policy" title={t('policy.title')}>
      <OfOffice>
        {() =>
          id === undefined || found.error?.code === 'NOT_FOUND' ? (
            <Gone />
          ) : (
            <Await query={found} skeleton={<Skeleton cards={3} />}>
              {(policy) => (
                <Shown
                  policy={policy}
                  done={done}
                  onDone={(what) => {
                    setDone(what)
                    void found.refetch()
                  }}
                  onLook={() => void found.refetch()}
                />
              )}
            </Await>
          )
        }
      </OfOffice>
    </Screen>
  )
}
