/** What a draw has published, to take away. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import { api } from '../../../client/api'
import { useAction } from '../../../client/use-action'
import { useText } from '../../../messages'
import { Badge, List, ListItem, Note, role, Words } from '../../../ui'
import { numberText } from '../../../ui/numbers'
import { publishedFiles } from '../../lottery/model/published-files'
import { saveBytes } from '../../lottery/parts/save-bytes'
import { texts } from '../messages'
import type { DrawFull } from '../model/answers'

type File = DrawFull['files'][number]

const fetched = async (draw: DrawFull, { name, size }: File): Promise<Uint8Array> => {
  const files = publishedFiles(draw, (piece) => api.lottery.file(piece))
  // A published file has the name that it is fetched by.
  return files.read(name as Parameters<typeof files.read>[0], 0, size)
}

export const Files = ({ of }: { readonly of: DrawFull }) => {
  const t = useText(texts)
  const [told, setTold] = useState<{ readonly name: string; readonly how: 'saved' | 'not' }>()
  const save = useAction(async (file: File) => {
    const bytes = await fetched(of, file)
    return { name: file.name, how: await saveBytes({ name: file.name, bytes }) }
  })
  const take = async (file: File): Promise<void> => setTold(await save.run(file))
  return (
    <>
      <List id="files">
        {of.files.map((file) => (
          <ListItem
            key={file.name}
            id={`file-${file.name.replace('.', '-')}`}
            lead={<Badge icon="download" tone="quiet" />}
            title={file.name}
            note={t('files.bytes', { size: numberText(file.size) })}
            label={t('files.save', { name: file.name })}
            onPress={() => void take(file)}
          />
        ))}
      </List>
      {told && (
        <Words id="file-told" as={told.how === 'saved' ? 's' : 's warn'} live>
          {t(`files.${told.how}`, { name: told.name })}
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
