/** How to verify a draw without this program: its published files to take away, and the one command. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Badge, Card, Column, List, ListItem, Note, role, Words } from '../../../ui'
import { numberText } from '../../../ui/numbers'
import { texts } from '../messages'
import type { DrawRow } from '../model/answers'
import { publishedFiles } from '../model/published-files'
import { saveBytes } from './save-bytes'

type File = DrawRow['files'][number]

/** A published file has the name that it is fetched by. */
const fetched = async (draw: DrawRow, { name, size }: File): Promise<Uint8Array> => {
  const files = publishedFiles(draw, (piece) => api.lottery.file(piece))
  return files.read(name as Parameters<typeof files.read>[0], 0, size)
}

const Files = ({ it }: { readonly it: DrawRow }) => {
  const t = useText(texts)
  const [told, setTold] = useState<{ readonly name: string; readonly how: 'saved' | 'not' }>()
  const save = useAction(async (file: File) => {
    const bytes = await fetched(it, file)
    return { name: file.name, how: await saveBytes({ name: file.name, bytes }) }
  })
  const take = async (file: File): Promise<void> => setTold(await save.run(file))
  return (
    <>
      <List id="files">
        {it.files.map((file) => (
          <ListItem
            key={file.name}
            id={`file-${file.name}`}
            lead={<Badge icon="download" tone="quiet" />}
            title={file.name}
            note={t('alone.bytes', { size: numberText(file.size) })}
            label={t('alone.save', { name: file.name })}
            onPress={() => void take(file)}
          />
        ))}
      </List>
      {told && (
        <Words id="file-told" as={told.how === 'saved' ? 's' : 's warn'} live>
          {t(`alone.${told.how}`, { name: told.name })}
        </Words>
      )}
      {save.error && (
        <Note tone="warn" icon="warn">
          <View {...role('alert')}>{save.error.message}</View>
        </Note>
      )}
    </>
  )
}

export const StandAlone = ({ it }: { readonly it: DrawRow }) => {
  const t = useText(texts)
  return (
    <Card id="stand-alone">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('alone.title')}
        </Words>
        <Words>{t('alone.why')}</Words>
        <Words>{t('alone.files')}</Words>
        <Files it={it} />
        <Words>{t('alone.run')}</Words>
        <View className="lt-code">node verify-draw.mjs {it.id}</View>
        <Words as="s">{t('alone.notary')}</Words>
        <Words as="s">{t('alone.counted')}</Words>
      </Column>
    </Card>
  )
}
