/** The code that a seller scans, instead of one's spelling the title out. */
import { useCallback } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../../client/api'
import { useAsked } from '../../../../client/use-asked'
import { useText } from '../../../../messages'
import { common } from '../../../../messages/common'
import { Button, Note, Qr, role, Sheet, Skeleton, Words } from '../../../../ui'
import { texts } from '../../messages'
import type { KeptTitle } from '../../model/answers'

const SIZE = 240

const Code = ({ title }: { readonly title: KeptTitle }) => {
  const t = useText(texts)
  const words = useText(common)
  const { id, name } = title
  const ask = useCallback(() => api.invoices.titleQr({ id }), [id])
  const { data, failure, again } = useAsked(ask)
  if (data)
    return (
      <View className="inv-qr">
        <Qr id="title-code" text={data.text} label={t('title.code', { name })} size={SIZE} />
        <Words as="b center">{name}</Words>
        <Words as="s center">{t('title.codeNote')}</Words>
      </View>
    )
  if (!failure) return <Skeleton cards={1} lines={4} />
  return (
    <>
      <Note tone="danger" icon="warn">
        <View {...role('alert')}>{t('title.codeFailed')}</View>
      </Note>
      <Button id="title-code-again" kind="ghost" onPress={again}>
        {words('retry')}
      </Button>
    </>
  )
}

export const TitleQr = ({
  title,
  onClose,
}: {
  readonly title: KeptTitle | undefined
  readonly onClose: () => void
}) => {
  const t = useText(texts)
  const words = useText(common)
  return (
    <Sheet id="title-sheet" open={title !== undefined} title={t('title.show')} onClose={onClose}>
      {title && <Code key={title.id} title={title} />}
      <Button id="title-close" kind="ghost" onPress={onClose}>
        {words('close')}
      </Button>
    </Sheet>
  )
}
