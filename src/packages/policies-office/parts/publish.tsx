/** Publishing: what is told to whom, asked once, by another than who saved it last; and a test to oneself before. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Button, Card, Column, ConfirmSheet, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { OfficePolicy, Written } from '../model/answers'
import { ReachLine } from './reach'

export const TestSend = ({ id }: { readonly id: string }) => {
  const t = useText(texts)
  const send = useAction((policy: string, key) => api.policies.test({ id: policy }, { key }))
  const [sent, setSent] = useState(false)
  return (
    <Card id="test-card">
      <Column gap={8}>
        <Words as="s">{t('test.note')}</Words>
        {send.error && (
          <View className="sb-danger" {...role('alert')}>
            {send.error.message}
          </View>
        )}
        {sent && (
          <Note tone="ok" icon="check">
            <View id="test-sent" {...role('status')} aria-live="polite">
              {t('test.sent')}
            </View>
            <Button id="test-inbox" kind="text" onPress={() => void go(routes.inbox)}>
              {t('test.inbox')}
            </Button>
          </Note>
        )}
        <Button
          id="test"
          kind="ghost"
          icon="bell"
          loading={send.busy}
          onPress={() => void send.run(id).then((done) => setSent(done !== undefined))}
        >
          {t('test.button')}
        </Button>
      </Column>
    </Card>
  )
}

export const Publish = ({
  policy,
  text,
  onPublished,
  onChanged,
}: {
  readonly policy: OfficePolicy
  /** What would be published. */
  readonly text: Written
  readonly onPublished: () => void
  /** Somebody saved it meanwhile: it is read anew before anything is published. */
  readonly onChanged: () => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const publish = useAction((from: number, key) => api.policies.publish({ id: policy.id, from }, { key }))
  if (policy.savedBy === 'me')
    return (
      <Note icon="people">
        <View id="needs-another">{t('publish.needs')}</View>
      </Note>
    )
  const correcting = policy.version > 0
  const run = async (): Promise<void> => {
    const done = await publish.run(policy.changedAt)
    setAsking(false)
    if (done) onPublished()
  }
  const changed = publish.error?.code === 'POLICY_CHANGED' || publish.error?.code === 'FOUR_EYES'
  return (
    <>
      {publish.error && (
        <Note tone="danger" icon="warn">
          <View id="publish-error" {...role('alert')}>
            {publish.error.code === 'POLICY_CHANGED' ? t('publish.changed') : publish.error.message}
          </View>
          {changed && (
            <Button id="publish-look" kind="ghost" onPress={onChanged}>
              {t('publish.look')}
            </Button>
          )}
        </Note>
      )}
      <Button id="publish" icon="check" block onPress={() => setAsking(true)}>
        {t(correcting ? 'publish.buttonCorrection' : 'publish.button')}
      </Button>
      <ConfirmSheet
        id="publish-sheet"
        open={asking}
        title={t('publish.title', { name: policy.title })}
        confirm={t('publish.yes')}
        danger={false}
        busy={publish.busy}
        onConfirm={() => void run()}
        onClose={() => setAsking(false)}
      >
        <View className="sb-col g12">
          <ReachLine hallId={policy.hallId} audience={text.audience} />
          {correcting && <Words>{t('publish.correction')}</Words>}
          <Words as="s">{t('publish.fixed')}</Words>
        </View>
      </ConfirmSheet>
    </>
  )
}
