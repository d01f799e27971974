/** What was begun and not handed in: go on with it, or throw it away in words. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { dayOf, daysBetween } from '../../../../functions/core/pure/time'
import { api } from '../../../client/api'
import { invalidate } from '../../../client/queries'
import { go, routes } from '../../../client/routes'
import { useAction } from '../../../client/use-action'
import { useLanguage, useText } from '../../../messages'
import { momentText } from '../../../messages/dates'
import { Button, Column, ConfirmSheet, Note, role, Row, Section, Tag, Words } from '../../../ui'
import { texts } from '../messages'
import type { DraftRow } from '../model/answers'
import { REFUNDS, useDrafts } from './queries'
import { useKindText, useToday } from './words'

/** So many days and less are soon. */
const SOON = 3

const Item = ({ draft, onDrop }: { readonly draft: DraftRow; readonly onDrop: () => void }) => {
  const t = useText(texts)
  const language = useLanguage()
  const kindText = useKindText()
  const left = daysBetween(useToday(), dayOf(draft.expiresAt))
  const name = kindText(draft.kind)
  return (
    <View id={`draft-${draft.id}`} className="rf-draft" {...role('listitem')}>
      <Row top gap={8}>
        <Words as="b">{name}</Words>
        <Tag tone={left <= SOON ? 'warn' : 'quiet'}>{t('draft.left', { n: Math.max(0, left) })}</Tag>
      </Row>
      <Words as="s">
        {t('draft.of', { name: draft.taxpayerName, at: momentText(draft.changedAt, language) })}
      </Words>
      <Row gap={8}>
        <Button
          id={`draft-${draft.id}-go`}
          kind="ghost"
          grow
          label={t('draft.goOnWith', { kind: name })}
          onPress={() => void go(routes.refundApply({ draft: draft.id }))}
        >
          {t('draft.goOn')}
        </Button>
        <Button
          id={`draft-${draft.id}-drop`}
          kind="text"
          icon="trash"
          label={t('draft.dropIt', { kind: name })}
          onPress={onDrop}
        />
      </Row>
    </View>
  )
}

export const Drafts = () => {
  const t = useText(texts)
  const drafts = useDrafts()
  const kindText = useKindText()
  const [asked, setAsked] = useState<DraftRow>()
  const drop = useAction((draftId: string, key) => api.refunds.dropDraft({ draftId }, { key }))
  const items = drafts.data?.items ?? []
  const yes = async (): Promise<void> => {
    if (!asked) return
    const done = await drop.run(asked.id)
    // Gone already, from another device: the same is reached.
    if (done ?? drop.error?.code === 'NOT_FOUND') setAsked(undefined)
    invalidate(`${REFUNDS}drafts`)
  }
  if (items.length === 0) return null
  return (
    <>
      <Section>{t('drafts')}</Section>
      <View id="drafts" className="sb-card flush sb-list" {...role('list')} aria-label={t('drafts')}>
        {items.map((draft) => (
          <Item key={draft.id} draft={draft} onDrop={() => setAsked(draft)} />
        ))}
      </View>
      <ConfirmSheet
        id="draft-gone"
        open={asked !== undefined}
        title={t('draft.dropAsk', { kind: asked ? kindText(asked.kind) : '' })}
        confirm={t('draft.drop')}
        busy={drop.busy}
        onClose={() => setAsked(undefined)}
        onConfirm={() => void yes()}
      >
        <Column gap={8}>
          <Words>{t('draft.dropWords')}</Words>
          {drop.error && (
            <Note tone="danger" icon="warn">
              {drop.error.message}
            </Note>
          )}
        </Column>
      </ConfirmSheet>
    </>
  )
}
