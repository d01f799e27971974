/** One title of the book, and what can be done with it. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAction } from '../../../../client/use-action'
import { useText } from '../../../../messages'
import { Button, Card, Column, ConfirmSheet, Row, Tag, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { KeptTitle } from '../../model/answers'
import { Failed } from '../failed'

export const TitleCard = ({
  title,
  onQr,
  onEdit,
  onGone,
}: {
  readonly title: KeptTitle
  readonly onQr: () => void
  readonly onEdit: () => void
  readonly onGone: () => void
}) => {
  const t = useText(texts)
  const [asking, setAsking] = useState(false)
  const remove = useAction((id: string, key) => api.invoices.removeTitle({ id }, { key }))
  const { id, name, taxNumber, first } = title
  const yes = async (): Promise<void> => {
    if (await remove.run(id)) onGone()
  }
  return (
    <Card id={`title-${id}`}>
      <Column gap={12}>
        <Column gap={4}>
          <Row top gap={8}>
            <View className="grow">
              <Words as="b">{name}</Words>
            </View>
            {first && <Tag tone="gold">{t('title.isFirst')}</Tag>}
          </Row>
          {taxNumber === '' ? (
            <Words as="s">{t('title.person')}</Words>
          ) : (
            <View className="inv-digits small">{taxNumber}</View>
          )}
        </Column>
        <Button id={`qr-${id}`} kind={first ? 'primary' : 'ghost'} icon="qr" block onPress={onQr}>
          {t('title.show')}
        </Button>
        <View className="sb-pair">
          <Button
            id={`edit-${id}`}
            kind="ghost"
            icon="edit"
            label={t('title.editOne', { name })}
            onPress={onEdit}
          >
            {t('title.edit')}
          </Button>
          <Button
            id={`remove-${id}`}
            kind="danger"
            icon="trash"
            label={t('title.removeOne', { name })}
            onPress={() => setAsking(true)}
          >
            {t('title.remove')}
          </Button>
        </View>
      </Column>
      <ConfirmSheet
        id={`gone-${id}`}
        open={asking}
        title={t('title.removeTitle')}
        confirm={t('title.remove')}
        keep={t('remove.keep')}
        busy={remove.busy}
        onClose={() => setAsking(false)}
        onConfirm={() => void yes()}
      >
        <Column gap={8}>
          <Words>{t('title.removeWords', { name })}</Words>
          <Failed error={remove.error} />
        </Column>
      </ConfirmSheet>
    </Card>
  )
}
