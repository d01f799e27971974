/** Attachments: sent as soon as they are chosen, each with how far it is, looked at and taken away. */
import { useState } from 'react'
import { View } from '@tarojs/components'
import type { FileType } from '../../../../../functions/core/pure/file-types'
import { MOST } from '../../../../../functions/policies/data/limits'
import { pickFiles, WAYS, type Way } from '../../../../client/pick'
import type { Sending, Uploads } from '../../../../client/use-uploads'
import { useText } from '../../../../messages'
import { Button, Card, Column, Note, role, Words } from '../../../../ui'
import { FileRow } from '../../../../ui/file-row'
import { texts } from '../../messages'
import { nameFor } from '../../model/file-name'
import { useEditing } from './editing'
import { POLICY_FILES } from '../../../../../functions/policies/data/uploads'

export interface About {
  readonly name: string
  readonly type: FileType
  readonly size: number
}

const OnItsWay = ({ of, uploads }: { readonly of: Sending<About>; readonly uploads: Uploads<About> }) => {
  const t = useText(texts)
  const { key, about, state } = of
  const note = (): string => {
    switch (state.at) {
      case 'sending':
        return t('edit.file.sending', { p: state.percent })
      case 'checking':
      case 'done':
        return t('edit.file.checking')
      case 'failed':
        return t('edit.file.failed')
      case 'wrong':
        return t(`edit.file.wrong.${state.problem}`)
    }
  }
  return (
    <FileRow
      id={`sending-${key}`}
      title={about.name}
      note={note()}
      bad={state.at === 'failed' || state.at === 'wrong'}
      percent={state.at === 'sending' ? state.percent : undefined}
      face="paper"
    >
      {state.at === 'failed' && (
        <Button id={`sending-${key}-again`} kind="text" onPress={() => uploads.retry(key)}>
          {t('edit.fileAgain')}
        </Button>
      )}
      <Button
        id={`sending-${key}-remove`}
        kind="text"
        icon="trash"
        label={t('edit.removeFile', { name: about.name })}
        onPress={() => uploads.remove(key)}
      />
    </FileRow>
  )
}

/** A browser's own chooser offers everything at once; in WeChat a photo is taken, a PDF comes from a chat. */
const only = WAYS.length === 1

const Choose = ({ left, uploads }: { readonly left: number; readonly uploads: Uploads<About> }) => {
  const t = useText(texts)
  const [refused, setRefused] = useState(false)
  const choose = async (way: Way): Promise<void> => {
    const choice = await pickFiles(way, POLICY_FILES.types, left)
    setRefused(choice.kind === 'refused')
    if (choice.kind !== 'files') return
    for (const file of choice.files.slice(0, left))
      uploads.take(file, {
        name: nameFor(file.name, t('edit.files')),
        type: file.type as FileType,
        size: file.size,
      })
  }
  return (
    <>
      <View className={only ? '' : 'sb-pair'}>
        {WAYS.map((way) => (
          <Button
            key={way}
            id={`add-${way}`}
            kind="ghost"
            icon="plus"
            block={only}
            onPress={() => void choose(way)}
          >
            {t(only ? 'edit.addFile' : `edit.add.${way}`)}
          </Button>
        ))}
      </View>
      {refused && (
        <Note tone="warn" icon="warn">
          <View {...role('alert')}>{t('edit.refused')}</View>
        </Note>
      )}
    </>
  )
}

export const FilesPart = ({ uploads }: { readonly uploads: Uploads<About> }) => {
  const t = useText(texts)
  const { draft, set } = useEditing()
  const { attachments } = draft
  const left = MOST.files - attachments.length - uploads.items.length
  return (
    <Card id="part-files">
      <Column gap={12}>
        <Words as="h" level={2}>
          {t('edit.part.files')}
        </Words>
        <Words as="s">{t('edit.filesNote', { n: MOST.files })}</Words>
        {attachments.length + uploads.items.length > 0 && (
          <View className="sb-col g8" {...role('list')} aria-label={t('edit.files')}>
            {attachments.map(({ fileId, name }) => (
              <FileRow key={fileId} id={`file-${fileId}`} title={name} note={t('edit.fileKept')} face="paper">
                <Button
                  id={`file-${fileId}-remove`}
                  kind="text"
                  icon="trash"
                  label={t('edit.removeFile', { name })}
                  onPress={() => set({ attachments: attachments.filter((one) => one.fileId !== fileId) })}
                />
              </FileRow>
            ))}
            {uploads.items.map((one) => (
              <OnItsWay key={one.key} of={one} uploads={uploads} />
            ))}
          </View>
        )}
        {left > 0 && <Choose left={left} uploads={uploads} />}
      </Column>
    </Card>
  )
}
