/** Publishing: what is fixed for ever, asked once, by another than who saved the draft last. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { datedText } from '../../../messages/dates'
import { Button, ConfirmSheet, Fact, Note, role, Words } from '../../../ui'
import { texts } from '../messages'
import type { CampaignFull } from '../model/answers'
import { Hash } from './facts-cards'

export const Publish = ({
  of: { campaign },
  onPublished,
  onChanged,
}: {
  readonly of: CampaignFull
  readonly onPublished: () => void
  /** Somebody saved it meanwhile: it is read anew before anything is published. */
  readonly onChanged: () => void
}) => {
  const t = useText(texts)
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const publish = useAction((rulesHash: string, key) =>
    api.lottery.publishCampaign({ id: campaign.id, rulesHash }, { key }),
  )
  if (campaign.savedBy === 'me')
    return (
      <Note icon="people">
        <View id="needs-another">{t('publish.another')}</View>
      </Note>
    )
  const go = async (): Promise<void> => {
    const done = await publish.run(campaign.rulesHash)
    setAsking(false)
    if (done) onPublished()
  }
  const changed = publish.error?.code === 'CAMPAIGN_CHANGED'
  return (
    <>
      {publish.error && (
        <Note tone="danger" icon="warn">
          <View id="publish-error" {...role('alert')}>
            {changed ? t('publish.changed') : publish.error.message}
          </View>
          {changed && (
            <Button id="publish-look" kind="ghost" onPress={onChanged}>
              {t('publish.look')}
            </Button>
          )}
        </Note>
      )}
      <Button id="publish" block onPress={() => setAsking(true)}>
        {t('publish.button')}
      </Button>
      <ConfirmSheet
        id="publish-sheet"
        open={asking}
        title={t('publish.title', { name: campaign.name })}
        confirm={t('publish.yes')}
        danger={false}
        busy={publish.busy}
        onConfirm={() => void go()}
        onClose={() => setAsking(false)}
      >
        <View className="sb-col g12">
          <Words>{t('publish.fixed')}</Words>
          <Fact label={t('campaign.period')}>
            <Words as="num">
              {t('campaign.days', {
                from: datedText(campaign.opensOn, language),
                to: datedText(campaign.closesOn, language),
              })}
            </Words>
          </Fact>
          <Hash id="publish-hash" label={t('campaign.hash')}>
            {campaign.rulesHash}
          </Hash>
          <Words as="s">{t('publish.hashWhy')}</Words>
        </View>
      </ConfirmSheet>
    </>
  )
}
